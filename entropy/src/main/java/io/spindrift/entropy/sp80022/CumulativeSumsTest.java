package io.spindrift.entropy.sp80022;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import java.util.List;

/**
 * Cumulative sums test: how far does the walk of +1 and -1 stray from zero, from either end?
 *
 * <p>z = largest |partial sum|; with Phi the normal distribution function and r = z/sqrt(n), p = 1
 * - sum_k [Phi((4k+1) r) - Phi((4k-1) r)] + sum_k [Phi((4k+3) r) - Phi((4k+1) r)], the first sum
 * over integers (-n/z+1)/4 <= k <= (n/z-1)/4, the second from (-n/z-3)/4. Terms beyond 40 standard
 * deviations are exactly zero and left out. Source: SP 800-22 Rev 1a, section 2.13. The walk from
 * the last bit has the partial sums S_n - S_k, so one pass serves both directions.
 */
public record CumulativeSumsTest() implements SequenceTest {
  private static final double FAR = 40;

  @Override
  public String name() {
    return "CumulativeSums";
  }

  @Override
  public List<TestResult> judge(BitSequence bits) {
    return Applicability.tooShort(bits, FrequencyTest.SHORTEST)
        ? Applicability.none(
            name(),
            List.of("forward", "reverse"),
            Applicability.tooShortFor(FrequencyTest.SHORTEST, bits))
        : apply(bits);
  }

  /** Applies the test whatever the length. */
  List<TestResult> apply(BitSequence bits) {
    int n = bits.length();
    int sum = 0;
    int low = 0;
    int high = 0;
    for (int at = 0; at < n; at += 64) {
      long word = bits.word(at);
      int length = Math.min(64, n - at);
      if (sum - length < low || sum + length > high) {
        int inside = sum;
        for (int i = 0; i < length; i++) {
          inside += 2 * (int) (word >>> i & 1) - 1;
          low = Math.min(low, inside);
          high = Math.max(high, inside);
        }
      }
      sum += 2 * Long.bitCount(word) - length;
    }
    return List.of(
        new TestResult(name(), "forward", judged(n, Math.max(high, -low))),
        new TestResult(name(), "reverse", judged(n, Math.max(sum - low, high - sum))));
  }

  private static Judged judged(int n, int z) {
    return new Judged(pValue(n, z), z);
  }

  private static double pValue(int n, int z) {
    double ratio = (double) n / z;
    double r = z / Math.sqrt(n);
    double reach = FAR / r / 4 + 1;
    int last = (int) Math.floor(Math.min((ratio - 1) / 4, reach));
    double p = 1;
    for (int k = (int) Math.ceil(Math.max((-ratio + 1) / 4, -reach)); k <= last; k++) {
      p -= normal((4 * k + 1) * r) - normal((4 * k - 1) * r);
    }
    for (int k = (int) Math.ceil(Math.max((-ratio - 3) / 4, -reach)); k <= last; k++) {
      p += normal((4 * k + 3) * r) - normal((4 * k + 1) * r);
    }
    return Math.clamp(p, 0.0, 1.0);
  }

  private static double normal(double x) {
    return 0.5 * UpperGamma.erfc(-x / Math.sqrt(2));
  }
}
