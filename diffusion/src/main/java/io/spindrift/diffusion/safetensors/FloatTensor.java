package io.spindrift.diffusion.safetensors;

import io.spindrift.numerics.file.ThrowingConsumer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * 32-bit floating-point elements ready to be written; they are not copied.
 *
 * @param shape length of every axis, slowest first
 * @param values elements, row-major, from the position to the limit
 */
public record FloatTensor(long[] shape, FloatBuffer values) implements TensorData {
  /** Checks that the shape holds as many elements as there are values. */
  public FloatTensor {
    values = values.slice();
    if (TensorData.elements(shape) != values.remaining()) {
      throw new IllegalArgumentException(
          "shape "
              + Arrays.toString(shape)
              + " must hold as many elements as there are values, but there are "
              + values.remaining());
    }
  }

  /** All elements of an array. */
  public FloatTensor(long[] shape, float[] values) {
    this(shape, FloatBuffer.wrap(values));
  }

  @Override
  public ElementType type() {
    return ElementType.F32;
  }

  @Override
  public void forEachPiece(ByteBuffer lent, ThrowingConsumer<ByteBuffer> sink) throws IOException {
    int most = lent.capacity() / Float.BYTES;
    for (int from = 0; from < values.limit(); from += most) {
      int count = Math.min(most, values.limit() - from);
      lent.clear();
      lent.asFloatBuffer().put(values.slice(from, count));
      sink.accept(lent.limit(count * Float.BYTES));
    }
  }
}
