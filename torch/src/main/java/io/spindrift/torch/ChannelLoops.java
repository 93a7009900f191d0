package io.spindrift.torch;

import io.spindrift.numerics.vector.VectorModule;
import java.lang.foreign.MemorySegment;

/**
 * Loops over one image [pixel, channel], from which group normalisation is made.
 *
 * <p>Every channel is summed over the pixels in their order, so vectors over channels give the same
 * bits as plain loops.
 */
sealed interface ChannelLoops permits PlainLoops, VectorLoops {
  /** Loops for images of so many channels: vectors where they fit. */
  static ChannelLoops of(int channels) {
    return VectorModule.isPresent() && VectorLoops.fit(channels)
        ? new VectorLoops()
        : new PlainLoops();
  }

  /** Reads {@code count} numbers in bf16 from byte {@code at} on. */
  void widen(MemorySegment source, long at, float[] target, int count);

  /** Writes {@code count} numbers, rounded to the nearest in bf16, ties to even. */
  void narrow(float[] source, MemorySegment target, long at, int count);

  /** sum = sum over pixels of x + move, per channel. */
  void sum(float[] x, float[] move, int pixels, float[] sum);

  /** sum = sum over pixels of (x + move)^2, per channel. */
  void sumOfSquares(float[] x, float[] move, int pixels, float[] sum);

  /** x = scale x + shift, per channel. */
  void scale(float[] x, float[] scale, float[] shift, int pixels);

  /** x = silu(scale x + shift) with silu(z) = z / (1 + e^-z). */
  void activate(float[] x, float[] scale, float[] shift, int pixels);

  /** slope = slope silu'(scale x + shift). */
  void activateBack(float[] x, float[] scale, float[] shift, float[] slope, int pixels);

  /** sum = sum over pixels of y (x + move), per channel. */
  void sumOfProducts(float[] x, float[] move, float[] y, int pixels, float[] sum);

  /** y = yScale y + xScale x + shift, per channel. */
  void combine(float[] y, float[] yScale, float[] x, float[] xScale, float[] shift, int pixels);
}
