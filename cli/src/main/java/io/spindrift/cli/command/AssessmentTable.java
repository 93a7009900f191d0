package io.spindrift.cli.command;

import io.spindrift.cli.command.AssessmentView.Placed;
import io.spindrift.entropy.sp80090b.Finding;
import io.spindrift.entropy.sp80090b.Finding.Result;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Findings of SP 800-90B as tables of a terminal: tests, permutation statistics, estimates.
 *
 * <p>A verdict that only sums up rows of the table is left out; the sentence below says it.
 *
 * @param findings what was found, in the order of the standard
 * @param permutations shuffles made by the IID track
 */
record AssessmentTable(List<Placed> findings, int permutations) {
  /** Ends the name of every estimator. */
  private static final String ESTIMATE = " Estimate";

  /** Names what all permutation statistics say together. */
  private static final String PERMUTATION_VERDICT = "IID permutation tests";

  private static final String UNPERMUTED = AssessmentView.UNPERMUTED;

  void print(Session session) {
    printTests(session);
    printPermutations(session);
    printEstimates(session);
  }

  private void printTests(Session session) {
    TextTable table = new TextTable("test", "figures", "p-value", "result").rightAligned(2);
    int rows = 0;
    for (Placed placed : findings) {
      Finding finding = placed.finding();
      if (!isEstimate(finding) && !placed.isPermutation() && !isSummary(finding)) {
        table.add(title(finding), figures(finding), pValue(finding), word(finding.result()));
        rows++;
      }
    }
    if (rows > 0) {
      table.print(session.out());
      session.print("");
    }
  }

  private void printPermutations(Session session) {
    TextTable table =
        new TextTable(
                "permutation statistic",
                "as recorded",
                "C0 above",
                "C1 equal",
                "C2 below",
                "result")
            .rightAligned(1, 2, 3, 4);
    int rows = 0;
    for (Placed placed : findings) {
      if (placed.isPermutation()) {
        Map<String, Double> found = placed.finding().quantities();
        table.add(
            placed.parameter(),
            number(found, UNPERMUTED + placed.parameter()),
            number(found, "C0"),
            number(found, "C1"),
            number(found, "C2"),
            placed.finding().result() instanceof Result.Decision decision
                ? word(decision)
                : "left open");
        rows++;
      }
    }
    if (rows > 0) {
      table.print(session.out());
      session.print(
          "Permutation tests%s after %d shuffles; a statistic is counted until more than five reach"
              + " it from either side.",
          verdict(), permutations);
      session.print("");
    }
  }

  /** What the permutation tests say together, with a blank before it. */
  private String verdict() {
    for (Placed placed : findings) {
      Finding finding = placed.finding();
      if (finding.name().equals(PERMUTATION_VERDICT)
          && finding.result() instanceof Result.Decision decision) {
        return finding.quantities().isEmpty()
            ? " " + word(decision)
            : " provisionally " + word(decision) + ", " + figures(finding);
      }
    }
    return " undecided";
  }

  private void printEstimates(Session session) {
    List<Placed> estimates = findings.stream().filter(p -> isEstimate(p.finding())).toList();
    List<String> columns = estimates.stream().map(Placed::parameter).distinct().toList();
    SequencedMap<String, String[]> rows = new LinkedHashMap<>();
    SequencedMap<String, List<String>> absent = new LinkedHashMap<>();
    for (Placed placed : estimates) {
      Finding finding = placed.finding();
      String name = finding.name().replace(ESTIMATE, "");
      String[] row =
          rows.computeIfAbsent(
              name,
              any -> {
                String[] blank = new String[columns.size() + 1];
                Arrays.fill(blank, "");
                blank[0] = any;
                return blank;
              });
      int at = columns.indexOf(placed.parameter()) + 1;
      switch (finding.result()) {
        case Result.Entropy(double bits) -> row[at] = String.format(Locale.ROOT, "%.6f", bits);
        case Result.NotApplicable(String reason) -> {
          row[at] = "-";
          absent.computeIfAbsent(reason, any -> new ArrayList<>()).add(name);
        }
        case Result.Decision decision -> row[at] = word(decision);
      }
    }
    List<String> headings = new ArrayList<>(List.of("min-entropy estimate"));
    columns.forEach(column -> headings.add(heading(column)));
    TextTable table =
        new TextTable(headings.toArray(String[]::new))
            .rightAligned(IntStream.rangeClosed(1, columns.size()).toArray());
    rows.values().forEach(table::add);
    table.print(session.out());
    absent.forEach(
        (why, names) -> session.print("- NOT APPLICABLE: %s (%s)", String.join(", ", names), why));
    session.print("");
  }

  private static boolean isEstimate(Finding finding) {
    return finding.name().endsWith(ESTIMATE);
  }

  /** Whether a decision only repeats what rows above it say. */
  private static boolean isSummary(Finding finding) {
    return finding.quantities().isEmpty() || finding.name().equals(PERMUTATION_VERDICT);
  }

  private static String heading(String column) {
    return switch (column) {
      case "literal" -> "bits a symbol";
      case "bitstring" -> "bits a bit";
      default -> column.replace(" literal", "");
    };
  }

  /** The name without the words that tell apart lines of the reference tool. */
  private static String title(Finding finding) {
    return finding.name().replace("Literal ", "").replace(" results", "");
  }

  private static String word(Result result) {
    return switch (result) {
      case Result.Decision(boolean passed) -> passed ? "passed" : "FAILED";
      case Result.NotApplicable(String reason) -> "NOT APPLICABLE: " + reason;
      case Result.Entropy(double bits) -> String.format(Locale.ROOT, "%.6f bits", bits);
    };
  }

  private static String pValue(Finding finding) {
    return AssessmentView.pValue(finding).isPresent()
        ? String.format(Locale.ROOT, "%.4g", AssessmentView.pValue(finding).getAsDouble())
        : "";
  }

  /** What a test computed, but for its p-value. */
  private static String figures(Finding finding) {
    return finding.quantities().entrySet().stream()
        .filter(quantity -> !AssessmentView.isPValue(quantity.getKey()))
        .map(quantity -> quantity.getKey() + " = " + text(quantity.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String number(Map<String, Double> found, String name) {
    return text(Objects.requireNonNull(found.get(name), name));
  }

  private static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.6g", value);
  }
}
