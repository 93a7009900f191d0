package io.spindrift.entropy.certificate;

import io.spindrift.entropy.gaussian.NormalTails;
import io.spindrift.numerics.Require;
import org.hipparchus.special.Beta;

/**
 * What several sequences reveal together when each is judged on its own and the outcomes pooled.
 *
 * <p>A defect moves the standardised statistic of every sequence by delta. It is revealed by the
 * number of sequences that fail at 1 %, or by the smallest p-value times their number s; the
 * statement is the smaller of the two deltas, so that all checks together reveal at least as much.
 * The failures are binomial with q(delta) = P(|N(delta, 1)| > z(0.995)); the critical number is the
 * least that fair bits reach with probability at most a/2.
 *
 * @param sequences number s of sequences
 * @param lengthBits bits of a sequence
 * @param level level a of one check
 */
public record PooledPower(long sequences, int lengthBits, double level) {
  private static final double FAILS = 0.01;
  private static final double LARGEST_SHIFT = 40;

  /** Checks the ranges. */
  public PooledPower {
    Require.atLeast("sequences", sequences, 1);
    Require.atLeast("sequence length", lengthBits, 1);
    Require.inRange("level", level, 1e-15, 0.5, "");
  }

  /** Bias |p - 1/2| of bits that is revealed nine times in ten: delta / (2 sqrt n). */
  public double bitBias() {
    return shift() / (2 * Math.sqrt(lengthBits));
  }

  /**
   * Correlation of successive bits that the runs test reveals nine times in ten: delta / sqrt n.
   */
  public double correlation() {
    return shift() / Math.sqrt(lengthBits);
  }

  /** The shift delta of each sequence's standardised statistic that is revealed. */
  public double shift() {
    double alone = shiftFor(level / sequences, aloneOfOne());
    long critical = criticalFailures();
    return critical > sequences ? alone : Math.min(alone, shiftFor(FAILS, shareForPower(critical)));
  }

  /** Probability with which one sequence must be extreme so that one of all is, nine in ten. */
  private double aloneOfOne() {
    return -Math.expm1(Math.log1p(-PowerStatement.NINE_TIMES_IN_TEN) / sequences);
  }

  private long criticalFailures() {
    long low = 0;
    long high = sequences + 1;
    while (high - low > 1) {
      long middle = (low + high) >>> 1;
      if (atLeast(middle, FAILS) <= level / 2) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  private double shareForPower(long critical) {
    double low = FAILS;
    double high = 1;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (atLeast(critical, middle) < PowerStatement.NINE_TIMES_IN_TEN) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private double atLeast(long k, double q) {
    return k > sequences ? 0 : Beta.regularizedBeta(q, k, sequences - k + 1.0);
  }

  /** delta with P(|N(delta, 1)| > z(1 - pointLevel/2)) = share. */
  private static double shiftFor(double pointLevel, double share) {
    double z = NormalTails.upperQuantile(pointLevel / 2);
    double low = 0;
    double high = LARGEST_SHIFT;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      double reached = NormalTails.upperTail(z - middle) + NormalTails.upperTail(z + middle);
      if (reached < share) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
