package io.spindrift.memory.array;

/**
 * Digits of two probabilities, each as a word of equal bits, to be picked by the state of a cell:
 * digit k is {@code parallel[k]} where the state bit is 0 and {@code parallel[k] ^ difference[k]}
 * where it is 1.
 *
 * <p>Entry {@code depth} is the verdict before any digit: all ones for a probability of 1, whose
 * digits are all ones, so that it always flips.
 *
 * @param depth number of digits
 * @param parallel digits from P
 * @param difference exclusive or of the digits from P and from AP
 */
record DigitPlanes(int depth, long[] parallel, long[] difference) {
  /** The planes of the first 16 digits, or of as many as either probability has. */
  static DigitPlanes of(double fromParallel, double fromAntiparallel) {
    int depth = Math.max(depth(fromParallel), depth(fromAntiparallel));
    long[] parallel = new long[depth + 1];
    long[] difference = new long[depth + 1];
    for (int k = 0; k <= depth; k++) {
      parallel[k] = plane(fromParallel, k, depth);
      difference[k] = parallel[k] ^ plane(fromAntiparallel, k, depth);
    }
    return new DigitPlanes(depth, parallel, difference);
  }

  private static int depth(double p) {
    if (p == 0 || p == 1) {
      return 0;
    }
    int zeros = Integer.numberOfTrailingZeros(FlipDigits.first(p));
    return FlipDigits.rest(p) == 0 ? FlipDigits.COUNT - zeros : FlipDigits.COUNT;
  }

  private static long plane(double p, int k, int depth) {
    int digit = k == depth ? (p == 1 ? 1 : 0) : FlipDigits.first(p) >>> (FlipDigits.COUNT - 1 - k);
    return -(digit & 1L);
  }
}
