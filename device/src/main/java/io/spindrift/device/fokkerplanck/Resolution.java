package io.spindrift.device.fokkerplanck;

import io.spindrift.device.dynamics.LinearField;
import io.spindrift.numerics.UnusableInput;
import java.util.Locale;

/**
 * Chooses the highest degree l of the harmonics.
 *
 * <p>A well of energy kappa theta^2/2 in units of kB T has coefficients that fall as exp(-l^2/(2
 * kappa)); kappa is about twice the range of the energy. Measured convergence: see
 * docs/physics/fokker-planck.md.
 */
final class Resolution {
  static final int HIGHEST_DEGREE = 200;

  private static final double BASE = 14;
  private static final double PER_ROOT = 9;
  private static final double RATE_SHARE = 0.85;

  /** The degree for a field and its noise. */
  static int degree(LinearField field, double damping, double diffusionPerSecond) {
    double perTesla = BoltzmannDensity.perTesla(damping, diffusionPerSecond);
    double range =
        perTesla
            * (Math.abs(field.kz() - field.kx())
                + Math.abs(field.kz() - field.ky())
                + 2 * (Math.abs(field.bx()) + Math.abs(field.by()) + Math.abs(field.bz())))
            / 4;
    int degree = (int) Math.ceil(BASE + PER_ROOT * Math.sqrt(2 * range));
    if (degree > HIGHEST_DEGREE) {
      throw new UnusableInput(
          String.format(
              Locale.ROOT,
              "the energy of the magnetisation must vary by less than %.0f kB T over the sphere for"
                  + " the Fokker-Planck method, but it varied by %.0f kB T; a higher temperature or"
                  + " a smaller anisotropy or field would be accepted",
              Math.pow((HIGHEST_DEGREE - BASE) / PER_ROOT, 2) / 2,
              range));
    }
    return degree;
  }

  /** The degree that resolves a slowest mode, smooth where a density is sharp. */
  static int degreeForRates(LinearField field, double damping, double diffusionPerSecond) {
    return (int) (RATE_SHARE * degree(field, damping, diffusionPerSecond));
  }

  private Resolution() {}
}
