package io.spindrift.torch;

import io.spindrift.diffusion.safetensors.SafetensorsFile;
import io.spindrift.numerics.UnusableInput;
import java.util.Map;

/** Which of our formats a safetensors file holds, in which version, and whether it is sound. */
final class StoredFormat {
  private static final String FORMAT = "format";
  private static final String VERSION = "version";

  static void describe(Map<String, String> metadata, String format, int version) {
    metadata.put(FORMAT, format);
    metadata.put(VERSION, Integer.toString(version));
  }

  static boolean holds(SafetensorsFile stored, String format) {
    return format.equals(stored.metadata().get(FORMAT));
  }

  /**
   * Returns when the file holds {@code format} in a version up to {@code version}.
   *
   * @throws UnusableInput otherwise
   */
  static void require(SafetensorsFile stored, String format, int version) {
    if (!holds(stored, format)) {
      throw new UnusableInput(
          stored.file()
              + " must hold a "
              + format
              + ", but its metadata names "
              + stored.metadata().getOrDefault(FORMAT, "no format"));
    }
    String found = stored.metadata().getOrDefault(VERSION, "none");
    if (!found.matches("\\d{1,6}") || Integer.parseInt(found) > version) {
      throw new UnusableInput(
          stored.file()
              + " must be of format version "
              + version
              + " or earlier, but is of version "
              + found
              + "; a later release reads it");
    }
  }

  /**
   * The elements of a tensor.
   *
   * @throws UnusableInput when it is absent, of another shape, or holds NaN or infinity
   */
  static float[] finite(SafetensorsFile stored, String name, long... shape) {
    float[] values = stored.floats(name, shape);
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new UnusableInput(
            "the tensor \""
                + name
                + "\" of "
                + stored.file()
                + " must hold finite numbers, but holds "
                + value);
      }
    }
    return values;
  }

  private StoredFormat() {}
}
