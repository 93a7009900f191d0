package io.spindrift.experiment.report;

import io.spindrift.entropy.sp80022.SuiteReport;
import io.spindrift.entropy.sp80022.TestSummary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The table of a suite's tests, one line for a test, its many parameters behind a fold. */
final class SuiteTable {
  private static final int OPEN_LINES = 2;

  static String html(SuiteReport report) {
    boolean many = report.sequences() > 1;
    Map<String, List<TestSummary>> byTest = new LinkedHashMap<>();
    for (TestSummary summary : report.summaries()) {
      byTest.computeIfAbsent(summary.test(), t -> new ArrayList<>()).add(summary);
    }
    List<List<String>> rows = new ArrayList<>();
    byTest.forEach((test, summaries) -> {
      if (summaries.size() <= OPEN_LINES) {
        summaries.forEach(s -> rows.add(row(Html.text(s.label()), List.of(s), report, many)));
      } else {
        rows.add(row(fold(test, summaries, report, many), summaries, report, many));
      }
    });
    return Html.table(heads(many), List.of(0), rows)
        + Html.paragraph(
            "<span class=\"note\">"
                + (many
                    ? "Pass: p-values of at least 0.01 among those that apply. Of a line with many"
                        + " results each p-value is the smallest times their number, at most 1,"
                        + " which is a valid p-value itself."
                    : "Of a line with many results the p-value is the smallest times their number,"
                        + " at most 1, which is a valid p-value itself.")
                + " A line is rejected when Holm's procedure rejects any of its results.</span>");
  }

  private static List<String> heads(boolean many) {
    return many
        ? List.of("test", "pass", "proportion p", "uniformity p", "smallest p × s", "verdict")
        : List.of("test", "pass", "p-value", "verdict");
  }

  private static List<String> row(
      String title, List<TestSummary> summaries, SuiteReport report, boolean many) {
    long applicable = summaries.stream().mapToLong(TestSummary::applicable).sum();
    long passed = summaries.stream().mapToLong(TestSummary::passed).sum();
    List<String> row = new ArrayList<>();
    row.add(title + (applicable == 0 ? reason(summaries.getFirst()) : ""));
    row.add(applicable == 0 ? "–" : Html.whole(passed) + " / " + Html.whole(applicable));
    if (many) {
      row.add(combined(summaries.stream().map(TestSummary::proportionPValue).toList()));
      row.add(combined(summaries.stream().map(TestSummary::uniformityPValue).toList()));
    }
    row.add(combined(summaries.stream().map(TestSummary::extremePValue).toList()));
    row.add(CertificatePage.verdict(applicable > 0, rejected(summaries, report)));
    return row;
  }

  private static String reason(TestSummary summary) {
    return "<div class=\"source\">" + Html.text(summary.reason()) + "</div>";
  }

  private static String fold(
      String test, List<TestSummary> summaries, SuiteReport report, boolean many) {
    List<List<String>> rows = new ArrayList<>();
    for (TestSummary s : summaries) {
      rows.add(row(Html.text(s.parameter()), List.of(s), report, many));
    }
    return "<details><summary>"
        + Html.text(test)
        + " <span class=\"count\">"
        + summaries.size()
        + " results</span></summary>"
        + Html.table(heads(many), List.of(0), rows)
        + "</details>";
  }

  private static boolean rejected(List<TestSummary> summaries, SuiteReport report) {
    return report.rejectedBy().stream()
        .anyMatch(r ->
            summaries.stream()
                .anyMatch(s -> s.test().equals(r.test()) && s.parameter().equals(r.parameter())));
  }

  private static String combined(List<OptionalDouble> pValues) {
    double[] found =
        pValues.stream()
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .sorted()
            .toArray();
    return found.length == 0 ? "–" : Html.number(Math.min(1, found[0] * found.length));
  }

  private SuiteTable() {}
}
