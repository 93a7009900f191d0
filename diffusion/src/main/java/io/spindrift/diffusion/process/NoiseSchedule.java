package io.spindrift.diffusion.process;

import io.spindrift.numerics.Require;
import java.util.function.DoubleUnaryOperator;

/**
 * How fast noise replaces the image: beta_t for t = 0 (least noisy) to steps - 1.
 *
 * <p>alphaBar_t is the product of (1 - beta_s) over s from 0 to t; an image after step t is {@code
 * sqrt(alphaBar) x_0 + sqrt(1 - alphaBar) epsilon}.
 */
public final class NoiseSchedule {
  private static final double COSINE_OFFSET = 0.008;
  private static final double LARGEST_BETA = 0.999;
  private static final double SIGMOID_END = 3;
  private static final int MOST_STEPS = 100_000;

  private final double[] betas;
  private final double[] alphaBars;

  private NoiseSchedule(double[] betas, double[] alphaBars) {
    this.betas = betas;
    this.alphaBars = alphaBars;
  }

  /**
   * The cosine schedule, beta_t = min(1 - f(t + 1) / f(t), 0.999) with f(t) = cos^2((t / T + s) /
   * (1 + s) pi / 2) and s = 0.008.
   *
   * <p>Source: Nichol and Dhariwal, "Improved denoising diffusion probabilistic models", ICML 2021,
   * equation 17.
   */
  public static NoiseSchedule cosine(int steps) {
    return ofRemaining(
        steps,
        part -> {
          double c = StrictMath.cos((part + COSINE_OFFSET) / (1 + COSINE_OFFSET) * Math.PI / 2);
          return c * c;
        });
  }

  /**
   * The sigmoid schedule, beta_t = min(1 - f(t + 1) / f(t), 0.999) with f(t) = (s(3) - s(6 t / T -
   * 3)) / (s(3) - s(-3)) and s(x) = 1 / (1 + exp(-x)).
   *
   * <p>Source: proposed by Jabri, Fleet and Chen, "Scalable adaptive computation for iterative
   * generation", 2022 (arXiv 2212.11972); formula and the values -3, 3 and 1 for start, end and
   * temperature from Chen, "On the importance of noise scheduling for diffusion models", 2023
   * (arXiv 2301.10972), algorithm 1. There alphaBar is held above 1e-9; here the betas are held
   * below 0.999, as in the cosine schedule.
   */
  public static NoiseSchedule sigmoid(int steps) {
    double end = sigmoid(SIGMOID_END);
    return ofRemaining(steps, part -> end - sigmoid(SIGMOID_END * (2 * part - 1)));
  }

  private static double sigmoid(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }

  /** The schedule of a remaining signal power, known up to a factor at parts 0 to 1 of the way. */
  private static NoiseSchedule ofRemaining(int steps, DoubleUnaryOperator remaining) {
    double[] betas = new double[Require.inRange("diffusion steps", steps, 1, MOST_STEPS)];
    for (int t = 0; t < steps; t++) {
      double ratio =
          remaining.applyAsDouble((t + 1.0) / steps) / remaining.applyAsDouble((double) t / steps);
      betas[t] = Math.min(1 - ratio, LARGEST_BETA);
    }
    return ofBetas(betas);
  }

  /**
   * The noise levels of {@link EdmSigmas}, sigma from 0.002 at t = 0 to 80 at the last step.
   *
   * <p>Karras et al. train on log-normal noise levels and use these in sampling; as a schedule they
   * are trained on uniformly.
   */
  public static NoiseSchedule edm(int steps) {
    double[] alphaBars = new double[Require.inRange("diffusion steps", steps, 1, MOST_STEPS)];
    double[] betas = new double[steps];
    for (int t = 0; t < steps; t++) {
      double part = steps == 1 ? 0 : 1 - t / (steps - 1.0);
      double sigma = EdmSigmas.between(EdmSigmas.MOST, EdmSigmas.LEAST, part);
      alphaBars[t] = 1 / (1 + sigma * sigma);
      betas[t] = 1 - alphaBars[t] / (t == 0 ? 1 : alphaBars[t - 1]);
    }
    return new NoiseSchedule(betas, alphaBars);
  }

  /**
   * The linear schedule, beta from 0.0001 to 0.02 for 1000 steps; for other numbers of steps both
   * ends are scaled by 1000 / steps, so that the last image is about as noisy.
   *
   * <p>Source: Ho, Jain, Abbeel, "Denoising diffusion probabilistic models", NeurIPS 2020, section
   * 4; scaling as in Nichol and Dhariwal's published code. Betas are held below 0.999.
   */
  public static NoiseSchedule linear(int steps) {
    double[] betas = new double[Require.inRange("diffusion steps", steps, 1, MOST_STEPS)];
    double scale = 1000.0 / steps;
    for (int t = 0; t < steps; t++) {
      double part = steps == 1 ? 0 : (double) t / (steps - 1);
      betas[t] = Math.min(scale * (1e-4 + part * (0.02 - 1e-4)), LARGEST_BETA);
    }
    return ofBetas(betas);
  }

  /** The schedule of given betas, each in (0, 1). */
  public static NoiseSchedule ofBetas(double... betas) {
    Require.atLeast("diffusion steps", betas.length, 1);
    double[] alphaBars = new double[betas.length];
    double product = 1;
    for (int t = 0; t < betas.length; t++) {
      Require.inRange("beta of step " + t, betas[t], Double.MIN_NORMAL, 1 - 1e-12, "");
      product *= 1 - betas[t];
      alphaBars[t] = product;
    }
    return new NoiseSchedule(betas.clone(), alphaBars);
  }

  /** Number of steps T. */
  public int steps() {
    return betas.length;
  }

  /** Variance beta_t that step t adds. */
  public double beta(int t) {
    return betas[t];
  }

  /** Remaining signal power alphaBar_t. */
  public double alphaBar(int t) {
    return alphaBars[t];
  }

  /** Remaining signal power before step t: alphaBar_{t-1}, and 1 for t = 0. */
  public double alphaBarBefore(int t) {
    return t == 0 ? 1 : alphaBars[t - 1];
  }

  /** Factor sqrt(alphaBar_t) of the image after step t. */
  public double signal(int t) {
    return Math.sqrt(alphaBars[t]);
  }

  /** Factor sqrt(1 - alphaBar_t) of the noise after step t. */
  public double spread(int t) {
    return Math.sqrt(1 - alphaBars[t]);
  }

  /** The noise level of step t. */
  public NoiseLevel level(int t) {
    return new NoiseLevel(t, signal(t), spread(t));
  }

  /**
   * The noise level of a step that may lie between two, log(sigma) interpolated linearly.
   *
   * @param timestep from 0 to steps - 1
   */
  public NoiseLevel levelAt(double timestep) {
    Require.inRange("timestep", timestep, 0, steps() - 1.0, "");
    int below = (int) timestep;
    double part = timestep - below;
    if (part == 0) {
      return level(below);
    }
    double logSigma = (1 - part) * logSigma(below) + part * logSigma(below + 1);
    return NoiseLevel.ofSigma(timestep, Math.exp(logSigma));
  }

  /**
   * The noise level of standard deviation {@code sigma} on the unscaled image, with its real step:
   * log(sigma) interpolated linearly between the steps. Outside of the schedule's range the nearest
   * step is named, the closest that a network trained on this schedule knows.
   */
  public NoiseLevel levelOf(double sigma) {
    Require.positive("sigma", sigma, "");
    double sought = Math.log(sigma);
    int below = 0;
    int above = steps() - 1;
    if (sought <= logSigma(below)) {
      return NoiseLevel.ofSigma(below, sigma);
    }
    if (sought >= logSigma(above)) {
      return NoiseLevel.ofSigma(above, sigma);
    }
    while (above - below > 1) {
      int middle = (below + above) >>> 1;
      if (logSigma(middle) <= sought) {
        below = middle;
      } else {
        above = middle;
      }
    }
    double part = (sought - logSigma(below)) / (logSigma(above) - logSigma(below));
    return NoiseLevel.ofSigma(below + part, sigma);
  }

  private double logSigma(int t) {
    return Math.log(spread(t) / signal(t));
  }
}
