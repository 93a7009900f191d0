package io.spindrift.device.retention;

import io.spindrift.device.dynamics.LinearField;
import io.spindrift.numerics.NumericalFailure;
import io.spindrift.numerics.Require;

/**
 * The slowest rate of a macrospin with an axis of symmetry, exact for any barrier.
 *
 * <p>With u(z) = -(bz z + Bk z^2/2) Ms V/(kB T) and w = exp(-u), the slowest mode solves
 *
 * <pre>
 *   d/dz [ (1 - z^2) w df/dz ] = -(lambda/D) w f,      int w f dz = 0
 * </pre>
 *
 * <p>Inverse iteration: the flux J(z) = int_{-1}^z w f is integrated from the near end, so that no
 * digits cancel, df/dz = -J/((1 - z^2) w) again, and lambda = D (f, f)/(f, next f). Every integral
 * is a trapezoid sum in s = artanh z, where the poles are far away and 1/(1 - z^2) is gone. It
 * converges as (lambda/next rate)^n: at once behind a barrier, in some tens of rounds without one.
 */
public final class AxialRelaxation {
  private static final int CELLS = 24_000;
  private static final double REACH = 12;
  private static final int MOST_ROUNDS = 400;
  private static final double HIGHEST_STABILITY = 600;

  private final double[] weight = new double[CELLS + 1]; // w dz
  private final double[] resistance = new double[CELLS + 1]; // ds/w
  private final double diffusionPerSecond;
  private final int top;
  private final double parallelShare;
  private final double antiparallelShare;

  /**
   * The relaxation of a junction.
   *
   * @throws IllegalArgumentException when it has no axis of symmetry, or a barrier above 600 kB T
   */
  public AxialRelaxation(HeldJunction junction) {
    if (!junction.axial()) {
      throw new IllegalArgumentException(
          "the field must be along the axis of a round junction, but was " + junction.field());
    }
    LinearField field = junction.energyField().orElseThrow();
    double perTesla = junction.perTesla();
    double net = field.kz() - field.kx();
    this.diffusionPerSecond = junction.diffusionPerSecond();
    double deepest = perTesla * Math.max(field.bz() + 0.5 * net, 0.5 * net - field.bz());
    double crest = net == 0 ? 0 : Math.clamp(-field.bz() / net, -1, 1);
    double highest = perTesla * (field.bz() * crest + 0.5 * net * crest * crest);
    Require.inRange("barrier", deepest - highest, -HIGHEST_STABILITY, HIGHEST_STABILITY, "kB T");
    double step = 2 * REACH / CELLS;
    for (int i = 0; i <= CELLS; i++) {
      double s = -REACH + i * step;
      double z = Math.tanh(s);
      double w = Math.exp(perTesla * (field.bz() * z + 0.5 * net * z * z) - deepest);
      double cosh = Math.cosh(s);
      weight[i] = w * step / (cosh * cosh);
      resistance[i] = step / w;
    }
    this.top = Math.clamp(Math.round((atanh(crest) + REACH) / step), 1, CELLS - 1);
    double upper = 0.5 * weight[top];
    double lower = 0.5 * weight[top];
    for (int i = 0; i <= CELLS; i++) {
      lower += i < top ? weight[i] : 0;
      upper += i > top ? weight[i] : 0;
    }
    this.parallelShare = upper / (upper + lower);
    this.antiparallelShare = lower / (upper + lower);
  }

  /** Share of the equilibrium on the P side of the barrier. */
  public double parallelShare() {
    return parallelShare;
  }

  /** The slowest rate, shared between the states by their populations. */
  public StateRates rates() {
    return StateRates.balanced(slowestPerSecond(), parallelShare, antiparallelShare);
  }

  /** The smallest eigenvalue of the Fokker-Planck operator that is not zero. */
  public double slowestPerSecond() {
    double[] f = new double[CELLS + 1];
    for (int i = 0; i <= CELLS; i++) {
      f[i] =
          i < top
              ? -parallelShare
              : i > top ? antiparallelShare : 0.5 * (antiparallelShare - parallelShare);
    }
    double before = 0;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double[] next = centred(solve(f));
      double rate = product(f, f) / product(f, next);
      if (Math.abs(rate - before) < 1e-12 * rate) {
        return diffusionPerSecond * rate;
      }
      before = rate;
      double size = Math.sqrt(product(next, next) / product(f, f));
      for (int i = 0; i <= CELLS; i++) {
        f[i] = next[i] / size;
      }
    }
    throw new NumericalFailure(
        "the slowest rate must settle in " + MOST_ROUNDS + " rounds, but did not");
  }

  /** The function g with D L g = -f, up to a constant. */
  private double[] solve(double[] f) {
    double[] flux = new double[CELLS + 1];
    double sum = 0;
    for (int i = 0; i <= top; i++) {
      flux[i] = sum + 0.5 * weight[i] * f[i];
      sum += weight[i] * f[i];
    }
    double other = 0;
    for (int i = CELLS; i > top; i--) {
      flux[i] = -(other + 0.5 * weight[i] * f[i]);
      other += weight[i] * f[i];
    }
    double[] g = new double[CELLS + 1]; // zero at the end of the fuller well: no digits cancel
    if (parallelShare < 0.5) {
      for (int i = 1; i <= CELLS; i++) {
        g[i] = g[i - 1] - rise(flux, i);
      }
    } else {
      for (int i = CELLS; i > 0; i--) {
        g[i - 1] = g[i] + rise(flux, i);
      }
    }
    return g;
  }

  private double rise(double[] flux, int i) {
    return 0.5 * (flux[i - 1] * resistance[i - 1] + flux[i] * resistance[i]);
  }

  private double[] centred(double[] g) {
    double mean = 0;
    double all = 0;
    for (int i = 0; i <= CELLS; i++) {
      mean += weight[i] * g[i];
      all += weight[i];
    }
    double[] shifted = new double[CELLS + 1];
    for (int i = 0; i <= CELLS; i++) {
      shifted[i] = g[i] - mean / all;
    }
    return shifted;
  }

  private double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i <= CELLS; i++) {
      sum += weight[i] * a[i] * b[i];
    }
    return sum;
  }

  private static double atanh(double z) {
    return Math.abs(z) >= 1 ? Math.copySign(REACH, z) : 0.5 * Math.log((1 + z) / (1 - z));
  }
}
