package io.spindrift.entropy.sp80022;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import java.util.List;

/**
 * Maurer's universal test: how far back does each word of L bits occur last, that is, could the
 * sequence be compressed?
 *
 * <p>Q = 10 2^L words start the table, K = floor(n/L) - Q are judged; f = mean of log2(distance to
 * the last occurrence), p = erfc(|f - E| / (sqrt 2 sigma)), sigma = c sqrt(V/K), c = 0.7 - 0.8/L +
 * (4 + 32/L) K^(-3/L) / 15, with E and V of the table in section 2.9.4. L grows with n. Source: SP
 * 800-22 Rev 1a, section 2.9.
 */
public record UniversalTest() implements SequenceTest {
  private static final int FIRST_WORD_BITS = 6;

  /** Shortest sequences for L = 6, 7, …, section 2.9.7. */
  private static final int[] SHORTEST = {
    387_840,
    904_960,
    2_068_480,
    4_654_080,
    10_342_400,
    22_753_280,
    49_643_520,
    107_560_960,
    231_669_760,
    496_435_200,
    1_059_061_760
  };

  private static final double[] EXPECTED = {
    5.2177052, 6.1962507, 7.1836656, 8.1764248, 9.1723243, 10.170032, 11.168765, 12.168070,
    13.167693, 14.167488, 15.167379
  };

  private static final double[] VARIANCE = {
    2.954, 3.125, 3.238, 3.311, 3.356, 3.384, 3.401, 3.410, 3.416, 3.419, 3.421
  };

  /** Distances multiplied before one logarithm is taken: 32 of at most 31 bits stay finite. */
  private static final int PRODUCT = 32;

  @Override
  public String name() {
    return "Universal";
  }

  @Override
  public List<TestResult> judge(BitSequence bits) {
    int row = 0;
    while (row + 1 < SHORTEST.length && bits.length() >= SHORTEST[row + 1]) {
      row++;
    }
    int wordBits = FIRST_WORD_BITS + row;
    return Applicability.one(
        name(),
        "L=" + wordBits + " Q=" + 10 * (1 << wordBits),
        Applicability.tooShort(bits, SHORTEST[0])
            ? Applicability.tooShortFor(SHORTEST[0], bits)
            : apply(bits, wordBits, EXPECTED[row], VARIANCE[row]));
  }

  private static Judged apply(BitSequence bits, int wordBits, double expected, double variance) {
    int start = 10 * (1 << wordBits);
    int judged = bits.length() / wordBits - start;
    double f = sumOfLogarithms(bits, wordBits, start, judged) / judged;
    double c =
        0.7 - 0.8 / wordBits + (4 + 32.0 / wordBits) * Math.pow(judged, -3.0 / wordBits) / 15;
    double sigma = c * Math.sqrt(variance / judged);
    return new Judged(UpperGamma.erfc(Math.abs(f - expected) / (Math.sqrt(2) * sigma)), f);
  }

  /** sum of log2(distance) over the judged words. */
  static double sumOfLogarithms(BitSequence bits, int wordBits, int start, int judged) {
    int[] last = new int[1 << wordBits];
    int mask = last.length - 1;
    for (int i = 1; i <= start; i++) {
      last[(int) bits.word((i - 1) * wordBits) & mask] = i;
    }
    double sum = 0;
    int end = start + judged;
    for (int i = start + 1; i <= end; i += PRODUCT) {
      sum += Math.log(product(bits, wordBits, last, i, Math.min(i + PRODUCT, end + 1)));
    }
    return sum / Math.log(2);
  }

  private static double product(BitSequence bits, int wordBits, int[] last, int from, int to) {
    int mask = last.length - 1;
    double product = 1;
    int at = (from - 1) * wordBits;
    for (int i = from; i < to; i++) {
      int word = (int) bits.word(at) & mask;
      product *= i - last[word];
      last[word] = i;
      at += wordBits;
    }
    return product;
  }
}
