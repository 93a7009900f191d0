package io.spindrift.entropy.sp80022;

/** A square matrix of 64 rows of 64 bits. */
final class BitMatrix {
  /**
   * Transposes in place: bit j of row i becomes bit i of row j.
   *
   * <p>Swaps off-diagonal blocks of 32, 16, … 1. Source: Warren, "Hacker's Delight", section 7-3.
   */
  static void transpose(long[] rows) {
    long mask = 0xFFFFFFFFL;
    for (int width = 32; width != 0; width >>>= 1) {
      for (int i = 0; i < 64; i = (i + width + 1) & ~width) {
        long t = ((rows[i] >>> width) ^ rows[i + width]) & mask;
        rows[i] ^= t << width;
        rows[i + width] ^= t;
      }
      mask ^= mask << (width >>> 1);
    }
  }

  private BitMatrix() {}
}
