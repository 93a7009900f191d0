package io.spindrift.entropy.sp80090b.estimate;

/** The confidence bound that every estimator ends with. */
final class UpperBound {
  /** Z(1 - 0.005): the normal quantile of a two-sided confidence of 99 %. */
  static final double Z = 2.5758293035489008;

  /**
   * The upper end of the 99 % interval of a proportion, min(1, p + Z sqrt(p (1 - p) / (n - 1))).
   *
   * @param p observed proportion
   * @param n observations, at least two
   */
  static double ofProportion(double p, double n) {
    return Math.min(1, p + Z * Math.sqrt(p * (1 - p) / (n - 1)));
  }

  /** -log2(p), never negative zero. */
  static double bits(double p) {
    return p >= 1 ? 0 : -log2(p);
  }

  /** Logarithm to base two. */
  static double log2(double x) {
    return Math.log(x) / LN2;
  }

  private static final double LN2 = Math.log(2);

  private UpperBound() {}
}
