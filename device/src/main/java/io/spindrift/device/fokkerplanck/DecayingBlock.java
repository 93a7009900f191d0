package io.spindrift.device.fokkerplanck;

/**
 * A generator without its conserved coefficient l = 0, factored so that it can be inverted.
 *
 * <p>Unknowns are ordered by degree, which makes the matrix banded: an element joins degrees at
 * most two apart. All that is left decays, so the block has an inverse, and the inverse singles out
 * the slowest decay.
 */
final class DecayingBlock {
  private final HarmonicLayout layout;
  private final BandedLu factors;

  DecayingBlock(HarmonicOperator operator) {
    this.layout = operator.layout();
    int[] band = new int[2];
    operator.forEach((shift, l, m, value) -> {
      int source = number(shift.source(), l + shift.dl(), m + shift.dm());
      int target = number(shift.target(), l, m);
      if (source >= 0 && target >= 0) {
        band[0] = Math.max(band[0], target - source);
        band[1] = Math.max(band[1], source - target);
      }
    });
    int unknowns = number(HarmonicLayout.SINE, layout.degree(), layout.degree()) + 1;
    double[][] rows = new double[unknowns][2 * band[0] + band[1] + 1];
    operator.forEach((shift, l, m, value) -> {
      int source = number(shift.source(), l + shift.dl(), m + shift.dm());
      int target = number(shift.target(), l, m);
      if (source >= 0 && target >= 0) {
        rows[target][source - target + band[0]] += value;
      }
    });
    this.factors = new BandedLu(rows, band[0], band[1]);
  }

  /** The solution of A x = b for coefficients in the layout; l = 0 of both is zero. */
  double[] solved(double[] b) {
    double[] packed = new double[(layout.degree() + 1) * (layout.degree() + 1) - 1];
    double[] x = new double[layout.size()];
    move(b, packed, true);
    factors.solve(packed);
    move(x, packed, false);
    return x;
  }

  private void move(double[] spread, double[] packed, boolean pack) {
    for (int half : HarmonicOperator.halves()) {
      for (int m = HarmonicLayout.lowestOrder(half); m <= layout.degree(); m++) {
        for (int l = Math.max(m, 1); l <= layout.degree(); l++) {
          int at = layout.at(half, l, m);
          int number = number(half, l, m);
          if (pack) {
            packed[number] = spread[at];
          } else {
            spread[at] = packed[number];
          }
        }
      }
    }
  }

  /** The unknown of a coefficient, negative for l = 0. */
  private static int number(int half, int l, int m) {
    return l * l - 1 + (m == 0 ? 0 : 2 * m - 1 + half);
  }
}
