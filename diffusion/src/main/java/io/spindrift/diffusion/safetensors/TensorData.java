package io.spindrift.diffusion.safetensors;

import java.nio.ByteBuffer;

/** Elements with a type and a shape, as one file entry keeps them. */
public sealed interface TensorData permits FloatTensor, StoredTensor {
  /** Type of the elements. */
  ElementType type();

  /** Length of every axis, slowest first; empty for a single number. */
  long[] shape();

  /** The elements, row-major and little-endian, from position 0 to the limit. */
  ByteBuffer bytes();

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
