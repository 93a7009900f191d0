package io.spindrift.diffusion.process;

/**
 * The noise levels sigma = (max^(1/rho) + part (min^(1/rho) - max^(1/rho)))^rho, rho = 7.
 *
 * <p>Source: Karras, Aittala, Aila and Laine, "Elucidating the design space of diffusion-based
 * generative models", NeurIPS 2022, equation 5, with the values of table 1.
 */
public final class EdmSigmas {
  /** Least noise, in standard deviations of images of about unit variance. */
  public static final double LEAST = 0.002;

  /** Most noise, in standard deviations of images of about unit variance. */
  public static final double MOST = 80;

  private static final double RHO = 7;

  private EdmSigmas() {}

  /**
   * A noise level between two others.
   *
   * @param part 0 for the most noise, 1 for the least
   */
  public static double between(double most, double least, double part) {
    double from = Math.pow(most, 1 / RHO);
    double to = Math.pow(least, 1 / RHO);
    return Math.pow(from + part * (to - from), RHO);
  }
}
