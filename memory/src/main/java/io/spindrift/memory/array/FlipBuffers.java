package io.spindrift.memory.array;

/**
 * Room to draw flips in. Made once for many draws of the same thread and never shared, so that
 * pulsing a large array leaves hardly anything behind.
 *
 * @param flips receives a set bit for each cell that flips, from word 0 on
 * @param random random words of the cells that are drawn together
 * @param cells kinds of these cells, then their thresholds; empty where kinds do not matter
 * @param equal cells among them that further random words must decide
 */
record FlipBuffers(long[] flips, long[] random, int[] cells, long[] equal) {
  /** Room for {@code words} words of flips, drawn {@code together} at a time at the most. */
  static FlipBuffers of(int words, int together, int randomWords, int cells) {
    int block = Math.min(together, words);
    return new FlipBuffers(
        new long[words], new long[randomWords * block], new int[cells * block], new long[block]);
  }
}
