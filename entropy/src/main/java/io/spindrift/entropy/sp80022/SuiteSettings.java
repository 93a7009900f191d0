package io.spindrift.entropy.sp80022;

import io.spindrift.numerics.Require;

/**
 * How a run of the suite goes.
 *
 * @param constants which constants the pooled checks use
 * @param level probability that random bits are rejected, family-wise
 * @param mostSequences the most sequences that can come
 * @param keepResults whether the results of every sequence are kept
 * @param exhaustive whether every sequence is judged although the verdict is already certain
 */
public record SuiteSettings(
    ReferenceConstants constants,
    double level,
    long mostSequences,
    boolean keepResults,
    boolean exhaustive) {
  /** Family-wise level unless another one is chosen. */
  public static final double LEVEL = 0.01;

  /**
   * Checks level and count.
   *
   * @throws IllegalArgumentException when the level is not between 1e-9 and 0.5 or there is no
   *     sequence
   */
  public SuiteSettings {
    Require.inRange("family-wise level", level, 1e-9, 0.5, "");
    Require.atLeast("sequences", mostSequences, 1);
  }

  /** Every sequence judged and kept, at level {@link #LEVEL}. */
  public static SuiteSettings of(ReferenceConstants constants, long mostSequences) {
    return new SuiteSettings(constants, LEVEL, mostSequences, true, true);
  }
}
