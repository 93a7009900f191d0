package io.spindrift.diffusion.image;

import io.spindrift.numerics.random.RandomStream;

/**
 * One hand writing one digit: everything that differs from one writing to the next.
 *
 * <p>Lengths are in units of the digit's height unless their name says pixels.
 *
 * @param jitter standard deviation of the points through which the pen passes
 * @param aspect width of the digit over its height
 * @param proportion power that the height from the top is raised to; above 1 the digit's upper part
 *     grows
 * @param slant horizontal shift per height, positive to the right at the top
 * @param rotation angle of the paper, in radians
 * @param cornerSoftness 0 for sharp corners, 1 for round ones
 * @param wobble amplitude of the slow bending of the whole writing
 * @param wobblePhaseX phase of that bending along x
 * @param wobblePhaseY phase of that bending along y
 * @param wobbleWaves waves of that bending over the height
 * @param penPixels width of the pen line
 * @param speedContrast how much the line thins where the pen is fast, 0 to 1
 * @param taper how much the line thins towards the end of a stroke, 0 to 1
 * @param edgePixels width of the soft edge of the line
 */
record Handwriting(
    double jitter,
    double aspect,
    double proportion,
    double slant,
    double rotation,
    double cornerSoftness,
    double wobble,
    double wobblePhaseX,
    double wobblePhaseY,
    double wobbleWaves,
    double penPixels,
    double speedContrast,
    double taper,
    double edgePixels) {

  /** Draws a hand; the spreads were chosen by eye beside scanned handwriting. */
  static Handwriting draw(RandomStream random) {
    return new Handwriting(
        0.014 + 0.032 * random.nextDouble(),
        0.74 * StrictMath.exp(clipped(random, 2) * 0.21),
        StrictMath.exp(clipped(random, 2) * 0.13),
        0.13 + 0.19 * clipped(random, 2.2),
        0.08 * clipped(random, 2.2),
        0.1 + 0.6 * random.nextDouble(),
        0.012 + 0.034 * random.nextDouble(),
        2 * Math.PI * random.nextDouble(),
        2 * Math.PI * random.nextDouble(),
        0.6 + 0.9 * random.nextDouble(),
        2.45 * StrictMath.exp(clipped(random, 2) * 0.23),
        0.1 + 0.35 * random.nextDouble(),
        0.45 * random.nextDouble(),
        1.0 + 0.5 * random.nextDouble());
  }

  /** A standard normal number, drawn again until it lies within {@code reach}. */
  static double clipped(RandomStream random, double reach) {
    double z = random.nextGaussian();
    while (Math.abs(z) > reach) {
      z = random.nextGaussian();
    }
    return z;
  }
}
