package io.spindrift.entropy.sp80022;

import io.spindrift.numerics.statistics.HolmProcedure;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What the suite found over all sequences, and one family-wise verdict.
 *
 * <p>The verdict is Holm's over every check of every test and parameter. Of one sequence these are
 * its p-values. Of several they are the proportion that passed, the uniformity of the p-values (55
 * sequences or more) and the smallest p-value times the number of sequences; the last one catches a
 * single bad sequence among many good ones. NOT APPLICABLE takes no part.
 *
 * @param lengthBits bits of a sequence
 * @param sequences sequences judged
 * @param stoppedEarly whether sequences were left unjudged because the verdict was certain
 * @param level family-wise level
 * @param checks checks that took part in the verdict
 * @param summaries one per test and parameter, in the order of the standard
 * @param verdict the verdict
 * @param rejectedBy the checks that reject, the strongest first
 * @param results the results of every sequence, when they were kept
 */
public record SuiteReport(
    int lengthBits,
    long sequences,
    boolean stoppedEarly,
    double level,
    int checks,
    List<TestSummary> summaries,
    SuiteVerdict verdict,
    List<Rejection> rejectedBy,
    List<List<TestResult>> results) {
  /**
   * A check that rejects.
   *
   * @param test name of the test
   * @param parameter what tells outcomes of the same test apart
   * @param check {@code pValue}, {@code proportion}, {@code uniformity} or {@code extreme}
   * @param pValue p-value of the check
   */
  public record Rejection(String test, String parameter, String check, double pValue) {}

  /** Copies the lists. */
  public SuiteReport {
    summaries = List.copyOf(summaries);
    rejectedBy = List.copyOf(rejectedBy);
    results = List.copyOf(results);
  }

  static SuiteReport of(
      int lengthBits,
      long sequences,
      boolean stoppedEarly,
      double level,
      List<TestSummary> summaries,
      List<List<TestResult>> results) {
    List<Rejection> family = new ArrayList<>();
    for (TestSummary summary : summaries) {
      family.addAll(family(summary, sequences));
    }
    double[] pValues = family.stream().mapToDouble(Rejection::pValue).toArray();
    List<Rejection> rejected =
        HolmProcedure.rejected(pValues, level).stream().map(family::get).toList();
    SuiteVerdict verdict =
        family.isEmpty()
            ? SuiteVerdict.UNDECIDED
            : rejected.isEmpty() ? SuiteVerdict.PASSED : SuiteVerdict.FAILED;
    return new SuiteReport(
        lengthBits,
        sequences,
        stoppedEarly,
        level,
        family.size(),
        summaries,
        verdict,
        rejected,
        results);
  }

  /** The most sequences that all tests may pool: the least of their limits. */
  public int poolingLimit() {
    return summaries.stream()
        .filter(summary -> summary.applicable() > 0)
        .mapToInt(TestSummary::poolingLimit)
        .min()
        .orElse(1);
  }

  private static List<Rejection> family(TestSummary summary, long sequences) {
    List<Rejection> checks = new ArrayList<>();
    if (sequences > 1) {
      add(checks, summary, "proportion", summary.proportionPValue());
      add(checks, summary, "uniformity", summary.uniformityPValue());
    }
    add(checks, summary, sequences > 1 ? "extreme" : "pValue", summary.extremePValue());
    return checks;
  }

  private static void add(
      List<Rejection> checks, TestSummary summary, String check, OptionalDouble pValue) {
    if (pValue.isPresent()) {
      checks.add(new Rejection(summary.test(), summary.parameter(), check, pValue.getAsDouble()));
    }
  }
}
