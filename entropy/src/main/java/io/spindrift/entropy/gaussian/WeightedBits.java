package io.spindrift.entropy.gaussian;

import io.spindrift.entropy.BitSource;
import io.spindrift.entropy.PackedBits;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.StreamKey;

/**
 * Gaussian samples as weighted sums of n bits: x = sum of w_i (b_i - 1/2), standardised.
 *
 * <p>Rule of the weights: f fine bits of weights 1, 2, 4 .. 2^(f-1) and n - f coarse bits of weight
 * 2^f, so that the fine bits spread every step of the coarse binomial evenly over 2^f points. The
 * number f is that which brings the distribution nearest to the normal by Kolmogorov and Smirnov's
 * distance, computed exactly for every f up to 8. In a sample the fine bits come first.
 *
 * <p>Moments by cumulants: variance 1 by construction, skewness 0, excess kurtosis -2 (sum w^4) /
 * (sum w^2)^2. The reach is below sqrt(n), for fewer bits carry the full weight.
 */
public final class WeightedBits implements StatedGaussian {
  /** Fewest bits. */
  public static final int LEAST_BITS = 2;

  /** Most bits. */
  public static final int MOST_BITS = 64;

  private static final int MOST_FINE = 8;

  private final BitSource source;
  private final int bits;
  private final int fine;
  private final double centre;
  private final double scale;
  private final DiscreteLaw law;

  private WeightedBits(BitSource source, int bits, int fine) {
    this.source = source;
    this.bits = bits;
    this.fine = fine;
    WeightedLaw weighted = new WeightedLaw(weights(bits, fine), 0.5);
    this.centre = weighted.cumulant(1);
    this.scale = Math.sqrt(weighted.cumulant(2));
    this.law = weighted.standardised(centre, scale);
  }

  /** Sums of {@code bits} bits, 2 to 64, with the number of fine bits that the rule gives. */
  public static WeightedBits of(BitSource source, int bits) {
    Require.inRange("bits per sample", bits, LEAST_BITS, MOST_BITS);
    WeightedBits best = new WeightedBits(source, bits, 0);
    for (int fine = 1; fine <= Math.min(MOST_FINE, bits - 1); fine++) {
      WeightedBits next = new WeightedBits(source, bits, fine);
      if (next.distance() < best.distance()) {
        best = next;
      }
    }
    return best;
  }

  /** Sums of {@code bits} bits, {@code fine} of them fine: 0 to 8, and fewer than all. */
  public static WeightedBits of(BitSource source, int bits, int fine) {
    Require.inRange("bits per sample", bits, LEAST_BITS, MOST_BITS);
    Require.inRange("fine bits", fine, 0, Math.min(MOST_FINE, bits - 1));
    return new WeightedBits(source, bits, fine);
  }

  private WeightedBits(WeightedBits like, BitSource source) {
    this.source = source;
    this.bits = like.bits;
    this.fine = like.fine;
    this.centre = like.centre;
    this.scale = like.scale;
    this.law = like.law;
  }

  @Override
  public WeightedBits over(BitSource other) {
    return new WeightedBits(this, other);
  }

  private double distance() {
    return law.distanceFromNormal().orElseThrow();
  }

  /** The weights, in the order of the bits of a sample. */
  static int[] weights(int bits, int fine) {
    int[] weights = new int[bits];
    for (int i = 0; i < bits; i++) {
      weights[i] = 1 << Math.min(i, fine);
    }
    return weights;
  }

  /** Bits that spread the steps of the coarse sum. */
  public int fineBits() {
    return fine;
  }

  @Override
  public String name() {
    return "weighted sum of %d bits, %d of them fine, of %s".formatted(bits, fine, source.name());
  }

  @Override
  public DiscreteLaw law() {
    return law;
  }

  /** The exact distribution of the samples when every bit has P(1) = {@code probability}. */
  public DiscreteLaw law(double probability) {
    return new WeightedLaw(weights(bits, fine), probability).standardised(centre, scale);
  }

  @Override
  public void fill(StreamKey key, float[] target, int offset, int length) {
    WordSlices.fill(source, bits, key, target, offset, length, this::sums);
  }

  private void sums(long[] words, int samples, float[] target, int offset) {
    long lowest = PackedBits.lowest(fine);
    long start = 0;
    for (int i = 0; i < samples; i++, start += bits) {
      long slice = WordSlices.at(words, start, bits);
      int sum = (Long.bitCount(slice & ~lowest) << fine) + (int) (slice & lowest);
      target[offset + i] = (float) ((sum - centre) / scale);
    }
  }
}
