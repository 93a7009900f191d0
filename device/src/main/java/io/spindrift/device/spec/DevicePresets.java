package io.spindrift.device.spec;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.document.Document;
import io.spindrift.numerics.document.NearestNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The devices that come with the program, each a YAML resource with a source for every number. */
public final class DevicePresets {
  /** The device that runs use when none is named. */
  public static final String DEFAULT = "precessional-macrospin";

  private static final List<String> NAMES =
      List.of(
          DEFAULT,
          "measured-compact-fit",
          "ucla-type-vcma",
          "utaustin-vcma",
          "arm-stt-vcma",
          "high-vcma-projection",
          "ikeda-type-stt",
          "minnesota-vcma-stt");

  /** The names of all presets. */
  public static List<String> names() {
    return NAMES;
  }

  /** Whether there is a preset of that name. */
  public static boolean has(String name) {
    return NAMES.contains(name);
  }

  /**
   * The text of a preset, with units, sources and notes.
   *
   * @throws UnusableInput when there is no such preset; the nearest names are offered
   */
  public static String text(String name) {
    if (!has(name)) {
      List<String> nearest = NearestNames.nearest(name, NAMES);
      throw new UnusableInput(
          "device "
              + name
              + " is neither a preset nor a file; "
              + (nearest.isEmpty() ? "presets are " : "did you mean ")
              + String.join(" or ", nearest.isEmpty() ? NAMES : nearest)
              + (nearest.isEmpty() ? "" : "?"));
    }
    try (InputStream in = DevicePresets.class.getResourceAsStream("presets/" + name + ".yaml")) {
      if (in == null) {
        throw new IllegalStateException("preset " + name + " is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The document of a preset. */
  public static Map<String, Object> tree(String name) {
    return Document.readYaml(text(name), name);
  }

  private DevicePresets() {}
}
