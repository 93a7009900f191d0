package io.spindrift.diffusion.extractor;

import java.nio.file.Path;
import java.util.List;

/** How files of feature networks are named. */
public final class NetworkFileName {
  /** Endings that a name is looked for with, the first one first. */
  public static final List<String> ENDINGS = List.of(".safetensors", ".onnx");

  /** The name of a network that lies in a file: that of the file without its ending. */
  public static String withoutEnding(Path file) {
    String name = String.valueOf(file.getFileName());
    for (String ending : ENDINGS) {
      name = name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
    }
    return name;
  }

  private NetworkFileName() {}
}
