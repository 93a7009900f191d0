package io.spindrift.memory.spec;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.document.BindResult;
import io.spindrift.numerics.document.Document;
import io.spindrift.numerics.document.DocumentBinder;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reads a memory from a preset or a YAML file, with single values patched. */
public final class MemoryLoader {
  /**
   * Reads a memory.
   *
   * @param presetOrFile name of a preset, or path of a YAML file
   * @param patches {@code path=value} each, such as {@code senseAmplifier.offset=5mV}
   * @throws UnusableInput with all problems together, each with its path
   */
  public static LoadedMemory load(String presetOrFile, List<String> patches) {
    Map<String, Object> tree = patched(tree(presetOrFile), patches);
    BindResult<MemorySpec> result = DocumentBinder.tryBind(MemorySpec.class, tree, presetOrFile);
    return new LoadedMemory(presetOrFile, result.orThrow(), result.provenance());
  }

  /**
   * A memory with single values of it changed.
   *
   * @param spec the memory
   * @param patches {@code path=value} each
   * @param origin where the memory came from, for messages
   * @throws UnusableInput with all problems together, each with its path
   */
  public static MemorySpec changed(MemorySpec spec, List<String> patches, String origin) {
    return patches.isEmpty()
        ? spec
        : DocumentBinder.bind(MemorySpec.class, patched(Document.tree(spec), patches), origin);
  }

  private static Map<String, Object> tree(String presetOrFile) {
    return !MemoryPresets.has(presetOrFile) && looksLikeFile(presetOrFile)
        ? Document.readYaml(Path.of(presetOrFile))
        : MemoryPresets.tree(presetOrFile);
  }

  private static Map<String, Object> patched(Map<String, Object> whole, List<String> patches) {
    Map<String, Object> tree = whole;
    for (String patch : patches) {
      int equals = patch.indexOf('=');
      if (equals <= 0 || patch.substring(equals + 1).isBlank()) {
        throw new UnusableInput(
            "memory value \"" + patch + "\" must be path=value, such as senseAmplifier.offset=5mV");
      }
      tree =
          Document.patch(
              tree, patch.substring(0, equals).strip(), patch.substring(equals + 1).strip());
    }
    return tree;
  }

  private static boolean looksLikeFile(String text) {
    try {
      return text.endsWith(".yaml")
          || text.endsWith(".yml")
          || text.contains("/")
          || Files.exists(Path.of(text));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private MemoryLoader() {}
}
