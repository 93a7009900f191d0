package io.spindrift.diffusion.safetensors;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * 32-bit floating-point elements ready to be written; the arrays are not copied.
 *
 * @param shape length of every axis, slowest first
 * @param values elements, row-major
 */
public record FloatTensor(long[] shape, float[] values) implements TensorData {
  /** Checks that the shape holds as many elements as there are values. */
  public FloatTensor {
    if (TensorData.elements(shape) != values.length) {
      throw new IllegalArgumentException(
          "shape "
              + Arrays.toString(shape)
              + " must hold as many elements as there are values, but there are "
              + values.length);
    }
  }

  @Override
  public ElementType type() {
    return ElementType.F32;
  }

  @Override
  public ByteBuffer bytes() {
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes;
  }
}
