package io.spindrift.device.fokkerplanck;

/**
 * Normalised associated Legendre functions of positive phase, with the azimuthal factor of the real
 * harmonics: sqrt(2) T_lm for m &gt; 0 and T_l0.
 *
 * <p>T_mm = sqrt((2m+1)/(2m)) sin T_(m-1)(m-1), then upwards in l by z T_lm = a(l+1, m) T_(l+1)m +
 * a(l, m) T_(l-1)m; stable to far beyond degree 200.
 */
final class Legendre {
  /** Writes every function at z into one half of a layout. */
  static void fill(HarmonicLayout layout, double z, double[] values) {
    double sine = Math.sqrt((1 - z) * (1 + z));
    double diagonal = Math.sqrt(1 / (4 * Math.PI));
    for (int m = 0; m <= layout.degree(); m++) {
      if (m > 0) {
        diagonal *= sine * Math.sqrt((2 * m + 1.0) / (2 * m));
      }
      double below = 0;
      double here = m == 0 ? diagonal : Math.sqrt(2) * diagonal;
      values[layout.at(m, m)] = here;
      for (int l = m; l < layout.degree(); l++) {
        double next = (z * here - climb(l, m) * below) / climb(l + 1, m);
        values[layout.at(l + 1, m)] = next;
        below = here;
        here = next;
      }
    }
  }

  /** The coefficient a(l, m) between degrees l - 1 and l. */
  private static double climb(int l, int m) {
    return Math.sqrt(((double) l * l - (double) m * m) / (4.0 * l * l - 1));
  }

  private Legendre() {}
}
