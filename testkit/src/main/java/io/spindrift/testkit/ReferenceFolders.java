package io.spindrift.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Folders of published material that stay outside the project: image data, and beside it bit files
 * and reference values.
 */
public final class ReferenceFolders {
  /** The file {@code name} of bit files; skips the calling test when it is absent. */
  public static Path fixture(String name) {
    return beside("fixtures", name);
  }

  /** The file {@code name} of reference values; skips the calling test when it is absent. */
  public static Path reference(String name) {
    return beside("reference", name);
  }

  private static Path beside(String folder, String name) {
    String data = System.getProperty("spindrift.data", "");
    Assumptions.assumeFalse(
        data.isBlank() || data.startsWith("$"),
        "no " + folder + ": pass -Dspindrift.data=DIR, beside which they lie");
    Path file = Path.of(data).toAbsolutePath().normalize().resolveSibling(folder).resolve(name);
    Assumptions.assumeTrue(Files.isReadable(file), "absent: " + folder + "/" + name);
    return file;
  }

  private ReferenceFolders() {}
}
