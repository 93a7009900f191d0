package io.spindrift.entropy.sp80022;

import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import io.spindrift.entropy.sp80022.CheckOutcome.NotApplicable;

/** What one pool of sequences counted for one test and parameter. */
final class ResultTally {
  private final long[] bins = new long[UniformityCheck.BINS];
  private long seen;
  private long applicable;
  private long passed;
  private double smallest = Double.POSITIVE_INFINITY;

  /** Counts the outcome of one sequence. */
  void add(CheckOutcome outcome) {
    seen++;
    switch (outcome) {
      case Judged judged -> {
        double p = judged.pValue();
        applicable++;
        passed += p >= ProportionCheck.ALPHA ? 1 : 0;
        bins[UniformityCheck.bin(p)]++;
        smallest = Math.min(smallest, p);
      }
      case NotApplicable none -> {}
    }
  }

  /** Sequences counted, with those to which the test does not apply. */
  long seen() {
    return seen;
  }

  /** Sequences to which the test applies. */
  long applicable() {
    return applicable;
  }

  /** Sequences whose p-value is at least alpha. */
  long passed() {
    return passed;
  }

  /** The smallest p-value, infinite when there is none. */
  double smallest() {
    return smallest;
  }

  /** P-values in each bin. */
  long[] bins() {
    return bins;
  }
}
