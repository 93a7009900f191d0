package io.spindrift.entropy.sp80022;

import io.spindrift.entropy.BitSequence;
import java.util.Arrays;

/**
 * Lengths of the shortest linear feedback shift registers of successive blocks, 64 blocks at once.
 *
 * <p>Berlekamp and Massey's algorithm keeps two connection polynomials C and B. Here their products
 * with the block's series, r = C s and b = B s, are kept instead: the discrepancy of step i is then
 * bit i of r, and the polynomials themselves are not needed. Step i: where d = r_i is one, r
 * becomes r + b, and where 2L <= i besides, b becomes the old r and L becomes i + 1 - L; b moves by
 * one bit. Bit k of every word belongs to block k, so a step is the same few operations for all
 * blocks and the move is an index. Source: Massey, IEEE Trans. Inf. Theory 15 (1969) 122.
 */
final class ShiftRegisters {
  private static final int LANES = 64;

  private final int blockBits;
  private final ShiftRegisterSteps steps;
  private final long[] r;
  private final long[] b;

  /** Blocks of {@code blockBits}. */
  ShiftRegisters(int blockBits, ShiftRegisterSteps steps) {
    this.blockBits = blockBits;
    this.steps = steps;
    int room = (blockBits + LANES - 1) / LANES * LANES + LANES;
    this.r = new long[room];
    this.b = new long[room];
  }

  /** The register length of each whole block. */
  int[] lengths(BitSequence bits) {
    int blocks = bits.length() / blockBits;
    int[] lengths = new int[blocks];
    for (int first = 0; first < blocks; first += LANES) {
      int count = Math.min(LANES, blocks - first);
      load(bits, first, count);
      unpack(run(), lengths, first, count);
    }
    return lengths;
  }

  private static void unpack(long[] planes, int[] lengths, int first, int count) {
    for (int k = 0; k < count; k++) {
      int length = 0;
      for (int p = 0; p < planes.length; p++) {
        length |= (int) (planes[p] >>> k & 1) << p;
      }
      lengths[first + k] = length;
    }
  }

  private void load(BitSequence bits, int first, int count) {
    long[] square = new long[LANES];
    for (int at = 0; at < blockBits; at += LANES) {
      for (int k = 0; k < LANES; k++) {
        square[k] = k < count ? bits.word((first + k) * blockBits + at) : 0;
      }
      BitMatrix.transpose(square);
      System.arraycopy(square, 0, r, at, LANES);
    }
  }

  /** Runs all steps; plane p of the result holds bit p of every length. */
  private long[] run() {
    int m = blockBits;
    // Any b that clears the first one of r will do: up to it, L bits are free to choose.
    Arrays.fill(b, 0);
    b[0] = -1L;
    long[] length = new long[Integer.SIZE - Integer.numberOfLeadingZeros(m)];
    for (int i = 0; i < m; i++) {
      long d = r[i];
      long swap = d & ~exceeds(length, i);
      steps.step(r, b, i, m, d, swap);
      exchange(length, swap, i + 1);
    }
    return length;
  }

  /** Blocks in which 2 L exceeds i, that is, L exceeds floor(i/2). */
  private static long exceeds(long[] length, int i) {
    int half = i / 2;
    long greater = 0;
    long equal = -1;
    for (int p = length.length - 1; p >= 0; p--) {
      if ((half >>> p & 1) == 0) {
        greater |= equal & length[p];
        equal &= ~length[p];
      } else {
        equal &= length[p];
      }
    }
    return greater;
  }

  /** L becomes {@code sum} - L in the chosen blocks. */
  private static void exchange(long[] length, long chosen, int sum) {
    long borrow = 0;
    for (int p = 0; p < length.length; p++) {
      long s = -(long) (sum >>> p & 1);
      long l = length[p];
      long difference = s ^ l ^ borrow;
      borrow = (~s & (l | borrow)) | (l & borrow);
      length[p] = l ^ ((l ^ difference) & chosen);
    }
  }
}
