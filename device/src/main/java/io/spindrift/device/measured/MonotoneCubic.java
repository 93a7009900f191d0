package io.spindrift.device.measured;

/**
 * Piecewise cubic through points that is monotone wherever they are.
 *
 * <p>Slopes are the weighted harmonic mean of the slopes of both neighbouring intervals, zero where
 * these differ in sign; the ends take a three-point slope, limited likewise. An extremum lies at a
 * point or nowhere, and no value leaves the range of its two neighbours. F. N. Fritsch and J.
 * Butland, SIAM J. Sci. Stat. Comput. 5, 300 (1984); ends as in C. Moler, Numerical Computing with
 * MATLAB (2004), section 3.6. Two points are joined by a straight line; one is a constant.
 */
final class MonotoneCubic {
  private final double[] x;
  private final double[] y;
  private final double[] slope;

  /** The curve through points with increasing abscissae. */
  MonotoneCubic(double[] x, double[] y) {
    this.x = x.clone();
    this.y = y.clone();
    this.slope = slopes(this.x, this.y);
  }

  /** The value at an abscissa; before the first point and after the last it is held. */
  double at(double abscissa) {
    if (abscissa <= x[0]) {
      return y[0];
    }
    if (abscissa >= x[x.length - 1]) {
      return y[y.length - 1];
    }
    int k = interval(x, abscissa);
    double h = x[k + 1] - x[k];
    double s = (abscissa - x[k]) / h;
    double r = 1 - s;
    return y[k] * r * r * (1 + 2 * s)
        + y[k + 1] * s * s * (3 - 2 * s)
        + h * s * r * (slope[k] * r - slope[k + 1] * s);
  }

  /** The interval [x_k, x_k+1] that holds an abscissa between the first and the last. */
  static int interval(double[] x, double abscissa) {
    int low = 0;
    int high = x.length - 1;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (x[middle] <= abscissa) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static double[] slopes(double[] x, double[] y) {
    int n = x.length;
    double[] slopes = new double[n];
    if (n < 2) {
      return slopes;
    }
    double[] h = new double[n - 1];
    double[] d = new double[n - 1];
    for (int k = 0; k < n - 1; k++) {
      h[k] = x[k + 1] - x[k];
      d[k] = (y[k + 1] - y[k]) / h[k];
    }
    if (n == 2) {
      slopes[0] = d[0];
      slopes[1] = d[0];
      return slopes;
    }
    for (int k = 1; k < n - 1; k++) {
      if (d[k - 1] * d[k] > 0) {
        double w1 = 2 * h[k] + h[k - 1];
        double w2 = h[k] + 2 * h[k - 1];
        slopes[k] = (w1 + w2) / (w1 / d[k - 1] + w2 / d[k]);
      }
    }
    slopes[0] = end(h[0], h[1], d[0], d[1]);
    slopes[n - 1] = end(h[n - 2], h[n - 3], d[n - 2], d[n - 3]);
    return slopes;
  }

  private static double end(double near, double far, double nearSlope, double farSlope) {
    double slope = ((2 * near + far) * nearSlope - near * farSlope) / (near + far);
    if (Math.signum(slope) != Math.signum(nearSlope)) {
      return 0;
    }
    boolean turns = Math.signum(nearSlope) != Math.signum(farSlope);
    return turns && Math.abs(slope) > 3 * Math.abs(nearSlope) ? 3 * nearSlope : slope;
  }
}
