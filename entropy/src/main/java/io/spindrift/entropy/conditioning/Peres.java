package io.spindrift.entropy.conditioning;

import io.spindrift.entropy.BitSource;
import io.spindrift.entropy.PackedBits;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.StreamKey;
import java.util.OptionalDouble;

/**
 * Von Neumann's extractor iterated by Peres: what a pair leaves unused is extracted again.
 *
 * <p>Of every pair (x1, x2) the first round gives x1 when they differ. The bits u = x1 xor x2 of
 * all pairs, and the bits v = x1 of the equal ones, are independent again, u with P(1) = 2 p q and
 * v with P(1) = p^2/(p^2 + q^2); each goes through the remaining rounds. For independent input the
 * output is fair and independent, and its rate is
 *
 * <pre>
 *   r_d(p) = p q + r_{d-1}(p^2 + q^2)/2 + (p^2 + q^2) r_{d-1}(p^2/(p^2 + q^2))/2,   r_0 = 0
 * </pre>
 *
 * output bits per input bit, which rises to the entropy h(p) = -p log2 p - q log2 q with the depth
 * d. Depth 1 is von Neumann's rule. For a correlated stationary input every output bit still comes
 * from a pair that is as often 10 as 01, so that the residual bias stays zero, but the bits are no
 * longer independent and rate and correlation have no closed form here.
 *
 * <p>Source: Y. Peres, "Iterating von Neumann's procedure for extracting random bits", Annals of
 * Statistics 20 (1992) 590, equation for r_v(p). A part of the input is extracted as a whole; each
 * of its lists drops an odd last bit.
 */
public final class Peres implements Conditioner {
  private static final int DEEPEST = 16;

  private final BitSource source;
  private final int depth;

  /** Extracts with {@code depth} rounds, 1 to 16. */
  public Peres(BitSource source, int depth) {
    this.source = source;
    this.depth = Require.inRange("depth of the Peres extractor", depth, 1, DEEPEST);
  }

  /** Output bits per input bit for independent input with P(1) = {@code onesShare}. */
  public static double rate(double onesShare, int depth) {
    double p = Require.inRange("share of ones", onesShare, 0, 1, "");
    Require.inRange("depth of the Peres extractor", depth, 0, DEEPEST);
    if (depth == 0 || p == 0 || p == 1) {
      return 0;
    }
    double q = 1 - p;
    double equal = p * p + q * q;
    return p * q
        + 0.5 * rate(Math.min(equal, 1), depth - 1)
        + 0.5 * equal * rate(Math.min(p * p / equal, 1), depth - 1);
  }

  @Override
  public String name() {
    return "Peres bits (depth " + depth + ") of " + source.name();
  }

  @Override
  public Prediction predict(BitLaw input) {
    return input.isIndependent()
        ? new Prediction(OptionalDouble.of(rate(input.onesShare(), depth)), BitLaw.independent(0.5))
        : new Prediction(OptionalDouble.empty(), BitLaw.ofShare(0.5));
  }

  @Override
  public void fill(StreamKey key, long[] words, int bitCount) {
    Extraction extraction = new Extraction(this, source, 64, Extraction.STUCK);
    Lists lists = new Lists(depth, extraction.longestPart());
    extraction.fill(
        (input, length, output) -> lists.extract(input, length, depth, output),
        key,
        words,
        bitCount);
  }

  /** Room for the two lists that each round leaves to the next. */
  static final class Lists {
    private static final long FIRST_OF_PAIR = 0x5555_5555_5555_5555L;

    private final long[][] sums;
    private final long[][] equals;

    Lists(int depth, int longest) {
      sums = new long[depth][];
      equals = new long[depth][];
      int length = longest;
      for (int round = depth - 1; round > 0; round--) {
        length = (length + 1) / 2;
        sums[round] = new long[PackedBits.words(length)];
        equals[round] = new long[PackedBits.words(length)];
      }
    }

    void extract(long[] input, int bitCount, int rounds, BitAppender output) {
      boolean last = rounds == 1;
      BitAppender sum = last ? output : new BitAppender(sums[rounds - 1], bitCount / 2);
      BitAppender equal = last ? output : new BitAppender(equals[rounds - 1], bitCount / 2);
      for (int at = 0; at + 1 < bitCount; at += 64) {
        long word = input[at >>> 6];
        long pairs = FIRST_OF_PAIR & PackedBits.lowest((bitCount - at) & ~1);
        long unlike = (word ^ (word >>> 1)) & pairs;
        output.append(Long.compress(word, unlike), Long.bitCount(unlike));
        if (!last) {
          long like = pairs & ~unlike;
          sum.append(Long.compress(unlike, pairs), Long.bitCount(pairs));
          equal.append(Long.compress(word, like), Long.bitCount(like));
        }
      }
      if (!last) {
        extract(sums[rounds - 1], sum.size(), rounds - 1, output);
        extract(equals[rounds - 1], equal.size(), rounds - 1, output);
      }
    }
  }
}
