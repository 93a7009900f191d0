package io.spindrift.entropy.gaussian;

/**
 * The two hot loops of {@link SoftwareGaussian}: random words into radii, radii into samples.
 *
 * <p>Words come in groups of 16 longs from index 0 on, see {@link BoxMullerNumbers}; the lower half
 * of a long is its first word. Two loops, for the compiler keeps each in registers.
 */
interface BoxMullerLoop {
  /** Computes the 16 radii of each group. */
  void radii(long[] words, int groups, float[] radius);

  /** Turns radii into 32 samples a group, stored from {@code offset} on. */
  void turn(long[] words, int groups, float[] radius, float[] target, int offset);
}
