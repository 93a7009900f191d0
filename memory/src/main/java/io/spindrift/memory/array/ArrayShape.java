package io.spindrift.memory.array;

import io.spindrift.numerics.Require;

/**
 * Word lines and bit lines of an array.
 *
 * @param rows word lines
 * @param columns cells on one word line, a multiple of 64
 */
public record ArrayShape(int rows, int columns) {
  /** Checks that a row is made of whole words and that the words of the array can be indexed. */
  public ArrayShape {
    Require.atLeast("rows", rows, 1);
    Require.atLeast("columns", columns, 64);
    if (columns % 64 != 0) {
      throw new IllegalArgumentException("columns must be a multiple of 64, but was " + columns);
    }
    if ((long) rows * (columns / 64) > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "cells must be at most 137 G, but was " + (double) rows * columns);
    }
  }

  /** Number of cells. */
  public long cells() {
    return (long) rows * columns;
  }

  /** Words of 64 cells in one row. */
  public int rowWords() {
    return columns / 64;
  }

  /** Words of 64 cells in the array. */
  public int words() {
    return rows * rowWords();
  }
}
