package io.spindrift.device.fokkerplanck;

import java.util.Arrays;

/**
 * The action exp(t G) v of a matrix exponential by a Chebyshev series.
 *
 * <p>The numerical range of G lies in an ellipse about the centre c, half-height f along the
 * imaginary axis (precession) and half-width r along the real axis (damping and diffusion). With
 * foci at c +- i g, g^2 = f^2 - r^2, in the usual case f &gt; r,
 *
 * <pre>
 *   exp(t G) v = e^(c t) sum_k (2 - delta_k0) J_k(g t) F_k,
 *   F_0 = v,   F_1 = ((G - c)/g) v,   F_(k+1) = 2 ((G - c)/g) F_k + F_(k-1)
 * </pre>
 *
 * and with real foci (f &lt; r) the same with I_k and a minus sign before F_(k-1). A long time is
 * divided into steps; a step takes about g t + 10 (g t)^(1/3) products, and the series ends where
 * its terms, bounded on the ellipse by ((f + r)/g)^k, fall below the tolerance. No term exceeds the
 * result by more than a constant, so that round-off does not grow, unlike that of a Taylor series
 * with large steps. Source: Tal-Ezer and Kosloff, J. Chem. Phys. 81, 3967 (1984); for the ellipse
 * (Faber series) Huisinga et al., J. Chem. Phys. 110, 5538 (1999).
 *
 * <p>Holds work arrays; one thread at a time.
 */
final class ExponentialAction {
  private static final double LONGEST_DAMPED_STEP = 8;
  private static final double LONGEST_TURNING_STEP = 400;
  private static final double FLATTEST = 0.3;

  private final BlockProduct product;
  private final DiagonalBlocks[] halves;
  private final double centre;
  private final double focus;
  private final boolean turning;
  private final double growth;
  private final double longestSeconds;
  private final double tolerance;
  private double[] here;
  private double[] before;
  private long products;

  /**
   * The exponential of one generator.
   *
   * @param generator G
   * @param tolerance size of the first term left out, relative to v
   * @param product how products are taken
   */
  ExponentialAction(Generator generator, double tolerance, BlockProduct product) {
    this.product = product;
    double radius = 0.5 * (generator.highestPerSecond() - generator.lowestPerSecond());
    double height = generator.turningPerSecond();
    double largest = Math.max(radius, height);
    this.turning = height >= radius;
    this.centre = 0.5 * (generator.highestPerSecond() + generator.lowestPerSecond());
    this.focus =
        Math.max(Math.sqrt(Math.abs(height * height - radius * radius)), FLATTEST * largest);
    this.growth = (height + radius) / focus;
    this.longestSeconds =
        Math.min(LONGEST_DAMPED_STEP / Math.min(radius, height), LONGEST_TURNING_STEP / focus);
    this.tolerance = tolerance;
    this.halves = new DiagonalBlocks[2];
    for (int half : HarmonicOperator.halves()) {
      halves[half] = DiagonalBlocks.of(generator.operator(), half, 2 / focus, centre);
    }
    int size = generator.operator().layout().size();
    this.here = new double[size];
    this.before = new double[size];
  }

  /** Replaces v by exp(t G) v. */
  void advance(double[] v, double seconds) {
    int steps = (int) Math.ceil(seconds / longestSeconds);
    if (steps > 0) {
      double[] weights = weights(seconds / steps);
      for (int i = 0; i < steps; i++) {
        step(v, weights);
      }
    }
  }

  /** Products with a vector taken so far. */
  long products() {
    return products;
  }

  private double[] weights(double seconds) {
    double x = focus * seconds;
    int most = (int) (2 * (1 + growth) * x) + 200;
    double[] weights =
        turning ? BesselSequence.ordinary(x, most) : BesselSequence.modified(x, most);
    double scale = Math.exp(turning ? centre * seconds : centre * seconds + x);
    int last = 0;
    for (int k = 0; k < most; k++) {
      weights[k] *= (k == 0 ? 1 : 2) * scale;
      double bound = Math.abs(weights[k]) * Math.pow(growth, k);
      if (Double.isFinite(bound) && bound > tolerance) {
        last = k;
      }
    }
    return Arrays.copyOf(weights, last + 1);
  }

  private void step(double[] v, double[] weights) {
    System.arraycopy(v, 0, before, 0, v.length);
    Arrays.fill(here, 0);
    multiply(before, here);
    for (int i = 0; i < v.length; i++) {
      here[i] *= 0.5;
      v[i] *= weights[0];
    }
    for (int k = 1; k < weights.length; k++) {
      double weight = weights[k];
      for (int i = 0; i < v.length; i++) {
        v[i] += weight * here[i];
      }
      if (!turning) {
        for (int i = 0; i < v.length; i++) {
          before[i] = -before[i];
        }
      }
      multiply(here, before);
      double[] swap = before;
      before = here;
      here = swap;
    }
  }

  private void multiply(double[] x, double[] y) {
    products++;
    for (DiagonalBlocks half : halves) {
      product.add(half, x, y);
    }
  }
}
