package io.spindrift.numerics.random;

/** The plain loop, one word at a time. */
final class ScalarDigits implements DigitLoop {
  private static final int BLOCK = BernoulliCells.BLOCK;

  @Override
  public void compare(
      long[] random,
      long[] planes,
      int stride,
      int first,
      int depth,
      long[] below,
      long[] undecided) {
    for (int i = 0; i < BLOCK; i++) {
      long b = 0;
      long equal = -1L;
      for (int k = depth - 1; k >= 0; k--) {
        long t = planes[stride * k + first + i];
        long r = random[BLOCK * k + i];
        b = (r & b) | (t & (r | b));
        equal &= r ^ t;
      }
      below[i] = b;
      undecided[i] = equal;
    }
  }
}
