package io.spindrift.entropy.gaussian;

/**
 * Sums of the powers one to four of samples, which can be added and merged.
 *
 * <p>Taken about zero: for samples that are near standard normal nothing cancels.
 *
 * @param count number of samples n
 * @param first sum of x
 * @param second sum of x^2
 * @param third sum of x^3
 * @param fourth sum of x^4
 */
public record PowerSums(long count, double first, double second, double third, double fourth) {
  /** No samples. */
  public static final PowerSums NONE = new PowerSums(0, 0, 0, 0, 0);

  /** The sums of {@code x[from .. to)}. */
  public static PowerSums of(double[] x, int from, int to) {
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    for (int i = from; i < to; i++) {
      double square = x[i] * x[i];
      s1 += x[i];
      s2 += square;
      s3 += square * x[i];
      s4 += square * square;
    }
    return new PowerSums(to - (long) from, s1, s2, s3, s4);
  }

  /** The sums of both. */
  public PowerSums plus(PowerSums other) {
    return new PowerSums(
        count + other.count,
        first + other.first,
        second + other.second,
        third + other.third,
        fourth + other.fourth);
  }

  /** Sample mean. */
  public double mean() {
    return first / count;
  }

  /** Second central moment with divisor n. */
  public double centralSecond() {
    double m = mean();
    return second / count - m * m;
  }

  /** Third central moment with divisor n. */
  public double centralThird() {
    double m = mean();
    return third / count - 3 * m * second / count + 2 * m * m * m;
  }

  /** Fourth central moment with divisor n. */
  public double centralFourth() {
    double m = mean();
    return fourth / count - 4 * m * third / count + 6 * m * m * second / count - 3 * m * m * m * m;
  }
}
