package io.spindrift.diffusion.safetensors;

import io.spindrift.numerics.file.ThrowingConsumer;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Elements with a type and a shape, as one file entry keeps them. */
public sealed interface TensorData permits FloatTensor, StoredTensor {
  /** Type of the elements. */
  ElementType type();

  /** Length of every axis, slowest first; empty for a single number. */
  long[] shape();

  /**
   * Hands out the elements, row-major and little-endian, piece by piece: a checkpoint is written
   * every minute, and its bytes need not lie in memory all at once.
   *
   * @param lent little-endian buffer that each piece is put into, from position 0 to its limit
   * @param sink takes a piece before the next is put into the same buffer
   */
  void forEachPiece(ByteBuffer lent, ThrowingConsumer<ByteBuffer> sink) throws IOException;

  /**
   * Number of elements of a shape; 1 for a single number.
   *
   * @throws ArithmeticException when the product does not fit 63 bits
   */
  static long elements(long[] shape) {
    long product = 1;
    for (long axis : shape) {
      product = Math.multiplyExact(product, axis);
    }
    return product;
  }
}
