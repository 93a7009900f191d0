package io.spindrift.diffusion.safetensors;

import io.spindrift.numerics.UnusableInput;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a safetensors file holds.
 *
 * @param file where it was read
 * @param metadata free text by key
 * @param tensors elements by name, in the order of their bytes
 */
public record SafetensorsFile(
    Path file, Map<String, String> metadata, Map<String, StoredTensor> tensors) {
  /** Copies the maps, keeping their order. */
  public SafetensorsFile {
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
  }

  /**
   * The tensor of a name.
   *
   * @throws UnusableInput when there is none
   */
  public StoredTensor tensor(String name) {
    StoredTensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new UnusableInput(
          file + " must hold a tensor \"" + name + "\", but holds only " + someNames());
    }
    return tensor;
  }

  /**
   * The floating-point elements of a tensor of a known shape.
   *
   * @throws UnusableInput when there is none, or its shape or its type differs
   */
  public float[] floats(String name, long... shape) {
    StoredTensor tensor = tensor(name);
    if (!Arrays.equals(tensor.shape(), shape)) {
      throw new UnusableInput(
          "the tensor \""
              + name
              + "\" of "
              + file
              + " must have the shape "
              + Arrays.toString(shape)
              + ", but has "
              + Arrays.toString(tensor.shape()));
    }
    return tensor.floats();
  }

  private String someNames() {
    String names = String.join(", ", tensors.keySet().stream().limit(8).toList());
    return tensors.isEmpty() ? "none" : names + (tensors.size() > 8 ? " and others" : "");
  }
}
