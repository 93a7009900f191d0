package io.spindrift.numerics.random;

/** The hot loop of {@link BernoulliCells}: the first digits of a block of words. */
interface DigitLoop {
  /**
   * Compares the digits of {@link BernoulliCells#BLOCK} words of fractions and probabilities.
   *
   * @param random digit k of word i, complemented, at index {@code BLOCK k + i}
   * @param planes digit k of the probabilities of word i at index {@code stride k + first + i}
   * @param depth digits to compare
   * @param below receives the bits whose digits are below those of the probability
   * @param undecided receives the bits whose digits are all equal
   */
  void compare(
      long[] random,
      long[] planes,
      int stride,
      int first,
      int depth,
      long[] below,
      long[] undecided);
}
