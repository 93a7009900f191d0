package io.spindrift.device.retention;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Mel'nikov's depopulation factor: how far weak damping leaves the top of a well underfilled.
 *
 * <pre>
 *   A(d) = exp( (1/2 pi) int ln(1 - exp(-d (l^2 + 1/4))) dl/(l^2 + 1/4) )
 * </pre>
 *
 * <p>over all l, where d is the energy lost in kB T between two visits to the barrier. A tends to d
 * for weak damping and to 1 for strong. With l = tan(t)/2 the integral runs over a finite range. V.
 * I. Mel'nikov and S. V. Meshkov, J. Chem. Phys. 85, 1018 (1986); for magnetic moments W. T.
 * Coffey, D. A. Garanin, D. J. McCarthy, Adv. Chem. Phys. 117, 483 (2001).
 */
final class Depopulation {
  private static final int PANELS = 16;
  private static final int NODES = 12;

  /** A(d) for a loss of {@code loss} kB T. */
  static double of(double loss) {
    GaussIntegratorFactory rules = new GaussIntegratorFactory();
    double sum = 0;
    double width = Math.PI / 2 / PANELS;
    for (int panel = 0; panel < PANELS; panel++) {
      GaussIntegrator rule = rules.legendre(NODES, panel * width, (panel + 1) * width);
      sum +=
          rule.integrate(t -> {
            double cosine = Math.cos(t);
            return Math.log(-Math.expm1(-0.25 * loss / (cosine * cosine)));
          });
    }
    return Math.exp(2 / Math.PI * sum);
  }

  /** A(d1) A(d2)/A(d1 + d2): the factor of both rates of a double well. */
  static double ofDoubleWell(double lossHere, double lossThere) {
    return of(lossHere) * of(lossThere) / of(lossHere + lossThere);
  }

  private Depopulation() {}
}
