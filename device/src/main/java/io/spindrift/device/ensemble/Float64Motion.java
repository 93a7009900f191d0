package io.spindrift.device.ensemble;

/**
 * The hot loops of the double-precision kernel.
 *
 * <p>They are many and small on purpose: a short loop over independent trajectories keeps a
 * processor's out-of-order window full and the compiler's registers unspilled.
 */
interface Float64Motion {
  /** Draws the random words of one whole buffer: each makes a pair of Gaussians. */
  void words(Float64Spins spins);

  /** The radius of each pair, sqrt(-2 ln u). */
  void radii(long[] words, double[] radius);

  /** Both Gaussians of each pair: sines into the first half of the buffer, cosines behind. */
  void turn(long[] words, double[] radius, double[] noise);

  /** Noise of one step into total constant field, in place; predictor m* = m - m x q(m). */
  void predict(Float64Spins spins, Float64Field field, int noiseAt);

  /** Corrector m' ~ m + m* - m* x q(m*), which is the Heun average doubled, then made unit. */
  void correct(Float64Spins spins, Float64Field field, int noiseAt);

  /** Fills the noise buffer with standard Gaussians and advances the generators. */
  default void fill(Float64Spins spins) {
    words(spins);
    radii(spins.words, spins.radius);
    turn(spins.words, spins.radius, spins.noise);
  }
}
