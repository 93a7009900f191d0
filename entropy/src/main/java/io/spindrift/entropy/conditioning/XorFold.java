package io.spindrift.entropy.conditioning;

import io.spindrift.entropy.BitSource;
import io.spindrift.entropy.PackedBits;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.StreamKey;
import java.util.OptionalDouble;

/**
 * Whitening by exclusive-or: each output bit is the XOR of k input bits.
 *
 * <p>When independent input bits have P(1) = 1/2 + d, the output has P(1) = 1/2 - (-2d)^k / 2: an
 * offset of 0.146 becomes 0.043 in magnitude for k = 2 and 0.0036 for k = 4. Input j of a block is
 * the block of {@code key.at(j)}, so the k inputs of a bit come from rows chosen independently.
 *
 * <p>Neighbours within each input may be correlated. With m = -2d the mean of (-1)^bit and rho the
 * correlation of neighbours, a product of two neighbours has the mean m^2 + (1 - m^2) rho in one
 * input and the k-th power of that in the output, whose neighbours therefore have the correlation
 *
 * <pre>
 *   ((m^2 + (1 - m^2) rho)^k - m^(2k)) / (1 - m^(2k)),   rho^k for m = 0
 * </pre>
 */
public final class XorFold implements Conditioner {
  private final BitSource source;
  private final int inputs;

  /** Folds {@code inputs} bits of the source into one; 1 leaves them as they are. */
  public XorFold(BitSource source, int inputs) {
    this.source = source;
    this.inputs = Require.inRange("inputs of the XOR fold", inputs, 1, 64);
  }

  /** Magnitude 0.5 (2 |d|)^k of the offset that is left of an input offset d = P(1) - 1/2. */
  public static double residualOffset(double offset, int inputs) {
    return 0.5 * Math.pow(2 * Math.abs(offset), inputs);
  }

  /** Input bits of one output bit. */
  public int inputs() {
    return inputs;
  }

  @Override
  public String name() {
    return inputs == 1 ? source.name() : "XOR of " + inputs + " bits of " + source.name();
  }

  @Override
  public Prediction predict(BitLaw input) {
    OptionalDouble rate = OptionalDouble.of(1.0 / inputs);
    if (inputs == 1) {
      return new Prediction(rate, input);
    }
    double mean = -2 * input.bias();
    double share = 0.5 - 0.5 * Math.pow(mean, inputs);
    if (input.lagOneCorrelation().isEmpty() || share == 0 || share == 1) {
      return new Prediction(rate, BitLaw.ofShare(share));
    }
    if (input.isIndependent()) {
      return new Prediction(rate, BitLaw.independent(share));
    }
    double square = mean * mean;
    double rho = input.lagOneCorrelation().orElseThrow();
    double uncorrelated = Math.pow(square, inputs);
    double correlation =
        (Math.pow(square + (1 - square) * rho, inputs) - uncorrelated) / (1 - uncorrelated);
    return new Prediction(rate, new BitLaw(share, OptionalDouble.of(correlation), false));
  }

  @Override
  public void fill(StreamKey key, long[] words, int bitCount) {
    if (inputs == 1) {
      source.fill(key, words, bitCount);
      return;
    }
    int count = PackedBits.wordsIn(words, bitCount);
    source.fill(key.at(0), words, bitCount);
    long[] next = new long[count];
    for (int j = 1; j < inputs; j++) {
      source.fill(key.at(j), next, bitCount);
      for (int i = 0; i < count; i++) {
        words[i] ^= next[i];
      }
    }
  }
}
