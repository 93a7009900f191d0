package io.spindrift.entropy.sp80022;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import java.util.List;

/**
 * Longest run of ones in a block: is the longest run in blocks of M bits as long as it should be?
 *
 * <p>Blocks are sorted into classes by their longest run; chi^2 = sum (nu_i - N pi_i)^2 / (N pi_i)
 * over K + 1 classes, p = Q(K/2, chi^2/2). M = 8 below 6,272 bits, 128 below 750,000, else 10,000.
 * Source: SP 800-22 Rev 1a, section 2.4. The exact class probabilities follow from f(j) = f(j-1) -
 * 2^-(k+2) f(j-k-2), the probability that j fair bits hold no run longer than k; those of the
 * reference tool are rounded, at M = 10,000 to values that belong to another block length.
 *
 * @param constants which class probabilities are used
 */
public record LongestRunTest(ReferenceConstants constants) implements SequenceTest {
  /** Shortest sequence (section 2.4.2). */
  public static final int SHORTEST = 128;

  /** Block length M, the longest runs of the first and of the last class, the tool's numbers. */
  enum Blocks {
    /** For fewer than 6,272 bits. */
    SHORT(8, 1, 4, 0.21484375, 0.3671875, 0.23046875, 0.1875),
    /** For fewer than 750,000 bits. */
    MIDDLE(128, 4, 9, 0.1174035788, 0.242955959, 0.249363483, 0.17517706, 0.102701071, 0.112398847),
    /** For 750,000 bits and more. */
    LONG(10_000, 10, 16, 0.0882, 0.2092, 0.2483, 0.1933, 0.1208, 0.0675, 0.0727);

    private final int bits;
    private final int first;
    private final int last;
    private final double[] toolShares;
    private final double[] exactShares;

    Blocks(int bits, int first, int last, double... toolShares) {
      this.bits = bits;
      this.first = first;
      this.last = last;
      this.toolShares = toolShares;
      this.exactShares = exact(bits, first, last);
    }

    static Blocks of(int sequenceBits) {
      return sequenceBits < 6272 ? SHORT : sequenceBits < 750_000 ? MIDDLE : LONG;
    }

    double[] shares(ReferenceConstants constants) {
      return (constants == ReferenceConstants.STS ? toolShares : exactShares).clone();
    }

    private static double[] exact(int bits, int first, int last) {
      double[] shares = new double[last - first + 1];
      double below = 0;
      for (int i = 0; i < shares.length; i++) {
        double upTo = i == shares.length - 1 ? 1 : noRunLongerThan(first + i, bits);
        shares[i] = upTo - below;
        below = upTo;
      }
      return shares;
    }
  }

  /** Probability that {@code bits} fair bits hold no run of ones longer than {@code run}. */
  static double noRunLongerThan(int run, int bits) {
    double[] f = new double[bits + 1];
    double weight = Math.scalb(1.0, -(run + 2));
    for (int j = 0; j <= bits; j++) {
      if (j <= run) {
        f[j] = 1;
      } else {
        f[j] = j == run + 1 ? 1 - Math.scalb(1.0, -j) : f[j - 1] - weight * f[j - run - 2];
      }
    }
    return f[bits];
  }

  @Override
  public String name() {
    return "LongestRun";
  }

  @Override
  public List<TestResult> judge(BitSequence bits) {
    Blocks blocks = Blocks.of(bits.length());
    return Applicability.one(
        name(),
        "M=" + blocks.bits + " K=" + (blocks.last - blocks.first),
        Applicability.tooShort(bits, SHORTEST)
            ? Applicability.tooShortFor(SHORTEST, bits)
            : apply(bits, blocks));
  }

  private Judged apply(BitSequence bits, Blocks blocks) {
    int count = bits.length() / blocks.bits;
    int[] classes = new int[blocks.last - blocks.first + 1];
    for (int i = 0; i < count; i++) {
      int from = i * blocks.bits;
      int longest = OnesRuns.longest(bits, from, from + blocks.bits, blocks.last);
      classes[Math.max(longest, blocks.first) - blocks.first]++;
    }
    return Applicability.chiSquare(
        classes.length - 1, Applicability.chiSquareOf(classes, blocks.shares(constants), count));
  }
}
