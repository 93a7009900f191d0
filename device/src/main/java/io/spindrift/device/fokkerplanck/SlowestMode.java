package io.spindrift.device.fokkerplanck;

import io.spindrift.device.dynamics.LinearField;
import io.spindrift.device.dynamics.SphereRegion;
import io.spindrift.numerics.Constants;
import io.spindrift.numerics.NumericalFailure;
import java.util.function.UnaryOperator;

/**
 * Finds the slowest mode of a generator by inverse iteration, and its rate without cancellation.
 *
 * <p>The eigenvalue of a matrix of norm 10^12 per second is uncertain by 10^-4 per second, more
 * than the rate of a stable junction. Its eigenfunction u, of the backward equation, is not: it is
 * separated from the next by the relaxation rate, near 10^8. A rate that the round-off would touch
 * is therefore read from u as a flux over the saddle ({@link BoltzmannDensity#fluxRate}), in which
 * small numbers are not differences of large ones. With spin-transfer torque the stationary law has
 * no closed form; then the eigenvalue stands, with its uncertainty.
 */
final class SlowestMode {
  private static final int MOST_ITERATIONS = 400;
  private static final double CONVERGED = 1e-12;
  private static final double NEGLIGIBLE = 1e-9;

  /** Rate and mode at one resolution; the relative error is that of the eigenvalue's round-off. */
  static SlowestRate of(
      DriftBasis basis, LinearField field, double damping, double diffusionPerSecond) {
    Generator generator = basis.generator(field, damping, diffusionPerSecond);
    HarmonicLayout layout = basis.layout();
    HarmonicOperator backward = generator.operator().transposed();
    double[] u = dominant(new DecayingBlock(backward)::solved, Hemispheres.signOfMz(layout));
    double eigenvalue = -dot(u, backward.applied(u)) / dot(u, u);
    double noise = 4 * Math.ulp(1.0) * generator.turningPerSecond();
    double eigenvalueError = noise / Math.abs(eigenvalue);
    SphereFunction mode = new SphereFunction(layout, u);
    if (field.twist() != 0) {
      double share = parallelShare(generator.operator());
      return new SlowestRate(eigenvalue, eigenvalueError, share, mode);
    }
    BoltzmannDensity law =
        new BoltzmannDensity(
            field,
            BoltzmannDensity.perTesla(damping, diffusionPerSecond),
            SphereRegion.WHOLE,
            layout.degree());
    double share = law.share(SphereRegion.UPPER);
    if (eigenvalueError < NEGLIGIBLE) {
      return new SlowestRate(eigenvalue, eigenvalueError, share, mode);
    }
    double turn = Constants.GYROMAGNETIC_RATIO_RADIANS_PER_SECOND_TESLA / (1 + damping * damping);
    double rate = law.fluxRate(layout, u, turn, diffusionPerSecond);
    return new SlowestRate(rate, NEGLIGIBLE, share, mode);
  }

  /** The stationary probability of mz &gt; 0: solves G p = 0 with total probability one. */
  private static double parallelShare(HarmonicOperator forward) {
    HarmonicLayout layout = forward.layout();
    double[] uniform = new double[layout.size()];
    uniform[layout.at(HarmonicLayout.COSINE, 0, 0)] = 1 / Math.sqrt(4 * Math.PI);
    double[] rest = new DecayingBlock(forward).solved(forward.applied(uniform));
    return 0.5 - 0.5 * dot(rest, Hemispheres.signOfMz(layout));
  }

  private static double[] dominant(UnaryOperator<double[]> inverse, double[] start) {
    double[] u = scaled(start);
    for (int i = 0; i < MOST_ITERATIONS; i++) {
      double[] next = scaled(inverse.apply(u));
      double same = distance(next, u, 1);
      double flipped = distance(next, u, -1);
      u = next;
      if (Math.min(same, flipped) < CONVERGED) {
        return u;
      }
    }
    throw new NumericalFailure(
        "the slowest mode must be a single real one, but the iteration had not settled after "
            + MOST_ITERATIONS
            + " rounds: this field leaves no two wells");
  }

  private static double distance(double[] a, double[] b, int sign) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - sign * b[i]) * (a[i] - sign * b[i]);
    }
    return Math.sqrt(sum);
  }

  private static double[] scaled(double[] u) {
    double norm = Math.sqrt(dot(u, u));
    double[] scaled = u.clone();
    for (int i = 0; i < u.length; i++) {
      scaled[i] /= norm;
    }
    return scaled;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private SlowestMode() {}
}
