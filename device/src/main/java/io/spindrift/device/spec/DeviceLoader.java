package io.spindrift.device.spec;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.document.BindResult;
import io.spindrift.numerics.document.Document;
import io.spindrift.numerics.document.DocumentBinder;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a device from a preset, a YAML file or a CSV file of counted pulses, with single values
 * patched.
 */
public final class DeviceLoader {
  /**
   * Reads a device.
   *
   * @param presetOrFile name of a preset, or path of a YAML or CSV file
   * @param patches {@code path=value} each, such as {@code freeLayer.thickness=1.2nm}
   * @throws UnusableInput with all problems together, each with its path
   */
  public static LoadedDevice load(String presetOrFile, List<String> patches) {
    Map<String, Object> tree = patched(tree(presetOrFile), patches);
    return bind(MeasuredFiles.inlined(tree, folder(presetOrFile)), presetOrFile);
  }

  /**
   * A device with single values of it changed.
   *
   * @param spec the device
   * @param patches {@code path=value} each
   * @param origin where the device came from, for messages
   * @throws UnusableInput with all problems together, each with its path
   */
  public static DeviceSpec changed(DeviceSpec spec, List<String> patches, String origin) {
    return patches.isEmpty()
        ? spec
        : bind(patched(Document.tree((Record) spec), patches), origin).spec();
  }

  private static Map<String, Object> patched(Map<String, Object> whole, List<String> patches) {
    Map<String, Object> tree = whole;
    for (String patch : patches) {
      int equals = patch.indexOf('=');
      if (equals <= 0 || patch.substring(equals + 1).isBlank()) {
        throw new UnusableInput(
            "device value \"" + patch + "\" must be path=value, such as freeLayer.thickness=1.2nm");
      }
      tree =
          Document.patch(
              tree, patch.substring(0, equals).strip(), patch.substring(equals + 1).strip());
    }
    return tree;
  }

  /** The unpatched document of a preset or file. */
  public static Map<String, Object> tree(String presetOrFile) {
    if (DevicePresets.has(presetOrFile)) {
      return DevicePresets.tree(presetOrFile);
    }
    if (looksLikeFile(presetOrFile) && MeasuredFiles.isCsv(presetOrFile)) {
      return MeasuredFiles.document(Path.of(presetOrFile));
    }
    return looksLikeFile(presetOrFile)
        ? Document.readYaml(Path.of(presetOrFile))
        : DevicePresets.tree(presetOrFile);
  }

  /**
   * The device of a document.
   *
   * @param tree the document
   * @param origin preset or file it came from, for messages
   * @throws UnusableInput with all problems together, each with its path
   */
  public static LoadedDevice bind(Map<String, Object> tree, String origin) {
    BindResult<DeviceSpec> result = DocumentBinder.tryBind(DeviceSpec.class, tree, origin);
    DeviceSpec spec = result.orThrow();
    if (spec instanceof MacrospinDevice device) {
      try {
        device.spread().checkOn(device);
      } catch (IllegalArgumentException refusal) {
        throw new UnusableInput(origin + ": " + refusal.getMessage(), refusal);
      }
    }
    return new LoadedDevice(origin, spec, result.provenance());
  }

  private static @Nullable Path folder(String presetOrFile) {
    return DevicePresets.has(presetOrFile) || !looksLikeFile(presetOrFile)
        ? null
        : Path.of(presetOrFile).getParent();
  }

  private static boolean looksLikeFile(String text) {
    try {
      return text.endsWith(".yaml")
          || text.endsWith(".yml")
          || MeasuredFiles.isCsv(text)
          || text.contains("/")
          || Files.exists(Path.of(text));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private DeviceLoader() {}
}
