package io.spindrift.memory.array;

/** The plain loops, one cell or one word at a time. */
final class ScalarCells implements CellLoop {
  private static final int FIELD = 0xFFFF;

  @Override
  public void fields(long start, long firstWord, int words, int mask, int[] target) {
    for (int word = 0; word < words; word++) {
      long firstField = FIELD_WORDS * (firstWord + word);
      for (int q = 0; q < FIELD_WORDS; q++) {
        long fields = CellKinds.mix(start + (firstField + q + 1) * CellKinds.GOLDEN);
        int cell = 64 * word + 2 * q;
        target[cell] = (int) fields & mask;
        target[cell + 32] = (int) (fields >>> 16) & mask;
        target[cell + 1] = (int) (fields >>> 32) & mask;
        target[cell + 33] = (int) (fields >>> 48) & mask;
      }
    }
  }

  @Override
  public void compare(
      long[] random,
      int[] thresholds,
      long[] state,
      int first,
      int words,
      long[] below,
      int at,
      long[] equal) {
    for (int word = 0; word < words; word++) {
      long smaller = 0;
      long same = 0;
      for (int cell = 0; cell < 64; cell++) {
        long fields = random[FIELD_WORDS * word + (cell & 31) / 2];
        int field = (int) (fields >>> (32 * (cell & 1) + 16 * (cell / 32))) & FIELD;
        int from = (int) (state[first + word] >>> cell) & 1;
        int threshold = (thresholds[64 * word + cell] >>> (16 * from)) & FIELD;
        smaller |= (field < threshold ? 1L : 0L) << cell;
        same |= (field == threshold ? 1L : 0L) << cell;
      }
      below[at + word] = smaller;
      equal[word] = same;
    }
  }

  @Override
  public void compareDigits(
      DigitPlanes digits,
      long[] random,
      long[] state,
      int first,
      int words,
      long[] below,
      int at,
      long[] equal) {
    int depth = digits.depth();
    for (int word = 0; word < words; word++) {
      long s = state[first + word];
      long b = digits.parallel()[depth] ^ (s & digits.difference()[depth]);
      long same = -1L;
      for (int k = depth - 1; k >= 0; k--) {
        long t = digits.parallel()[k] ^ (s & digits.difference()[k]);
        long r = random[words * k + word];
        b = (r & b) | (t & (r | b));
        same &= r ^ t;
      }
      below[at + word] = b;
      equal[word] = same;
    }
  }
}
