package io.spindrift.device.ensemble;

/**
 * The hot loops of the single-precision kernel.
 *
 * <p>They are many and small on purpose: a short loop over independent trajectories keeps a
 * processor's out-of-order window full and the compiler's registers unspilled.
 */
interface Float32Motion {
  /** Draws the random words of one whole buffer: three words make two pairs of Gaussians. */
  void words(Float32Spins spins);

  /** The radius of each pair, sqrt(-2 ln u). */
  void radii(int[] words, float[] radius);

  /** Both Gaussians of each pair: sines into the first half of the buffer, cosines behind. */
  void turn(int[] words, int[] angles, float[] radius, float[] noise);

  /** Noise of one step into total constant field, in place; predictor m* = m - m x q(m). */
  void predict(Float32Spins spins, Float32Field field, int noiseAt);

  /** Corrector m' ~ m + m* - m* x q(m*), which is the Heun average doubled, then made unit. */
  void correct(Float32Spins spins, Float32Field field, int noiseAt);

  /** Fills the noise buffer with standard Gaussians and advances the generators. */
  default void fill(Float32Spins spins) {
    words(spins);
    radii(spins.words, spins.radius);
    turn(spins.words, spins.angles, spins.radius, spins.noise);
  }
}
