package io.spindrift.entropy.conditioning;

import io.spindrift.entropy.BitSource;
import io.spindrift.entropy.PackedBits;
import io.spindrift.numerics.random.StreamKey;
import java.util.OptionalDouble;

/**
 * Von Neumann's extractor: of each pair of bits, 10 gives 1, 01 gives 0, equal bits give nothing.
 *
 * <p>For a stationary input P(10) = P(01) = P(1) - P(11), whatever its correlations, so the
 * residual bias is zero. With share p of ones, q = 1 - p and correlation rho of neighbours the rate
 * is
 *
 * <pre>
 *   p q (1 - rho)   output bits per input bit
 * </pre>
 *
 * <p>The output of a Markov chain is again one: the last bit given tells the state at the end of
 * its pair. Let f be the probability that the next output is 1 after a pair 10 and a = P(0 to 1), b
 * = P(1 to 0). One step on gives f = (1 - a)^2 f + a b + a (1 - b)(1 - f), hence f = 1/(3 - a - b)
 * = 1/(2 + rho), and neighbours in the output have the correlation
 *
 * <pre>
 *   2 f - 1 = -rho/(2 + rho)
 * </pre>
 *
 * <p>Source: J. von Neumann, "Various techniques used in connection with random digits", NBS
 * Applied Mathematics Series 12 (1951) 36. The correlation is derived here.
 */
public final class VonNeumann implements Conditioner {
  private static final long FIRST_OF_PAIR = 0x5555_5555_5555_5555L;

  private final BitSource source;

  /** Extracts from pairs of neighbouring bits of the source. */
  public VonNeumann(BitSource source) {
    this.source = source;
  }

  @Override
  public String name() {
    return "von Neumann bits of " + source.name();
  }

  @Override
  public Prediction predict(BitLaw input) {
    double variance = input.onesShare() * (1 - input.onesShare());
    OptionalDouble known = input.lagOneCorrelation();
    if (known.isEmpty()) {
      return new Prediction(OptionalDouble.empty(), BitLaw.ofShare(0.5));
    }
    double rho = known.orElseThrow();
    BitLaw output = input.markov() ? BitLaw.markov(0.5, 0 - rho / (2 + rho)) : BitLaw.ofShare(0.5);
    return new Prediction(OptionalDouble.of(variance * (1 - rho)), output);
  }

  @Override
  public void fill(StreamKey key, long[] words, int bitCount) {
    new Extraction(this, source, 64, Extraction.STUCK)
        .fill(VonNeumann::extract, key, words, bitCount);
  }

  static void extract(long[] input, int bitCount, BitAppender output) {
    for (int at = 0; at < bitCount; at += 64) {
      long word = input[at >>> 6];
      long pairs = FIRST_OF_PAIR & PackedBits.lowest((bitCount - at) & ~1);
      long unlike = (word ^ (word >>> 1)) & pairs;
      output.append(Long.compress(word, unlike), Long.bitCount(unlike));
    }
  }
}
