package io.spindrift.entropy.sp80090b.estimate;

import io.spindrift.entropy.sp80090b.Finding;

/**
 * Maurer's universal statistic on blocks of six bits.
 *
 * <p>X = mean of log2 D over the blocks after the first d = 1000, D the distance to the last
 * occurrence of the block (its index when there is none); X' = X - 2.576 * 0.5907 sigma / sqrt(v).
 * The p at which {@link CompressionMean} equals X' gives H = -log2(p) / 6, one bit when there is no
 * such p. SP 800-90B, section 6.3.4.
 */
public final class CompressionEstimator implements MinEntropyEstimator {
  private static final int BITS = 6;
  private static final int ALPHABET = 1 << BITS;
  private static final double DEPENDENCE = 0.5907;
  private static final int NEAR = 1 << 12;

  private final int training;

  /** The estimator of the standard, with 1000 training blocks. */
  public CompressionEstimator() {
    this(1000);
  }

  CompressionEstimator(int training) {
    this.training = training;
  }

  @Override
  public String name() {
    return "Compression Estimate";
  }

  @Override
  public Finding estimate(Sample sample, Finding.Scope scope) {
    Quantities found = new Quantities(name(), scope);
    if (!sample.binary()) {
      return found.notApplicable("it is defined for bits");
    }
    int blocks = sample.length() / BITS;
    int tested = blocks - training;
    if (tested < 2) {
      return found.notApplicable("it needs more than " + (training + 1) * BITS + " bits");
    }
    Sums sums = sums(sample, blocks);
    double mean = sums.logarithms / tested;
    double variance = sums.squares / (tested - 1.0) - mean * mean;
    double deviation = DEPENDENCE * Math.sqrt(Math.max(0, variance));
    double lowMean = mean - UpperBound.Z * deviation / Math.sqrt(tested);
    double p = likeliestBlock(new CompressionMean(training, blocks), lowMean);
    return found
        .with("X-bar", mean)
        .with("sigma-hat", deviation)
        .with("X-bar'", lowMean)
        .with("p", p)
        .entropy(UpperBound.bits(p) / BITS);
  }

  private static double likeliestBlock(CompressionMean expected, double mean) {
    double even = 1.0 / ALPHABET;
    return expected.expected(even, ALPHABET) > mean
        ? Bisection.solve(p -> expected.expected(p, ALPHABET), mean, even, 1)
        : even;
  }

  private record Sums(double logarithms, double squares) {
    Sums plus(int distance, int times) {
      double logarithm = UpperBound.log2(distance);
      return new Sums(logarithms + times * logarithm, squares + times * (logarithm * logarithm));
    }
  }

  /** Counts near distances, so that their logarithms are taken once. */
  private Sums sums(Sample sample, int blocks) {
    int[] last = new int[ALPHABET];
    int[] near = new int[NEAR];
    for (int i = 0; i < training; i++) {
      last[block(sample, i)] = i + 1;
    }
    Sums sums = new Sums(0, 0);
    for (int i = training; i < blocks; i++) {
      int block = block(sample, i);
      int distance = i + 1 - last[block];
      last[block] = i + 1;
      if (distance < NEAR) {
        near[distance]++;
      } else {
        sums = sums.plus(distance, 1);
      }
    }
    for (int distance = 1; distance < NEAR; distance++) {
      if (near[distance] > 0) {
        sums = sums.plus(distance, near[distance]);
      }
    }
    return sums;
  }

  /** Block {@code i} as a number; its bits may stand in any order. */
  private static int block(Sample sample, int i) {
    return (int) sample.window(i * BITS) & (ALPHABET - 1);
  }
}
