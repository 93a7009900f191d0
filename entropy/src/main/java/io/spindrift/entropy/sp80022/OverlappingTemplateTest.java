package io.spindrift.entropy.sp80022;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.PackedBits;
import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import io.spindrift.numerics.Require;
import java.util.List;

/**
 * Overlapping template matching: do m ones in a row, overlapping, occur as often as they should in
 * blocks of M bits?
 *
 * <p>Blocks are sorted by their number of matches, 0 to 4 and more; chi^2 over the six classes, p =
 * Q(5/2, chi^2/2). Source: SP 800-22 Rev 1a, section 2.8. The exact class probabilities come from a
 * recursion over (ones in a row, matches so far), bit by bit; they agree with Hamano and Kaneko,
 * IEICE Trans. Fundamentals E90-A (2007) 1788. The reference tool overwrites them with the
 * compound-Poisson approximation of section 3.8, eta = (M - m + 1) / 2^(m+1).
 *
 * @param templateBits template length m in bits
 * @param blockBits block length M in bits
 * @param constants which class probabilities are used
 */
public record OverlappingTemplateTest(int templateBits, int blockBits, ReferenceConstants constants)
    implements SequenceTest {
  /** Shortest sequence (section 2.8.7). */
  public static final int SHORTEST = 1_000_000;

  private static final int CLASSES = 6;
  private static final int SUITE_TEMPLATE_BITS = 9;
  private static final int SUITE_BLOCK_BITS = 1032;
  private static final double[] SUITE_SHARES = exactShares(SUITE_TEMPLATE_BITS, SUITE_BLOCK_BITS);

  /** Checks the parameters. */
  public OverlappingTemplateTest {
    Require.inRange("template length in bits", templateBits, 2, 16);
    Require.atLeast("block length in bits", blockBits, templateBits);
  }

  @Override
  public String name() {
    return "OverlappingTemplate";
  }

  @Override
  public List<TestResult> judge(BitSequence bits) {
    return Applicability.one(
        name(),
        "m=" + templateBits + " M=" + blockBits,
        Applicability.tooShort(bits, SHORTEST)
            ? Applicability.tooShortFor(SHORTEST, bits)
            : apply(bits));
  }

  private Judged apply(BitSequence bits) {
    int count = bits.length() / blockBits;
    int[] classes = new int[CLASSES];
    for (int i = 0; i < count; i++) {
      classes[Math.min(matches(bits, i * blockBits), CLASSES - 1)]++;
    }
    double[] shares = constants == ReferenceConstants.STS ? toolShares() : exactShares();
    return Applicability.chiSquare(CLASSES - 1, Applicability.chiSquareOf(classes, shares, count));
  }

  private int matches(BitSequence bits, int from) {
    int windows = blockBits - templateBits + 1;
    int matches = 0;
    long low = bits.word(from);
    for (int at = 0; at < windows; at += 64) {
      long high = bits.word(from + at + 64);
      long starts = OnesRuns.starts(low, high, templateBits);
      matches += Long.bitCount(starts & PackedBits.lowest(windows - at));
      low = high;
    }
    return matches;
  }

  /** Probabilities of 0, 1, 2, 3, 4 and more matches in a block of fair bits. */
  double[] exactShares() {
    return templateBits == SUITE_TEMPLATE_BITS && blockBits == SUITE_BLOCK_BITS
        ? SUITE_SHARES.clone()
        : exactShares(templateBits, blockBits);
  }

  private static double[] exactShares(int m, int blockBits) {
    double[][] now = new double[m + 1][CLASSES];
    now[0][0] = 1;
    for (int bit = 0; bit < blockBits; bit++) {
      double[][] next = new double[m + 1][CLASSES];
      for (int run = 0; run <= m; run++) {
        for (int matches = 0; matches < CLASSES; matches++) {
          double half = now[run][matches] / 2;
          int longer = Math.min(run + 1, m);
          next[0][matches] += half;
          next[longer][longer == m ? Math.min(matches + 1, CLASSES - 1) : matches] += half;
        }
      }
      now = next;
    }
    double[] shares = new double[CLASSES];
    for (double[] row : now) {
      for (int matches = 0; matches < CLASSES; matches++) {
        shares[matches] += row[matches];
      }
    }
    return shares;
  }

  /** The approximation of the reference tool. */
  private double[] toolShares() {
    double eta = Math.scalb(blockBits - templateBits + 1.0, -templateBits) / 2;
    double[] shares = new double[CLASSES];
    double rest = 1;
    for (int u = 0; u < CLASSES - 1; u++) {
      shares[u] = compoundPoisson(u, eta);
      rest -= shares[u];
    }
    shares[CLASSES - 1] = rest;
    return shares;
  }

  /** P(u) = e^-eta 2^-u sum over l of C(u-1, l-1) eta^l / l!, section 3.8. */
  private static double compoundPoisson(int u, double eta) {
    double sum = u == 0 ? 1 : 0;
    double term = eta;
    for (int l = 1; l <= u; l++) {
      sum += term;
      term *= eta * (u - l) / ((double) l * (l + 1));
    }
    return Math.scalb(Math.exp(-eta) * sum, -u);
  }
}
