package io.spindrift.entropy.sp80022;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import io.spindrift.entropy.sp80022.CheckOutcome.NotApplicable;
import org.hipparchus.special.Erf;

/**
 * Cumulative sums test: how far does the walk of +1 and -1 stray from zero?
 *
 * <p>z = largest |partial sum|; with Phi the normal distribution function and r = z/sqrt(n), p = 1
 * - sum_k [Phi((4k+1) r) - Phi((4k-1) r)] + sum_k [Phi((4k+3) r) - Phi((4k+1) r)], the first sum
 * over integers (-n/z+1)/4 <= k <= (n/z-1)/4, the second from (-n/z-3)/4. Source: SP 800-22 Rev 1a,
 * section 2.13.
 *
 * @param direction from which end the walk starts
 */
public record CumulativeSumsCheck(Direction direction) implements BitCheck {
  /** From which end the walk starts. */
  public enum Direction {
    /** From the first bit. */
    FORWARD,
    /** From the last bit. */
    BACKWARD
  }

  @Override
  public String name() {
    return "cumulative sums " + (direction == Direction.FORWARD ? "forward" : "backward");
  }

  @Override
  public CheckOutcome judge(BitSequence bits) {
    return bits.length() < FrequencyCheck.SHORTEST
        ? new NotApplicable("needs " + FrequencyCheck.SHORTEST + " bits, has " + bits.length())
        : apply(bits);
  }

  /** Applies the test whatever the length. */
  public Judged apply(BitSequence bits) {
    int n = bits.length();
    int sum = 0;
    int low = 0;
    int high = 0;
    for (int i = 0; i < n; i++) {
      sum += 2 * bits.bit(direction == Direction.FORWARD ? i : n - 1 - i) - 1;
      low = Math.min(low, sum);
      high = Math.max(high, sum);
    }
    int z = Math.max(high, -low);
    return new Judged(pValue(n, z), z);
  }

  private static double pValue(int n, int z) {
    double ratio = (double) n / z;
    double r = z / Math.sqrt(n);
    int last = (int) Math.floor((ratio - 1) / 4);
    double p = 1;
    for (int k = (int) Math.ceil((-ratio + 1) / 4); k <= last; k++) {
      p -= normal((4 * k + 1) * r) - normal((4 * k - 1) * r);
    }
    for (int k = (int) Math.ceil((-ratio - 3) / 4); k <= last; k++) {
      p += normal((4 * k + 3) * r) - normal((4 * k + 1) * r);
    }
    return Math.clamp(p, 0.0, 1.0);
  }

  private static double normal(double x) {
    return 0.5 * Erf.erfc(-x / Math.sqrt(2));
  }
}
