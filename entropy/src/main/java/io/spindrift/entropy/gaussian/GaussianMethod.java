package io.spindrift.entropy.gaussian;

import io.spindrift.entropy.BitSource;
import java.util.Locale;
import java.util.function.BiFunction;

/** The methods of Gaussian synthesis, each with the bits per sample that it accepts. */
public enum GaussianMethod {
  /** {@link BinomialSum}. */
  BINOMIAL_SUM(1, 4096, BinomialSum::fair),
  /** {@link WeightedBits}. */
  WEIGHTED_BITS(WeightedBits.LEAST_BITS, WeightedBits.MOST_BITS, WeightedBits::of),
  /** {@link ProbabilityTree}; bits per sample are its levels. */
  PROBABILITY_TREE(
      ProbabilityTree.LEAST_DEPTH, ProbabilityTree.MOST_DEPTH, ProbabilityTree::ofFairBits),
  /** {@link InverseTable}. */
  INVERSE_CDF(1, InverseTable.MOST_BITS, InverseTable::new),
  /** {@link WordBoxMuller}. */
  BOX_MULLER(WordBoxMuller.LEAST_BITS, WordBoxMuller.MOST_BITS, WordBoxMuller::new),
  /** {@link SoftwareGaussian}, which takes its 32 bits from its own generator. */
  SOFTWARE(32, 32, (source, bits) -> new SoftwareGaussian());

  private final int leastBits;
  private final int mostBits;
  private final BiFunction<BitSource, Integer, StatedGaussian> maker;

  GaussianMethod(
      int leastBits, int mostBits, BiFunction<BitSource, Integer, StatedGaussian> maker) {
    this.leastBits = leastBits;
    this.mostBits = mostBits;
    this.maker = maker;
  }

  /** Fewest bits per sample. */
  public int leastBits() {
    return leastBits;
  }

  /** Most bits per sample. */
  public int mostBits() {
    return mostBits;
  }

  /**
   * The samples that the method makes of a source.
   *
   * @throws IllegalArgumentException when {@code bitsPerSample} is out of the method's range
   */
  public StatedGaussian of(BitSource source, int bitsPerSample) {
    if (bitsPerSample < leastBits || bitsPerSample > mostBits) {
      throw new IllegalArgumentException(
          "bits per sample must be between %d and %d for %s, but was %d"
              .formatted(leastBits, mostBits, this, bitsPerSample));
    }
    return maker.apply(source, bitsPerSample);
  }

  /** The word of the command line, such as {@code binomial-sum}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
