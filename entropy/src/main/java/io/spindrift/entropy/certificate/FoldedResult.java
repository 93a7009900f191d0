package io.spindrift.entropy.certificate;

import io.spindrift.entropy.certificate.FamilyVerdict.Member;
import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import io.spindrift.entropy.sp80022.CheckOutcome.NotApplicable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * One line for one test: a single result as it is, the many results of a test with parameters (148
 * templates, 8 or 18 states) as a count.
 *
 * @param title test, and parameter or number of results
 * @param members the results behind the line
 */
public record FoldedResult(String title, List<Member> members) {
  private static final int MOST_LINES = 2;
  private static final double NOMINAL = 0.01;

  /** Copies the list. */
  public FoldedResult {
    members = List.copyOf(members);
  }

  /** The results of a family, at most two lines to a test. */
  public static List<FoldedResult> of(FamilyVerdict family) {
    Map<String, List<Member>> byTest = new LinkedHashMap<>();
    for (Member member : family.members()) {
      byTest.computeIfAbsent(member.result().test(), t -> new ArrayList<>()).add(member);
    }
    List<FoldedResult> lines = new ArrayList<>();
    byTest.forEach((test, members) -> {
      if (members.size() <= MOST_LINES || test.equals("Autocorrelation")) {
        members.forEach(m -> lines.add(new FoldedResult(m.title(), List.of(m))));
      } else {
        lines.add(new FoldedResult(test + ", " + members.size() + " results", members));
      }
    });
    return List.copyOf(lines);
  }

  /** Whether any result has a p-value. */
  public boolean applicable() {
    return judged() > 0;
  }

  /** Number of results with a p-value. */
  public long judged() {
    return members.stream().filter(Member::applicable).count();
  }

  /** Whether the family-wise verdict rejects any of the results. */
  public boolean rejected() {
    return members.stream().anyMatch(Member::rejected);
  }

  /** Number of p-values below 1 %, of which good data show one in a hundred. */
  public long belowNominal() {
    return pValues().stream().filter(p -> p < NOMINAL).count();
  }

  /**
   * The p-value of the line: of one result its own, of m judged ones min(1, m times the smallest),
   * Bonferroni's bound, itself a valid p-value. Empty when none applies.
   */
  public OptionalDouble pValue() {
    List<Double> found = pValues();
    return found.stream().mapToDouble(p -> Math.min(1, p * found.size())).min();
  }

  /** The statistic of a single judged result. */
  public OptionalDouble statistic() {
    return members.size() == 1 && members.getFirst().result().outcome() instanceof Judged judged
        ? OptionalDouble.of(judged.statistic())
        : OptionalDouble.empty();
  }

  /** Why the test does not apply, empty when it does. */
  public String reason() {
    return !applicable() && members.getFirst().result().outcome() instanceof NotApplicable none
        ? none.reason()
        : "";
  }

  private List<Double> pValues() {
    return members.stream()
        .filter(Member::applicable)
        .map(m -> ((Judged) m.result().outcome()).pValue())
        .toList();
  }
}
