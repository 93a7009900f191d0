package io.spindrift.memory.spec;

import io.spindrift.memory.array.ArrayShape;
import io.spindrift.memory.array.CellKinds;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.document.Declared;
import io.spindrift.numerics.random.StreamKey;

/**
 * How many cells there are, and how many kinds of them.
 *
 * @param rows word lines
 * @param columns cells on a word line, a multiple of 64
 * @param kinds different junctions that the cells are, a power of two; with one, all are nominal
 */
public record ArrayOutline(
    @Declared(says = "Word lines", min = 1) int rows,
    @Declared(says = "Cells on a word line, a multiple of 64", min = 64) int columns,
    @Declared(
            says = "Different junctions that the cells are, a power of two; with 1, all are alike",
            min = 1,
            max = CellKinds.MOST)
        int kinds) {

  /** Checks that such an array can be made. */
  public ArrayOutline {
    Require.atLeast("rows", rows, 1);
    Require.inRange("kinds", kinds, 1, CellKinds.MOST);
    if (Integer.bitCount(kinds) != 1) {
      throw new IllegalArgumentException("kinds must be a power of two, but was " + kinds);
    }
    shape(rows, columns);
  }

  /** Word lines and bit lines. */
  public ArrayShape shape() {
    return shape(rows, columns);
  }

  /** The kinds of the cells, with differences that come from {@code variation}. */
  public CellKinds cellKinds(StreamKey variation) {
    return new CellKinds(kinds, variation);
  }

  private static ArrayShape shape(int rows, int columns) {
    return new ArrayShape(rows, columns);
  }
}
