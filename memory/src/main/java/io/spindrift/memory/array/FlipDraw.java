package io.spindrift.memory.array;

import io.spindrift.numerics.random.RandomWords;

/** How the flips of rows are drawn from their states. */
interface FlipDraw {
  /** Room to draw up to {@code words} words of flips. */
  FlipBuffers buffers(int words);

  /**
   * Draws which cells flip, for {@code words} words of 64.
   *
   * <p>How much the stream moves on depends on what was drawn from it and on the states, never on a
   * mask.
   *
   * @param kinds which junction each cell is
   * @param state states of the array, packed
   * @param first word of the array with which the rows begin
   * @param room receives the flips; what it held before does not matter
   */
  void draw(
      CellKinds kinds, long[] state, int first, int words, RandomWords random, FlipBuffers room);
}
