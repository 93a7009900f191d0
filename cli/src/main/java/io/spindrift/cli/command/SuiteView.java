package io.spindrift.cli.command;

import io.spindrift.entropy.recorded.RecordFormat;
import io.spindrift.entropy.sp80022.ProportionCheck;
import io.spindrift.entropy.sp80022.ReferenceConstants;
import io.spindrift.entropy.sp80022.SuiteReport;
import io.spindrift.entropy.sp80022.SuiteVerdict;
import io.spindrift.entropy.sp80022.TestSummary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * What {@code entropy test --suite sp800-22} prints.
 *
 * @param plan which sequences were tested
 * @param bitOrder which bit of a packed byte came first
 * @param constants whose constants were used
 * @param report what was found
 * @param detectableOffset offset of the share of ones that would have been seen nine times in ten
 */
record SuiteView(
    SequencePlan plan,
    String bitOrder,
    ReferenceConstants constants,
    SuiteReport report,
    double detectableOffset) {
  /** Intervals of the proportion by the number of sequences to which a test applies. */
  private static final class Intervals {
    private final Map<Long, ProportionCheck> known = new HashMap<>();
    private final ReferenceConstants constants;

    Intervals(ReferenceConstants constants) {
      this.constants = constants;
    }

    ProportionCheck of(long applicable) {
      return known.computeIfAbsent(applicable, m -> ProportionCheck.of(m, constants));
    }
  }

  /** Acceptable proportions of a test; asked for again and again with the same few numbers. */
  Function<TestSummary, ProportionCheck> intervals() {
    Intervals intervals = new Intervals(constants);
    return summary -> intervals.of(summary.applicable());
  }

  /** Prints the table, one line per test unless all parameters are asked for. */
  void print(Session session, boolean all) {
    session.print(
        "%s: %s of %d bits%s%s",
        plan.record().file(),
        sequences(report.sequences()),
        report.lengthBits(),
        plan.record().format() == RecordFormat.PACKED
            ? ""
            : " (" + plan.record().format().label() + ")",
        constants == ReferenceConstants.STS ? ", constants of STS 2.1.2" : "");
    if (report.stoppedEarly()) {
      session.print(
          "Stopped after %s of %d: the verdict cannot change (--exhaustive judges all).",
          sequences(report.sequences()), plan.sequences());
    }
    TextTable table = table(all);
    table.print(session.out());
    session.print("%s%n%s", verdict(), power());
    if (report.sequences() > report.poolingLimit()) {
      session.print(
          "Results of at most %d sequences of this length are pooled for a test, the least of the"
              + " tests' limits; beyond it the error of the p-values themselves would be seen.",
          report.poolingLimit());
    }
  }

  private TextTable table(boolean all) {
    Map<String, List<TestSummary>> groups = new LinkedHashMap<>();
    for (TestSummary summary : report.summaries()) {
      groups
          .computeIfAbsent(all ? summary.label() : summary.test(), name -> new ArrayList<>())
          .add(summary);
    }
    boolean many = report.sequences() > 1;
    TextTable table =
        many
            ? new TextTable("test", "passed", "acceptable", "uniformity", "smallest p", "")
            : new TextTable("test", "p-value", "");
    Function<TestSummary, ProportionCheck> intervals = intervals();
    groups.forEach((name, group) -> {
      if (many) {
        addPooled(table, name, group, intervals);
      } else {
        addSingle(table, name, group);
      }
    });
    return table;
  }

  private static void addSingle(TextTable table, String name, List<TestSummary> group) {
    List<TestSummary> judged = group.stream().filter(s -> s.applicable() > 0).toList();
    if (judged.isEmpty()) {
      table.add(name, "-", "NOT APPLICABLE: " + group.getFirst().reason());
      return;
    }
    long below = judged.stream().filter(s -> s.passed() == 0).count();
    table.add(
        name,
        text(least(judged, TestSummary::smallestPValue)),
        group.size() == 1
            ? below == 0 ? "" : "below 0.01"
            : "least of " + group.size() + ", " + below + " below 0.01");
  }

  private static void addPooled(
      TextTable table,
      String name,
      List<TestSummary> group,
      Function<TestSummary, ProportionCheck> intervals) {
    List<TestSummary> judged = group.stream().filter(s -> s.applicable() > 0).toList();
    if (judged.isEmpty()) {
      table.add(name, "-", "-", "-", "-", "NOT APPLICABLE: " + group.getFirst().reason());
      return;
    }
    TestSummary worst = judged.getFirst();
    for (TestSummary summary : judged) {
      worst = proportion(summary) < proportion(worst) ? summary : worst;
    }
    ProportionCheck interval = intervals.apply(worst);
    long outside = judged.stream().filter(s -> !intervals.apply(s).accepts(proportion(s))).count();
    List<String> notes = new ArrayList<>();
    if (group.size() > 1) {
      notes.add("least of " + group.size());
    }
    if (outside > 0) {
      notes.add(group.size() > 1 ? outside + " not acceptable" : "not acceptable");
    }
    if (worst.applicable() < worst.sequences()) {
      notes.add("not applicable to " + (worst.sequences() - worst.applicable()));
    }
    table.add(
        name,
        worst.passed() + "/" + worst.applicable(),
        String.format(
            Locale.ROOT,
            "%d..%d",
            Math.round(Math.ceil(interval.lowest() * worst.applicable() - 1e-6)),
            Math.round(Math.floor(Math.min(1, interval.highest()) * worst.applicable() + 1e-6))),
        text(least(judged, TestSummary::uniformityPValue)),
        text(least(judged, TestSummary::smallestPValue)),
        String.join(", ", notes));
  }

  /** The verdict as a sentence. */
  String verdict() {
    String what = sequences(report.sequences());
    if (report.verdict() == SuiteVerdict.PASSED) {
      return String.format(
          Locale.ROOT,
          "Passed: none of %d checks of %s rejects, at a family-wise level of %.0f %% (Holm).",
          report.checks(),
          what,
          100 * report.level());
    }
    SuiteReport.Rejection first = report.rejectedBy().getFirst();
    return String.format(
        Locale.ROOT,
        "Failed: %d of %d checks of %s %s at a family-wise level of %.0f %% (Holm), first %s%s (%s,"
            + " p = %.3g).",
        report.rejectedBy().size(),
        report.checks(),
        what,
        report.rejectedBy().size() == 1 ? "rejects" : "reject",
        100 * report.level(),
        first.test(),
        first.parameter().isEmpty() ? "" : " " + first.parameter(),
        first.check().equals("pValue") ? "single sequence" : first.check(),
        first.pValue());
  }

  private String power() {
    return String.format(
        Locale.ROOT,
        "%d bits reveal a share of ones that is %.3g away from one half nine times in ten; smaller"
            + " offsets can pass.",
        report.sequences() * report.lengthBits(),
        detectableOffset);
  }

  private static String sequences(long count) {
    return count == 1 ? "1 sequence" : count + " sequences";
  }

  private static double proportion(TestSummary summary) {
    return summary.proportion().orElse(1);
  }

  private static OptionalDouble least(
      List<TestSummary> summaries, Function<TestSummary, OptionalDouble> value) {
    return summaries.stream()
        .map(value)
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .min();
  }

  private static String text(OptionalDouble pValue) {
    return pValue.isEmpty()
        ? "-"
        : pValue.getAsDouble() >= 1e-4 || pValue.getAsDouble() == 0
            ? String.format(Locale.ROOT, "%.4f", pValue.getAsDouble())
            : String.format(Locale.ROOT, "%.1e", pValue.getAsDouble());
  }
}
