package io.spindrift.entropy.gaussian;

import io.spindrift.entropy.BitSource;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.StreamKey;
import java.util.Objects;

/**
 * Box-Muller on words of a source: two words of m bits each make two samples.
 *
 * <p>The first word k gives r = sqrt(-2 ln((k + 1) / 2^m)), the second j gives phi = 2 pi (j + 1/2)
 * / 2^m, and the samples are r cos(phi) and r sin(phi). Reach sqrt(2 m ln 2) but for the factor
 * cos(pi / 2^m); exact law: {@link BoxMullerLaw}. A pair of samples is uncorrelated but not
 * independent: both share one radius out of 2^m. A block of odd length leaves out the last sine.
 *
 * <p>Source: Box and Muller, Ann. Math. Stat. 29 (1958) 610, equations (1). Logarithm and sine are
 * those of {@link StrictMath}, the same on every machine.
 */
public final class WordBoxMuller implements StatedGaussian {
  /** The narrowest word. */
  public static final int LEAST_BITS = 4;

  /** The widest word. */
  public static final int MOST_BITS = 32;

  private static final int MOST_TABLE_BITS = 16;

  private final BitSource source;
  private final int bits;
  private final double[] radii;
  private final double[] cosines;

  /** Words of {@code bits} bits, 4 to 32. */
  public WordBoxMuller(BitSource source, int bits) {
    this.source = source;
    this.bits = Require.inRange("bits per sample", bits, LEAST_BITS, MOST_BITS);
    int size = bits <= MOST_TABLE_BITS ? 1 << bits : 0;
    this.radii = new double[size];
    this.cosines = new double[size];
    for (int i = 0; i < size; i++) {
      radii[i] = radius(i);
      cosines[i] = cosine(i);
    }
  }

  private WordBoxMuller(WordBoxMuller like, BitSource source) {
    this.source = source;
    this.bits = like.bits;
    this.radii = like.radii;
    this.cosines = like.cosines;
  }

  @Override
  public WordBoxMuller over(BitSource other) {
    return new WordBoxMuller(this, other);
  }

  private double radius(long k) {
    return StrictMath.sqrt(-2 * StrictMath.log(Math.scalb(k + 1.0, -bits)));
  }

  private double cosine(long j) {
    return StrictMath.cos(Math.scalb(2 * Math.PI * (j + 0.5), -bits));
  }

  @Override
  public String name() {
    return "Box-Muller on words of " + bits + " bits of " + source.name();
  }

  @Override
  public BoxMullerLaw law() {
    return BoxMullerLaw.ofWords(bits);
  }

  @Override
  public void fill(StreamKey key, float[] target, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, target.length);
    int even = length & -2;
    WordSlices.fill(source, bits, key, target, offset, even, this::pairs);
    if (even < length) {
      float[] whole = new float[length + 1];
      WordSlices.fill(source, bits, key, whole, 0, length + 1, this::pairs);
      target[offset + even] = whole[even];
    }
  }

  private void pairs(long[] words, int samples, float[] target, int offset) {
    long quarter = 1L << (bits - 2);
    long last = (1L << bits) - 1;
    long start = 0;
    for (int i = 0; i < samples; i += 2, start += 2L * bits) {
      long k = WordSlices.at(words, start, bits);
      long j = WordSlices.at(words, start + bits, bits);
      // sin(phi) = cos(phi - pi / 2): the direction a quarter turn before.
      long before = (j - quarter) & last;
      if (radii.length > 0) {
        target[offset + i] = (float) (radii[(int) k] * cosines[(int) j]);
        target[offset + i + 1] = (float) (radii[(int) k] * cosines[(int) before]);
      } else {
        double r = radius(k);
        target[offset + i] = (float) (r * cosine(j));
        target[offset + i + 1] = (float) (r * cosine(before));
      }
    }
  }
}
