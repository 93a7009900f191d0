package io.spindrift.entropy.certificate;

import io.spindrift.entropy.gaussian.NormalTails;
import io.spindrift.entropy.gaussian.StatedLaw;
import io.spindrift.entropy.sp80022.CheckOutcome;
import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import io.spindrift.entropy.sp80022.CheckOutcome.NotApplicable;

/**
 * Distances between the empirical distribution of sorted samples and a law.
 *
 * <p>Equal samples are taken as one step. A sample is a float: it stands for all reals that round
 * to it, so a law is asked for F at both ends of that interval, and an atom is met although its
 * value was rounded.
 */
final class SortedSamples {
  private static final double ATOM = 1e-6;

  /**
   * What one pass over the samples found.
   *
   * @param distance sup |F_n(x) - F(x)|
   * @param andersonDarling A^2
   * @param atoms whether the law gives a sample more than a millionth of its probability
   * @param impossible samples to which the law gives no probability
   */
  record Comparison(double distance, double andersonDarling, boolean atoms, long impossible) {
    /** Kolmogorov-Smirnov test of n samples. */
    Judged kolmogorovSmirnov(long n) {
      return new Judged(KolmogorovLaw.pValue(distance, n), distance);
    }

    /** Anderson-Darling test, for laws without atoms. */
    CheckOutcome andersonDarlingTest() {
      if (atoms) {
        return new NotApplicable("the law has atoms");
      }
      return impossible > 0
          ? new Judged(0, Double.MAX_VALUE)
          : new Judged(AndersonDarlingLaw.upper(andersonDarling), andersonDarling);
    }
  }

  /**
   * Compares with the standard normal.
   *
   * <p>D = max over steps of |F - i/n|; A^2 = -n - (1/n) sum (2i - 1) (ln F(x_i) + ln(1 -
   * F(x_(n+1-i)))), regrouped so that each sample needs one tail of the normal.
   */
  static Comparison withNormal(float[] rising) {
    double n = rising.length;
    double distance = 0;
    double logs = 0;
    for (int i = 0; i < rising.length; ) {
      int end = stepEnd(rising, i);
      double tail = NormalTails.upperTail(Math.abs(rising[i]));
      double below = rising[i] < 0 ? tail : 1 - tail;
      distance = Math.max(distance, Math.max(Math.abs(below - i / n), Math.abs(below - end / n)));
      double logTail = Math.log(Math.max(tail, Double.MIN_NORMAL));
      double logRest = Math.log1p(-tail);
      logs += rising[i] < 0 ? term(i, end, n, logTail, logRest) : term(i, end, n, logRest, logTail);
      i = end;
    }
    return new Comparison(distance, -n - logs / n, false, 0);
  }

  /** Compares with a stated law. */
  static Comparison with(StatedLaw law, float[] rising) {
    double n = rising.length;
    double reach = law.reachSigma() * (1 + 1e-6);
    double distance = 0;
    double logs = 0;
    boolean atoms = false;
    long outside = 0;
    long between = 0;
    for (int i = 0; i < rising.length; ) {
      int end = stepEnd(rising, i);
      double half = Math.ulp(rising[i]) / 2.0;
      double before = law.cumulative(rising[i] - half);
      double upTo = law.cumulative(rising[i] + half);
      distance = Math.max(distance, Math.max(Math.abs(before - i / n), Math.abs(upTo - end / n)));
      atoms |= upTo - before > ATOM;
      if (Math.abs(rising[i]) > reach) {
        outside += end - i;
      } else if (upTo <= before) {
        between += end - i;
      }
      double inside = Math.clamp((before + upTo) / 2, Double.MIN_NORMAL, Math.nextDown(1.0));
      logs += term(i, end, n, Math.log(inside), Math.log1p(-inside));
      i = end;
    }
    return new Comparison(distance, -n - logs / n, atoms, atoms ? outside + between : outside);
  }

  /** Sum over the samples i .. end - 1 of (2i+1) ln F + (2(n-i)-1) ln(1-F), counted from 0. */
  private static double term(int i, int end, double n, double logBelow, double logAbove) {
    double size = end - (double) i;
    double weight = size * (i + (double) end);
    return weight * logBelow + (2 * n * size - weight) * logAbove;
  }

  private static int stepEnd(float[] rising, int start) {
    int end = start + 1;
    while (end < rising.length && rising[end] == rising[start]) {
      end++;
    }
    return end;
  }

  private SortedSamples() {}
}
