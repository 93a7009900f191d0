package io.spindrift.entropy.gaussian;

import io.spindrift.entropy.BitSource;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.StreamKey;
import java.util.Arrays;

/**
 * Gaussian samples looked up in a table of the inverse normal distribution by a word of n bits.
 *
 * <p>The normal is cut into N = 2^n cells of equal probability, a_i = Phi^-1(i / N); entry i is the
 * mean over its cell, N (phi(a_i) - phi(a_(i+1))). Cell means keep the mean and lose the variance
 * within the cells, which {@link #law} states: it is 3.1e-5 for n = 12. The first bit of a word is
 * its lowest.
 */
public final class InverseTable implements StatedGaussian {
  /** The widest word: a table of 65536 floats. */
  public static final int MOST_BITS = 16;

  private final BitSource source;
  private final int bits;
  private final float[] table;
  private final DiscreteLaw law;

  /** A table for words of {@code bits} bits, 1 to 16. */
  public InverseTable(BitSource source, int bits) {
    this.source = source;
    this.bits = Require.inRange("bits per sample", bits, 1, MOST_BITS);
    double[] values = values(1 << bits);
    this.table = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      table[i] = (float) values[i];
    }
    double[] masses = new double[values.length];
    Arrays.fill(masses, Math.scalb(1.0, -bits));
    this.law = new DiscreteLaw(values, masses, bits);
  }

  private InverseTable(InverseTable like, BitSource source) {
    this.source = source;
    this.bits = like.bits;
    this.table = like.table;
    this.law = like.law;
  }

  @Override
  public InverseTable over(BitSource other) {
    return new InverseTable(this, other);
  }

  /** The lower half by its cells, the upper half by symmetry. */
  private static double[] values(int cells) {
    double[] values = new double[cells];
    double inner = 0;
    for (int i = cells / 2; i < cells; i++) {
      double outer = i + 1 == cells ? 0 : density(cells - 1 - i, cells);
      double here = i == cells / 2 ? NormalTails.density(0) : inner;
      values[i] = cells * (here - outer);
      values[cells - 1 - i] = -values[i];
      inner = outer;
    }
    return values;
  }

  /** phi at the edge above which {@code above} of the cells lie. */
  private static double density(int above, int cells) {
    return NormalTails.density(NormalTails.upperQuantile((double) above / cells));
  }

  @Override
  public String name() {
    return "inverse table of " + bits + " bits of " + source.name();
  }

  @Override
  public DiscreteLaw law() {
    return law;
  }

  @Override
  public void fill(StreamKey key, float[] target, int offset, int length) {
    WordSlices.fill(source, bits, key, target, offset, length, this::lookUp);
  }

  private void lookUp(long[] words, int samples, float[] target, int offset) {
    long start = 0;
    for (int i = 0; i < samples; i++, start += bits) {
      target[offset + i] = table[(int) WordSlices.at(words, start, bits)];
    }
  }
}
