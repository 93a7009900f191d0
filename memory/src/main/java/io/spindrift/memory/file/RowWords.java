package io.spindrift.memory.file;

import io.spindrift.memory.array.CellArray;
import java.io.IOException;

/**
 * State and wear of an array as a stream of blocks of words, of which one is held at a time.
 *
 * @param array the array
 */
record RowWords(CellArray array) {
  /** Takes one block. */
  @FunctionalInterface
  interface BlockTaker {
    void take(long[] words, int count) throws IOException;
  }

  /** Fills one block, which belongs to {@code what}. */
  @FunctionalInterface
  interface BlockGiver {
    void give(String what, long[] words, int count) throws IOException;
  }

  /** Gives out all blocks in order. */
  void forEachBlock(BlockTaker taker) throws IOException {
    long[] block = new long[WordBlocks.BLOCK_WORDS];
    long[] row = new long[array.shape().rowWords()];
    int filled = 0;
    for (int r = 0; r < array.shape().rows(); r++) {
      array.copyRow(r, row, 0);
      for (int done = 0; done < row.length; ) {
        int count = Math.min(row.length - done, block.length - filled);
        System.arraycopy(row, done, block, filled, count);
        done += count;
        filled += count;
        filled = full(block, filled, taker);
      }
    }
    filled = rest(block, filled, taker);
    for (int r = 0; r < array.shape().rows(); r++) {
      block[filled++] = array.wear(r);
      filled = full(block, filled, taker);
    }
    rest(block, filled, taker);
  }

  private static int full(long[] block, int filled, BlockTaker taker) throws IOException {
    return filled == block.length ? rest(block, filled, taker) : filled;
  }

  private static int rest(long[] block, int filled, BlockTaker taker) throws IOException {
    if (filled > 0) {
      taker.take(block, filled);
    }
    return 0;
  }

  /** Sets the array, which must be new, from all blocks in order. */
  void setEachBlock(BlockGiver giver) throws IOException {
    long[] block = new long[WordBlocks.BLOCK_WORDS];
    long[] row = new long[array.shape().rowWords()];
    long left = array.shape().words();
    int at = 0;
    int held = 0;
    for (int r = 0; r < array.shape().rows(); r++) {
      for (int done = 0; done < row.length; ) {
        if (at == held) {
          held = (int) Math.min(block.length, left);
          giver.give("the cells about row " + r, block, held);
          left -= held;
          at = 0;
        }
        int count = Math.min(row.length - done, held - at);
        System.arraycopy(block, at, row, done, count);
        done += count;
        at += count;
      }
      array.setRow(r, row, 0);
    }
    setWear(block, giver);
  }

  private void setWear(long[] block, BlockGiver giver) throws IOException {
    int rows = array.shape().rows();
    for (int first = 0; first < rows; first += block.length) {
      int count = Math.min(block.length, rows - first);
      giver.give("the wear", block, count);
      for (int i = 0; i < count; i++) {
        if (block[i] < 0) {
          throw new IllegalArgumentException(
              "wear of row " + (first + i) + " must not be negative, but was " + block[i]);
        }
        array.addWear(first + i, block[i]);
      }
    }
  }
}
