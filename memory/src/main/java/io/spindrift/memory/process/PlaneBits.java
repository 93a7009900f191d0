package io.spindrift.memory.process;

import io.spindrift.entropy.BitSequence;
import io.spindrift.memory.array.CellArray;
import io.spindrift.numerics.Require;

/** A copy of the bits of all planes at one moment, row by row, each the right way up. */
public final class PlaneBits {
  private final BitPlanes planes;
  private final long[] words;

  private PlaneBits(BitPlanes planes, long[] words) {
    this.planes = planes;
    this.words = words;
  }

  /**
   * Copies what an array holds.
   *
   * @param inverted whether the array holds the complement of the bits
   */
  public static PlaneBits of(BitPlanes planes, CellArray array, boolean inverted) {
    planes.requireFit(array);
    int rowWords = planes.columns() / 64;
    long[] words = new long[Math.multiplyExact(planes.rows(), rowWords)];
    for (int row = 0; row < planes.rows(); row++) {
      array.copyRow(row, words, row * rowWords);
    }
    for (int i = 0; inverted && i < words.length; i++) {
      words[i] = ~words[i];
    }
    return new PlaneBits(planes, words);
  }

  /** Where the bits lie. */
  public BitPlanes planes() {
    return planes;
  }

  /** The images that the bits show. */
  public byte[] images() {
    return planes.images(this);
  }

  /** One bit of a row. */
  int bit(int row, int column) {
    return (int) (words[row * (planes.columns() / 64) + column / 64] >>> (column % 64)) & 1;
  }

  /** Ones of a plane over its number of pixels. */
  public double shareOfOnes(int plane) {
    PlaneCounts counts = counts(plane, this);
    return counts.cells(1) / (double) (counts.cells(0) + counts.cells(1));
  }

  /** How the bits of a plane, padding apart, have changed until {@code later}. */
  public PlaneCounts counts(int plane, PlaneBits later) {
    int rowWords = planes.columns() / 64;
    int first = planes.firstRow(plane);
    long[] cells = new long[2];
    long[] flipped = new long[2];
    for (int row = 0; row < planes.rowsPerPlane(); row++) {
      for (int word = 0; word < rowWords; word++) {
        int at = (first + row) * rowWords + word;
        long mask = planes.pixelMask(row, word);
        long before = words[at] & mask;
        long changed = (words[at] ^ later.words[at]) & mask;
        cells[0] += Long.bitCount(mask & ~before);
        cells[1] += Long.bitCount(before);
        flipped[0] += Long.bitCount(changed & ~before);
        flipped[1] += Long.bitCount(changed & before);
      }
    }
    return new PlaneCounts(cells[0], cells[1], flipped[0], flipped[1]);
  }

  /**
   * All bits, padding apart, folded by exclusive-or across rows: bit i of output row r is the
   * exclusive-or of the bits i of the rows r, r + m, r + 2 m ... of all planes, m their number over
   * {@code inputs}. The rows of one fold lie far apart and come from other images or planes.
   *
   * @param inputs rows folded into one, at least 1
   */
  public BitSequence fold(int inputs) {
    int outputs = planes.rows() / Require.inRange("inputs", inputs, 1, planes.rows());
    int rowWords = planes.columns() / 64;
    BitTail tail = new BitTail((long) outputs * planes.columns());
    for (int row = 0; row < outputs; row++) {
      int count = planes.columns();
      long[] folded = new long[rowWords];
      for (int j = 0; j < inputs; j++) {
        int input = row + j * outputs;
        count = Math.min(count, planes.pixelsInRow(input % planes.rowsPerPlane()));
        for (int word = 0; word < rowWords; word++) {
          folded[word] ^= words[input * rowWords + word];
        }
      }
      tail.append(folded, count);
    }
    return tail.sequence();
  }

  /**
   * The share of ones that {@link #fold} is expected to have of the bits that these become.
   *
   * <p>A bit with the chance q of being 1 has the mean 1 - 2 q of (-1)^bit; the mean of an
   * exclusive-or of independent bits is the product of theirs, and the share of ones half of what
   * that lacks of 1.
   *
   * @param law kernels from these bits on
   * @param inputs rows folded into one, at least 1
   */
  public double foldedShare(PlaneLaw law, int inputs) {
    int outputs = planes.rows() / Require.inRange("inputs", inputs, 1, planes.rows());
    double sum = 0;
    long bits = 0;
    for (int row = 0; row < outputs; row++) {
      int count = planes.columns();
      for (int j = 0; j < inputs; j++) {
        count = Math.min(count, planes.pixelsInRow((row + j * outputs) % planes.rowsPerPlane()));
      }
      for (int column = 0; column < count; column++) {
        double mean = 1;
        for (int j = 0; j < inputs; j++) {
          int input = row + j * outputs;
          int initial = bit(input, column);
          mean *= 1 - 2 * law.kernel(input / planes.rowsPerPlane()).one(initial);
        }
        sum += mean;
      }
      bits += count;
    }
    return 0.5 - 0.5 * sum / bits;
  }
}
