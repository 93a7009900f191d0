package io.spindrift.entropy.certificate;

import io.spindrift.entropy.BitSequence;
import io.spindrift.numerics.Require;

/**
 * Autocorrelation r(k) of bits taken as -1 and +1 about zero, for lags up to a largest.
 *
 * <p>r(k) = 1 - 2 A(k)/N(k), A the pairs k places apart that differ, N all such pairs; the standard
 * deviation of fair independent bits is 1/sqrt(N(k)). Pairs are counted 64 at a time, as ones of
 * the sequence combined with itself, shifted, by exclusive-or. Pairs that reach from one added
 * sequence into the next are left out.
 */
public final class AutocorrelationFunction {
  private final long[] differing;
  private final long[] pairs;

  /** Begins without bits, for lags 1 to {@code lags}. */
  public AutocorrelationFunction(int lags) {
    Require.atLeast("lags", lags, 1);
    differing = new long[lags + 1];
    pairs = new long[lags + 1];
  }

  /** Adds the pairs within a sequence. */
  public void add(BitSequence sequence) {
    for (int lag = 1; lag < pairs.length && lag < sequence.length(); lag++) {
      differing[lag] += sequence.differences(lag);
      pairs[lag] += sequence.length() - lag;
    }
  }

  /** Largest lag. */
  public int lags() {
    return pairs.length - 1;
  }

  /** r(lag), 0 where there is no pair. */
  public double correlation(int lag) {
    return pairs[lag] == 0 ? 0 : 1 - 2.0 * differing[lag] / pairs[lag];
  }

  /** 1/sqrt(N(lag)), infinite where there is no pair. */
  public double standardError(int lag) {
    return 1 / Math.sqrt((double) pairs[lag]);
  }
}
