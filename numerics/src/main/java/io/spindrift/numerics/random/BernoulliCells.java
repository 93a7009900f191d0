package io.spindrift.numerics.random;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.vector.VectorModule;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Cells that each come out 1 with their own probability, drawn 64 to a word and many words at once.
 *
 * <p>Cell c is 1 when a uniform binary fraction U is below p_c. The comparison is bit-sliced: plane
 * k holds digit k of the probabilities of 64 cells, a random word holds digit k of their fractions
 * (complemented, which leaves it as random). The first d = 10 digits are compared for whole blocks,
 * from the last one up: with the digit t of p, the complemented digit r of U and the verdict b of
 * the digits below,
 *
 * <pre>b' = (t and (r or b)) or (r and b),</pre>
 *
 * <p>the majority of the three. The one bit in 2^d whose digits all agree with those of p is
 * decided by 64 further digits of its own. So every probability is exact to 2^-64, and a word of
 * cells takes about ten random words; probabilities with fewer digits take only as many as they
 * have digits.
 *
 * <p>Immutable. The bits depend on the stream alone, not on threads or the width of vectors.
 */
public final class BernoulliCells {
  /** Words that are drawn together; a stream serves them in this unit. */
  public static final int BLOCK = 32;

  private static final int CELLS = 64;
  private static final int DEPTH = 10;
  private static final DigitLoop LOOP = loop();

  private final double[] probability;
  private final int words;
  private final int depth;
  private final boolean longer;
  private final int stride;
  private final long[] planes;

  private BernoulliCells(double[] probability) {
    if (probability.length == 0 || probability.length % CELLS != 0) {
      throw new IllegalArgumentException(
          "cells must be a positive multiple of 64, but was " + probability.length);
    }
    this.probability = probability;
    this.words = probability.length / CELLS;
    int digits = digits(probability);
    this.depth = Math.min(DEPTH, digits);
    this.longer = digits > depth;
    // Planes run on cyclically, so that a block which starts at any word is one contiguous piece.
    this.stride = words + BLOCK - 1;
    this.planes = new long[Math.multiplyExact(depth, stride)];
    for (int k = 0; k < depth; k++) {
      slice(k);
    }
  }

  /** Takes the probability of every cell; their number is a multiple of 64. */
  public static BernoulliCells of(double[] probability) {
    return new BernoulliCells(probability.clone());
  }

  /** One word of 64 cells with one probability. */
  public static BernoulliCells uniform(double probability) {
    double[] cells = new double[CELLS];
    Arrays.fill(cells, probability);
    return new BernoulliCells(cells);
  }

  /** One word of 64 bits that are 1 with one probability, for one that changes all the time. */
  public static long word(double probability, RandomGenerator random) {
    long digits = threshold(probability);
    long below = 0;
    long undecided = -1L;
    for (; undecided != 0 && digits != 0; digits <<= 1) {
      long r = random.nextLong();
      if (digits < 0) {
        below |= undecided & r;
        undecided &= ~r;
      } else {
        undecided &= r;
      }
    }
    return probability == 1 ? -1L : below;
  }

  /** A few bits, {@code count} at most 64, from one random word each. */
  public static long bits(double probability, int count, RandomGenerator random) {
    long threshold = threshold(probability);
    long bits = 0;
    for (int i = 0; i < count; i++) {
      long below = Long.compareUnsigned(random.nextLong(), threshold) < 0 ? 1 : 0;
      bits |= below << i;
    }
    return probability == 1 ? -1L >>> (CELLS - count) : bits;
  }

  private static DigitLoop loop() {
    return VectorModule.isPresent() ? VectorDigits.loop() : new ScalarDigits();
  }

  /** Binary digits of the longest of the probabilities; 1 has them all. */
  private static int digits(double[] probability) {
    long digits = 0;
    for (int cell = 0; cell < probability.length; cell++) {
      digits |=
          threshold(Require.inRange("probability of cell " + cell, probability[cell], 0, 1, ""));
    }
    return CELLS - Long.numberOfTrailingZeros(digits);
  }

  /** The first 64 binary digits of p; 1 becomes the largest fraction. */
  private static long threshold(double p) {
    // Multiplying by a power of two is exact, so the digits are those of p itself.
    long upper = (long) (p * 0x1p32);
    long lower = (long) ((p * 0x1p32 - upper) * 0x1p32);
    return p == 1 ? -1L : (upper << 32) | lower;
  }

  private void slice(int k) {
    int at = k * stride;
    for (int cell = 0; cell < probability.length; cell++) {
      long digit = (threshold(probability[cell]) << k) >>> 63;
      planes[at + cell / CELLS] |= digit << (cell % CELLS);
    }
    for (int word = words; word < stride; word++) {
      planes[at + word] = planes[at + word - words];
    }
  }

  /** Words of 64 cells. */
  public int words() {
    return words;
  }

  /** Number of cells. */
  public int cells() {
    return probability.length;
  }

  /** Probability of one cell. */
  public double probability(int cell) {
    return probability[cell];
  }

  /** The cells of {@code count} words from word {@code first} on, as an array of their own. */
  public BernoulliCells part(int first, int count) {
    return new BernoulliCells(
        Arrays.copyOfRange(probability, CELLS * first, CELLS * (first + count)));
  }

  /**
   * Draws {@code to - from} words of cells into {@code target[from .. to)}, from word {@code first}
   * on and around the array as often as needed.
   *
   * <p>The stream serves 32 words at a time, so a shorter draw is the beginning of a longer one.
   */
  public void draw(int first, RandomWords stream, long[] target, int from, int to) {
    draw(LOOP, first, stream, target, from, to);
  }

  void draw(DigitLoop loop, int first, RandomWords stream, long[] target, int from, int to) {
    long[] random = new long[depth * BLOCK];
    long[] below = new long[BLOCK];
    long[] undecided = new long[BLOCK];
    int word = first;
    for (int at = from; at < to; at += BLOCK) {
      stream.fill(random, 0, random.length);
      loop.compare(random, planes, stride, word, depth, below, undecided);
      for (int i = 0; longer && i < BLOCK; i++) {
        if (undecided[i] != 0) {
          below[i] |= decide((word + i) % words, undecided[i], stream);
        }
      }
      System.arraycopy(below, 0, target, at, Math.min(BLOCK, to - at));
      word = (word + BLOCK) % words;
    }
  }

  private long decide(int word, long undecided, RandomGenerator random) {
    long below = 0;
    for (long left = undecided; left != 0; left &= left - 1) {
      int cell = Long.numberOfTrailingZeros(left);
      double p = probability[word * CELLS + cell];
      long rest = threshold(p) << depth;
      if (p == 1 || (rest != 0 && Long.compareUnsigned(random.nextLong(), rest) < 0)) {
        below |= Long.lowestOneBit(left);
      }
    }
    return below;
  }
}
