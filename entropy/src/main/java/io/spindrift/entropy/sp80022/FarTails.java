package io.spindrift.entropy.sp80022;

/**
 * Tests whose p-values are far too small when they are small.
 *
 * <p>Both excursion tests use the limit law of a few hundred excursions. The number of visits to x
 * is a compound geometric sum with an exact law; at x = 9 and J = 500 excursions a random walk
 * shows a p-value of 1e-6 or less with probability 3.9e-5, one of 0.01 or less with 0.0114. Their
 * single p-values are therefore not taken for evidence once there are several sequences to choose
 * the smallest from; their proportion and uniformity are.
 */
final class FarTails {
  /** Whether the single p-values of a test are no evidence among many sequences. */
  static boolean areThin(String test) {
    return test.startsWith("RandomExcursions");
  }

  private FarTails() {}
}
