package io.spindrift.entropy.certificate;

import io.spindrift.entropy.gaussian.PowerSums;
import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import java.util.Arrays;

/**
 * Sums of products of samples {@code lag} places apart, lags 1 to {@link #LAGS}, mergeable in
 * order.
 *
 * <p>Keeps the first and last {@link #LAGS} samples, so that products across a border can be added
 * when two stretches are joined and the mean taken off at the end.
 */
final class LagSums {
  static final int LAGS = 32;

  private final double[] products = new double[LAGS + 1];
  private double[] head = new double[0];
  private double[] tail = new double[0];

  /** Adds {@code x[LAGS .. LAGS + length)}, in whose first LAGS places there is room. */
  void add(double[] x, int length) {
    int known = tail.length;
    System.arraycopy(tail, 0, x, LAGS - known, known);
    for (int lag = 1; lag <= LAGS; lag++) {
      int from = Math.max(LAGS, LAGS - known + lag);
      products[lag] += product(x, from, LAGS + length, lag);
    }
    if (head.length < LAGS) {
      int more = Math.min(LAGS - head.length, length);
      double[] longer = Arrays.copyOf(head, head.length + more);
      System.arraycopy(x, LAGS, longer, head.length, more);
      head = longer;
    }
    int kept = Math.min(LAGS, known + length);
    tail = Arrays.copyOfRange(x, LAGS + length - kept, LAGS + length);
  }

  /** Adds the stretch that follows this one. */
  void append(LagSums next) {
    double[] joined = new double[2 * LAGS + next.head.length];
    int known = tail.length;
    System.arraycopy(tail, 0, joined, LAGS - known, known);
    System.arraycopy(next.head, 0, joined, LAGS, next.head.length);
    for (int lag = 1; lag <= LAGS; lag++) {
      products[lag] += next.products[lag];
      // Pairs whose earlier sample lies before the border and whose later one lies behind it.
      int to = Math.min(LAGS + next.head.length, LAGS + lag);
      products[lag] += product(joined, Math.max(LAGS, LAGS - known + lag), to, lag);
    }
    if (head.length < LAGS) {
      int more = Math.min(LAGS - head.length, next.head.length);
      double[] longer = Arrays.copyOf(head, head.length + more);
      System.arraycopy(next.head, 0, longer, head.length, more);
      head = longer;
    }
    if (next.tail.length == LAGS) {
      tail = next.tail.clone();
    } else {
      int kept = Math.min(LAGS, known + next.tail.length);
      int end = LAGS + next.tail.length;
      tail = Arrays.copyOfRange(joined, end - kept, end);
    }
  }

  /**
   * r(k) = sum (x_i - m)(x_(i+k) - m) / (n s^2), m the sample mean and s^2 the central second
   * moment; index 0 holds 1.
   */
  double[] correlations(PowerSums sums) {
    double n = sums.count();
    double mean = sums.mean();
    double[] r = new double[LAGS + 1];
    r[0] = 1;
    double lost = 0;
    for (int lag = 1; lag <= LAGS && lag < n; lag++) {
      lost += head[lag - 1] + tail[tail.length - lag];
      double about = products[lag] - mean * (2 * sums.first() - lost) + (n - lag) * mean * mean;
      r[lag] = about / (n * sums.centralSecond());
    }
    return r;
  }

  /**
   * Joint test of all lags: Q = n (n + 2) sum r(k)^2 / (n - k), chi-square with as many degrees as
   * lags. G. M. Ljung and G. E. P. Box, Biometrika 65 (1978), equation 3.
   */
  static Judged ljungBox(double[] r, double n) {
    double q = 0;
    for (int lag = 1; lag < r.length; lag++) {
      q += r[lag] * r[lag] / (n - lag);
    }
    q *= n * (n + 2);
    return new Judged(ChiSquareTail.upper(q, r.length - 1.0), q);
  }

  private static double product(double[] x, int from, int to, int lag) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = from;
    for (; i + 3 < to; i += 4) {
      a += x[i] * x[i - lag];
      b += x[i + 1] * x[i + 1 - lag];
      c += x[i + 2] * x[i + 2 - lag];
      d += x[i + 3] * x[i + 3 - lag];
    }
    for (; i < to; i++) {
      a += x[i] * x[i - lag];
    }
    return (a + b) + (c + d);
  }
}
