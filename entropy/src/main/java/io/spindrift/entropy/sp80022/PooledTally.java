package io.spindrift.entropy.sp80022;

import io.spindrift.entropy.sp80022.CheckOutcome.NotApplicable;
import java.util.OptionalDouble;

/**
 * The outcomes of one test and parameter over many sequences, in pools of consecutive sequences no
 * larger than {@link PoolingLimit} allows. Outcomes come in the order of the sequences.
 *
 * <p>Each full pool is judged by itself and forgotten, so that any number of sequences needs the
 * memory of one. The p-value of a check over several pools is the smallest of theirs times their
 * number, at most 1 (Bonferroni).
 */
final class PooledTally {
  private final String test;
  private final String parameter;
  private final int limit;
  private final ReferenceConstants constants;
  private final ResultTally all = new ResultTally();
  private ResultTally pool = new ResultTally();
  private String reason = "";
  private long pools;
  private long uniformityPools;
  private double smallestProportion = Double.POSITIVE_INFINITY;
  private double smallestUniformity = Double.POSITIVE_INFINITY;

  PooledTally(TestResult first, int lengthBits, ReferenceConstants constants) {
    this.test = first.test();
    this.parameter = first.parameter();
    this.constants = constants;
    this.limit = PoolingLimit.of(test, lengthBits, constants);
  }

  /** Adds the outcome of the next sequence. */
  void add(TestResult result) {
    if (!result.test().equals(test) || !result.parameter().equals(parameter)) {
      throw new IllegalArgumentException(
          "result must be of " + test + " " + parameter + ", but was of " + result.test());
    }
    if (reason.isEmpty() && result.outcome() instanceof NotApplicable none) {
      reason = none.reason();
    }
    all.add(result.outcome());
    pool.add(result.outcome());
    if (pool.seen() == limit) {
      judgePool();
    }
  }

  /** The smallest p-value so far, infinite when there is none. */
  double smallest() {
    return all.smallest();
  }

  /** Name of the test. */
  String test() {
    return test;
  }

  /** What tells outcomes of the same test apart. */
  String parameter() {
    return parameter;
  }

  /** What all outcomes say. */
  TestSummary summary() {
    judgePool();
    long applicable = all.applicable();
    boolean pooled = pools > 0;
    OptionalDouble extreme =
        applicable == 0 || all.seen() > 1 && FarTails.areThin(test)
            ? OptionalDouble.empty()
            : OptionalDouble.of(Math.min(1, applicable * all.smallest()));
    return new TestSummary(
        test,
        parameter,
        all.seen(),
        applicable,
        all.passed(),
        reason,
        limit,
        pooled ? corrected(smallestProportion, pools) : OptionalDouble.empty(),
        corrected(smallestUniformity, uniformityPools),
        extreme,
        applicable == 0 ? OptionalDouble.empty() : OptionalDouble.of(all.smallest()),
        all.bins());
  }

  private void judgePool() {
    if (pool.applicable() > 1) {
      pools++;
      smallestProportion =
          Math.min(smallestProportion, ProportionCheck.pValue(pool.passed(), pool.applicable()));
      OptionalDouble uniformity = UniformityCheck.pValue(pool.bins(), constants);
      if (uniformity.isPresent()) {
        uniformityPools++;
        smallestUniformity = Math.min(smallestUniformity, uniformity.getAsDouble());
      }
    }
    pool = new ResultTally();
  }

  private static OptionalDouble corrected(double smallest, long pools) {
    return pools == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.min(1, pools * smallest));
  }
}
