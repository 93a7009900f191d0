package io.spindrift.device.fokkerplanck;

/**
 * Bessel functions of orders 0, 1, 2, ... at one argument, by Miller's backward recurrence.
 *
 * <p>Source: Numerical Recipes, 3rd edition, section 5.4; normalised by J0 + 2 (J2 + J4 + ...) = 1
 * and by I0 + 2 (I1 + I2 + ...) = e^x.
 */
final class BesselSequence {
  private static final double RESCALE_ABOVE = 1e200;

  /** J_0(x) .. J_(count-1)(x) for x not negative. */
  static double[] ordinary(double x, int count) {
    return sequence(x, count, -1);
  }

  /** e^-x I_0(x) .. e^-x I_(count-1)(x) for x not negative. */
  static double[] modified(double x, int count) {
    return sequence(x, count, 1);
  }

  private static double[] sequence(double x, int count, int sign) {
    double[] values = new double[count];
    if (x == 0) {
      values[0] = 1;
      return values;
    }
    int start = Math.max(count, (int) Math.ceil(x)) + 60 + (int) (10 * Math.cbrt(x));
    double above = 0;
    double here = 1e-200;
    double sum = 0;
    for (int k = start; k >= 0; k--) {
      if (k < count) {
        values[k] = here;
      }
      if (sign > 0 || k % 2 == 0) {
        sum += k == 0 ? here : 2 * here;
      }
      double below = 2 * k / x * here + sign * above;
      above = here;
      here = below;
      if (Math.abs(here) > RESCALE_ABOVE) {
        here /= RESCALE_ABOVE;
        above /= RESCALE_ABOVE;
        sum /= RESCALE_ABOVE;
        for (int i = k; i < count; i++) {
          values[i] /= RESCALE_ABOVE;
        }
      }
    }
    for (int k = 0; k < count; k++) {
      values[k] /= sum;
    }
    return values;
  }

  private BesselSequence() {}
}
