package io.spindrift.entropy.sp80090b.iid;

import io.spindrift.entropy.sp80090b.Finding;
import io.spindrift.entropy.sp80090b.Finding.Result;
import io.spindrift.entropy.sp80090b.Finding.Scope;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tests of the IID track as findings, under the names that the reference tool prints. */
final class IidFindings {
  private static final double SMALLEST_P_VALUE = 0.001;

  static Finding chiSquare(String name, ChiSquare test) {
    Map<String, Double> quantities = new LinkedHashMap<>();
    quantities.put("T", test.statistic());
    quantities.put("df", (double) test.degrees());
    if (test.degrees() < 1) {
      return literal(name, quantities, new Result.NotApplicable("too few symbols for any cell"));
    }
    double pValue = test.pValue();
    quantities.put("P-value", pValue);
    return literal(name, quantities, new Result.Decision(pValue >= SMALLEST_P_VALUE));
  }

  static Finding repeatedSubstring(RepeatedSubstring test) {
    Map<String, Double> quantities = new LinkedHashMap<>();
    quantities.put("P_col", test.collisionProbability());
    quantities.put("W", (double) test.length());
    quantities.put("Pr(X >= 1)", test.repeatProbability());
    return literal(
        "Literal Longest Repeated Substring results",
        quantities,
        new Result.Decision(test.passed()));
  }

  static Finding statistic(RankedStatistic statistic) {
    Map<String, Double> quantities = new LinkedHashMap<>();
    quantities.put("Unpermuted result " + statistic.name(), statistic.unpermuted());
    quantities.put("C0", (double) statistic.above());
    quantities.put("C1", (double) statistic.equal());
    quantities.put("C2", (double) statistic.below());
    Result result =
        switch (statistic.standing()) {
          case PASSED -> new Result.Decision(true);
          case FAILED, PROVISIONALLY_FAILED -> new Result.Decision(false);
          case UNDECIDED ->
              new Result.NotApplicable(
                  "left undecided after "
                      + statistic.shuffles()
                      + " shuffles, because another statistic settled the verdict");
        };
    return literal("Permutation testing", quantities, result);
  }

  /** The verdict over several tests, with what qualifies it. */
  static Finding verdict(String name, Map<String, Double> quantities, boolean passed) {
    return literal(name, quantities, new Result.Decision(passed));
  }

  /** A verdict that was not reached. */
  static Finding open(String name, String reason) {
    return literal(name, Map.of(), new Result.NotApplicable(reason));
  }

  static boolean failed(Finding finding) {
    return finding.result() instanceof Result.Decision decision && !decision.passed();
  }

  private static Finding literal(String name, Map<String, Double> quantities, Result result) {
    return Finding.of(name, Scope.LITERAL, quantities, result);
  }

  private IidFindings() {}
}
