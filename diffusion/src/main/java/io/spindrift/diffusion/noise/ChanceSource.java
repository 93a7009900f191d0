package io.spindrift.diffusion.noise;

import io.spindrift.numerics.Require;

/**
 * Uniform numbers of k random bits each, whatever the bits come from. Safe to use from any thread.
 *
 * <p>A number is an int read without sign, u in [0, 2^32): its k highest bits are drawn, the others
 * are zero. An event of probability p happens when u lies below {@link #threshold threshold(p)},
 *
 * <pre>(u &amp; 0xFFFF_FFFFL) &lt; threshold(p),</pre>
 *
 * <p>which for fair bits has exactly the probability {@link #achieved achieved(p)}, p rounded to a
 * multiple of 2^-k.
 *
 * <p>A block belongs to one (purpose, image, step) and to nothing else, as in {@link
 * io.spindrift.diffusion.NoiseSource}.
 */
public interface ChanceSource {
  /** Most bits of a number. */
  int MOST_BITS = 32;

  /** What the numbers are made of, in a few words, for reports. */
  String name();

  /** k: random bits of one number, 1 to 32. */
  int bits();

  /**
   * Fills {@code uniform[offset .. offset + length)}.
   *
   * @param purpose what the numbers are for, such as {@code "training"} or {@code "sampling"}
   * @param image index of the image
   * @param step index of the training step or of the sampling step
   */
  void fill(String purpose, long image, long step, int[] uniform, int offset, int length);

  /** The bound below which u lies with probability {@code p}: a multiple of 2^(32-k) up to 2^32. */
  default long threshold(double p) {
    Require.inRange("probability", p, 0, 1, "");
    return Math.round(Math.scalb(p, bits())) << (MOST_BITS - bits());
  }

  /** The probability that fair bits give to the event of probability {@code p}. */
  default double achieved(double p) {
    return Math.scalb((double) threshold(p), -MOST_BITS);
  }
}
