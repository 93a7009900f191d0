package io.spindrift.memory.array;

import io.spindrift.numerics.vector.VectorModule;

/**
 * The hot loops over cells, in a plain and a vector form that give the same bits.
 *
 * <p>A word of 64 cells goes with 16 words of 16-bit fields, read as 32 half words: the low field
 * of half word j belongs to cell j, the high one to cell 32 + j. So one vector of half words holds
 * two runs of neighbouring cells, and comparisons come out in the order of the packed bits.
 */
interface CellLoop {
  /** 64-bit words that hold a 16-bit field for each of 64 cells. */
  int FIELD_WORDS = 16;

  /** The vector form where vectors are there. */
  CellLoop BEST = VectorModule.isPresent() ? VectorCells.loop() : new ScalarCells();

  /**
   * Hashes cells to fields: field word q is {@code mix(start + (q + 1) golden)}.
   *
   * @param firstWord first word of 64 cells
   * @param words words of cells
   * @param mask lowest bits of a field to keep
   * @param target receives the field of each cell
   */
  void fields(long start, long firstWord, int words, int mask, int[] target);

  /**
   * Compares a random field of each cell with the threshold of its state.
   *
   * @param random fields, 16 words for 64 cells
   * @param thresholds of each cell: the one from P in the lower 16 bits, from AP in the upper
   * @param state packed states, of which those from word {@code first} on are meant
   * @param words words of cells
   * @param below receives from {@code at} on a set bit where the random field is smaller
   * @param equal receives from 0 on a set bit where it is equal
   */
  void compare(
      long[] random,
      int[] thresholds,
      long[] state,
      int first,
      int words,
      long[] below,
      int at,
      long[] equal);

  /**
   * Compares binary digits of a uniform fraction of each cell with those of the probability of its
   * state, from the last digit up, 64 cells to a word. With digit t of the probability, the
   * complemented digit r of the fraction and the verdict b of the digits below, the new verdict is
   * the majority of the three.
   *
   * @param digits what each digit and the first verdict is
   * @param random digit k of word i, complemented, at {@code words k + i}
   * @param state packed states, of which those from word {@code first} on are meant
   * @param words words of cells
   * @param below receives from {@code at} on a set bit where the fraction is smaller
   * @param equal receives from 0 on a set bit where all digits are equal
   */
  void compareDigits(
      DigitPlanes digits,
      long[] random,
      long[] state,
      int first,
      int words,
      long[] below,
      int at,
      long[] equal);
}
