package io.spindrift.memory.spec;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.document.Document;
import io.spindrift.numerics.document.NearestNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The memories that come with the program, each a YAML resource with a source for every number. */
public final class MemoryPresets {
  /** The memory that is used when none is named. */
  public static final String DEFAULT = "vcmram-28nm";

  private static final List<String> NAMES = List.of(DEFAULT);

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
          "memory "
              + name
              + " is neither a preset nor a file; "
              + (nearest.isEmpty() ? "presets are " : "did you mean ")
              + String.join(" or ", nearest.isEmpty() ? NAMES : nearest)
              + (nearest.isEmpty() ? "" : "?"));
    }
    try (InputStream in = MemoryPresets.class.getResourceAsStream("presets/" + name + ".yaml")) {
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

  private MemoryPresets() {}
}
