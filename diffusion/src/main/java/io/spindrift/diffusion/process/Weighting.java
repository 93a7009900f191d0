package io.spindrift.diffusion.process;

/** How much an image counts in the loss, as a function of its noise. */
public enum Weighting {
  /** Every image counts one. */
  UNIFORM,
  /**
   * The squared error of the implied clean image counts min(SNR, 5), SNR = alphaBar / (1 -
   * alphaBar). Source: Hang et al., "Efficient diffusion training via min-SNR weighting strategy",
   * ICCV 2023, equations 5 to 7.
   */
  MIN_SNR;

  private static final double GAMMA = 5;

  /** The weight of an image of remaining signal power {@code alphaBar} for a target. */
  public double of(Target target, double alphaBar) {
    if (this == UNIFORM) {
      return 1;
    }
    double snr = alphaBar / (1 - alphaBar);
    double ofClean = Math.min(snr, GAMMA);
    return switch (target) {
      case CLEAN -> ofClean;
      case EPSILON -> snr == 0 ? 1 : ofClean / snr;
      case VELOCITY -> ofClean / (snr + 1);
    };
  }
}
