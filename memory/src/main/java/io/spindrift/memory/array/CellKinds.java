package io.spindrift.memory.array;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.StreamKey;

/**
 * Which junction of the population each cell is.
 *
 * <p>An array of any size is made of {@code count} different junctions, the kinds; cell c is one of
 * them, uniformly and independently, decided by the variation key and c alone. So a cell has all
 * its parameters (switching, resistance, retention) from one and the same junction, nothing is
 * stored per cell, and tables over the kinds replace a question per cell. Kind k is the junction of
 * device index k; with one kind every cell is the nominal junction.
 */
public final class CellKinds {
  /** Most kinds: each takes 16 bits of a word. */
  public static final int MOST = 1 << 16;

  static final long GOLDEN = 0x9E3779B97F4A7C15L;
  static final long FIRST_FACTOR = 0xBF58476D1CE4E5B9L;
  static final long SECOND_FACTOR = 0x94D049BB133111EBL;

  private static final int FIELD_WORDS = CellLoop.FIELD_WORDS;

  private final int count;
  private final long start;

  /**
   * Cells of {@code count} kinds.
   *
   * @param count a power of two in [1, 65536]
   * @param variation where device-to-device differences come from
   */
  public CellKinds(int count, StreamKey variation) {
    this(count, variation.purpose("cell kinds").high());
  }

  private CellKinds(int count, long start) {
    Require.inRange("kinds of cells", count, 1, MOST);
    if (Integer.bitCount(count) != 1) {
      throw new IllegalArgumentException("kinds of cells must be a power of two, but was " + count);
    }
    this.count = count;
    this.start = start;
  }

  /** The kinds that a saved array had: their number, and the word that {@link #start()} gave. */
  public static CellKinds restored(int count, long start) {
    return new CellKinds(count, start);
  }

  /** Every cell is the nominal junction. */
  public static CellKinds nominal() {
    return new CellKinds(1, StreamKey.root(0));
  }

  /** Number of kinds. */
  public int count() {
    return count;
  }

  /** The word from which, with the number of kinds, the kind of every cell follows. */
  public long start() {
    return start;
  }

  /** The device index that kind k has in a model: -1, the nominal one, when there is one kind. */
  public long deviceIndex(int kind) {
    return count == 1 ? -1 : kind;
  }

  /** The kind of a cell, numbered row by row. */
  public int kind(long cell) {
    long fields = mix(start + (FIELD_WORDS * (cell >>> 6) + ((cell & 31) >>> 1) + 1) * GOLDEN);
    return (int) (fields >>> (32 * (cell & 1) + 16 * ((cell >>> 5) & 1))) & (count - 1);
  }

  /**
   * The kinds of many cells at once.
   *
   * @param firstWord the first cell over 64
   * @param words how many times 64 cells
   * @param target receives their kinds, in order
   */
  public void fill(long firstWord, int words, int[] target) {
    fill(CellLoop.BEST, firstWord, words, target);
  }

  void fill(CellLoop loop, long firstWord, int words, int[] target) {
    loop.fields(start, firstWord, words, count - 1, target);
  }

  /** Stafford's variant 13 of the 64-bit finaliser, as in SplitMix64. */
  static long mix(long word) {
    long z = word;
    z = (z ^ (z >>> 30)) * FIRST_FACTOR;
    z = (z ^ (z >>> 27)) * SECOND_FACTOR;
    return z ^ (z >>> 31);
  }
}
