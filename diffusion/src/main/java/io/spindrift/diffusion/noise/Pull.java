package io.spindrift.diffusion.noise;

/**
 * A share of bits that is replaced by one fixed value: what turns a probability into another.
 *
 * <p>A bit of probability p of which a share m is replaced by d has the probability m d + (1 - m)
 * p. To reach q from p takes d = 1 and m = (q - p) / (1 - p) when q is above p, and d = 0 and m =
 * (p - q) / p when it is below.
 *
 * @param share m, in [0, 1]
 * @param toOne whether d is 1
 */
record Pull(double share, boolean toOne) {
  static final Pull NONE = new Pull(0, false);

  /** The pull that brings a bit of probability {@code from} to {@code to}. */
  static Pull between(double from, double to) {
    if (to == from) {
      return NONE;
    }
    return to > from
        ? new Pull((to - from) / (1 - from), true)
        : new Pull((from - to) / from, false);
  }

  /** The probability of a bit that had {@code probability} before. */
  double of(double probability) {
    return (toOne ? share : 0) + (1 - share) * probability;
  }
}
