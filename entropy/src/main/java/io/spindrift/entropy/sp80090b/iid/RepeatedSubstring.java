package io.spindrift.entropy.sp80090b.iid;

import io.spindrift.entropy.sp80090b.iid.bzip2.RotationOrder;

/**
 * The test by the length of the longest repeated substring, SP 800-90B section 5.2.5.
 *
 * <p>W is the length of the longest substring that occurs twice, overlaps allowed. Two substrings
 * of that length of an IID sequence collide with probability P_col^W, P_col being the sum of the
 * squared shares; among N = (L - W + 1)(L - W) / 2 pairs at least one does with probability {@code
 * Pr(X >= 1) = 1 - (1 - P_col^W)^N}. A length so great that this is below 1/1000 fails.
 *
 * <p>The pairs are treated as independent, which they are not; the standard accepts that.
 *
 * @param collisionProbability P_col
 * @param length W
 * @param repeatProbability Pr(X >= 1)
 */
record RepeatedSubstring(double collisionProbability, int length, double repeatProbability) {
  private static final double SMALLEST = 0.001;

  static RepeatedSubstring of(ExaminedSample sample) {
    double collision = 0;
    for (double share : SymbolShares.of(sample).shares()) {
      collision += share * share;
    }
    int longest = longest(sample);
    double pairs = (sample.length() - longest + 1.0) * (sample.length() - longest) / 2;
    double each = Math.exp(longest * Math.log(collision));
    return new RepeatedSubstring(collision, longest, -Math.expm1(pairs * Math.log1p(-each)));
  }

  /** Whether the length is not too great. */
  boolean passed() {
    return repeatProbability >= SMALLEST;
  }

  /**
   * The greatest number of symbols that two suffixes share. Suffixes are sorted as rotations of the
   * sequence closed by a letter below all others; neighbours in that order share most, and from one
   * suffix to the next, one symbol shorter, the shared length falls by at most one (Kasai et al.,
   * CPM 2001).
   */
  private static int longest(ExaminedSample sample) {
    SymbolShares shares = SymbolShares.of(sample);
    int length = sample.length();
    char[] codes = new char[length + 1];
    for (int i = 0; i < length; i++) {
      codes[i] = (char) (1 + shares.number(sample, i));
    }
    int[] order = new RotationOrder().sort(codes, length + 1, shares.size() + 1);
    int[] before = new int[length + 1];
    for (int i = 1; i <= length; i++) {
      before[order[i]] = order[i - 1];
    }
    int longest = 0;
    int shared = 0;
    for (int suffix = 0; suffix < length; suffix++) {
      int other = before[suffix];
      while (codes[suffix + shared] == codes[other + shared]) {
        shared++;
      }
      longest = Math.max(longest, shared);
      shared = Math.max(0, shared - 1);
    }
    return longest;
  }
}
