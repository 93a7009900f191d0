package io.spindrift.memory.array;

import io.spindrift.numerics.random.RandomWords;

/** How the flips of rows are drawn from their states. */
interface FlipDraw {
  /**
   * Draws which cells flip, for as many words as {@code flips} has.
   *
   * <p>How much the stream moves on depends on what was drawn from it and on the states, never on a
   * mask.
   *
   * @param kinds which junction each cell is
   * @param state states of the array, packed
   * @param first word of the array with which the rows begin
   * @param flips receives a set bit for each cell that flips
   */
  void draw(CellKinds kinds, long[] state, int first, RandomWords random, long[] flips);
}
