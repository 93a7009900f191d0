package io.spindrift.entropy.sp80090b.estimate;

import static io.spindrift.entropy.sp80090b.estimate.UpperBound.log2;

import io.spindrift.entropy.sp80090b.Finding;

/**
 * The likeliest 128 bits of a Markov chain of first order.
 *
 * <p>H = min(1, -log2(p_max) / 128), p_max the largest probability among the six sequences that can
 * be likeliest: 00...0, 0101...01, 011...1, 100...0, 1010...10 and 11...1. SP 800-90B, section
 * 6.3.3. The standard gives no confidence bound here.
 */
public final class MarkovEstimator implements MinEntropyEstimator {
  private static final int STEPS = 128;

  @Override
  public String name() {
    return "Markov Estimate";
  }

  @Override
  public Finding estimate(Sample sample, Finding.Scope scope) {
    Quantities found = new Quantities(name(), scope);
    if (!sample.binary()) {
      return found.notApplicable("it is defined for bits");
    }
    if (sample.length() < 2) {
      return found.notApplicable("it needs at least 2 bits");
    }
    Pairs pairs = pairs(sample);
    double p1 = pairs.ones / (double) sample.length();
    double p0 = 1 - p1;
    double p01 = share(pairs.zeroOne, pairs.zeros());
    double p00 = pairs.zeros() > 0 ? 1 - p01 : 0;
    double p11 = share(pairs.oneOne, pairs.fromOne);
    double p10 = pairs.fromOne > 0 ? 1 - p11 : 0;
    double least = STEPS;
    least = Math.min(least, cost(p0, p00, 127, p00, 0));
    least = Math.min(least, cost(p0, p01, 64, p10, 63));
    least = Math.min(least, cost(p0, p01, 1, p11, 126));
    least = Math.min(least, cost(p1, p10, 1, p00, 126));
    least = Math.min(least, cost(p1, p10, 64, p01, 63));
    least = Math.min(least, cost(p1, p11, 127, p11, 0));
    return found
        .with("P_0", p0)
        .with("P_1", p1)
        .with("P_{0,0}", p00)
        .with("P_{0,1}", p01)
        .with("P_{1,0}", p10)
        .with("P_{1,1}", p11)
        .with("p-hat_max", Math.exp(-least * Math.log(2)))
        .entropy(Math.max(0, least / STEPS));
  }

  /** -log2(start first^m second^n); infinite when a factor vanishes. */
  private static double cost(double start, double first, int m, double second, int n) {
    return start > 0 && first > 0 && second > 0
        ? -log2(start) - m * log2(first) - n * log2(second)
        : Double.POSITIVE_INFINITY;
  }

  private static double share(int part, int whole) {
    return whole > 0 ? part / (double) whole : 0;
  }

  /** Counts of ones, of ones that have a successor, and of the steps 01 and 11 among all steps. */
  private record Pairs(int ones, int fromOne, int zeroOne, int oneOne, int steps) {
    int zeros() {
      return steps - fromOne;
    }
  }

  private static Pairs pairs(Sample sample) {
    long[] words = sample.words();
    int last = sample.length() - 1;
    int ones = 0;
    int oneOne = 0;
    int zeroOne = 0;
    for (int i = 0; i < words.length; i++) {
      long here = words[i];
      long next = (here >>> 1) | (i + 1 < words.length ? words[i + 1] << 63 : 0);
      ones += Long.bitCount(here);
      oneOne += Long.bitCount(here & next);
      zeroOne += Long.bitCount(~here & next);
    }
    return new Pairs(ones, ones - sample.symbol(last), zeroOne, oneOne, last);
  }
}
