package io.spindrift.cli.command;

import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The steps of a process as lines of text: every tenth and the last, all planes of a step together;
 * of long processes fewer, so that there are at most fifty lines.
 */
final class DiffuseText {
  private static final int APART = 10;
  private static final int MOST_LINES = 50;

  private final DiffuseResult result;

  DiffuseText(DiffuseResult result) {
    this.result = result;
  }

  void print(Session session) {
    boolean bits = result.process() == DiffuseProcess.BITS;
    TextTable table =
        new TextTable(
            "step",
            bits ? "flipped, law" : "variance, law",
            bits ? "flipped" : "variance",
            "chi-square",
            "freedom",
            "p-value",
            bits ? "ones, law" : "mean, law",
            bits ? "ones" : "mean",
            "correlation",
            "actions",
            "energy");
    SortedMap<Integer, List<DiffuseStep>> steps =
        result.steps().stream()
            .collect(Collectors.groupingBy(DiffuseStep::step, TreeMap::new, Collectors.toList()));
    int last = steps.lastKey();
    int apart = last < APART ? 1 : APART * Math.ceilDiv(last, APART * MOST_LINES);
    steps.forEach((step, parts) -> {
      if (step % apart == 0 || step == last) {
        table.add(cells(parts));
      }
    });
    table.print(session.out());
  }

  /** Parts have equally many bits, so that shares of all are means. */
  private static String[] cells(List<DiffuseStep> parts) {
    DiffuseStep one = parts.getFirst();
    DiffuseStep.ChiSquare chiSquare =
        DiffuseStep.ChiSquare.sum(parts.stream().map(DiffuseStep::chiSquare).toList());
    double correlation =
        parts.stream()
            .mapToDouble(DiffuseStep::correlation)
            .filter(Double::isFinite)
            .average()
            .orElse(Double.NaN);
    return new String[] {
      String.valueOf(one.step()),
      text(parts.stream().mapToDouble(DiffuseStep::predicted).average().orElseThrow()),
      text(parts.stream().mapToDouble(DiffuseStep::measured).average().orElseThrow()),
      chiSquare.freedom() == 0 ? "" : text(chiSquare.value()),
      chiSquare.freedom() == 0 ? "" : String.valueOf(chiSquare.freedom()),
      chiSquare.freedom() == 0 ? "" : text(chiSquare.pValue()),
      text(parts.stream().mapToDouble(DiffuseStep::predictedOnes).average().orElseThrow()),
      text(parts.stream().mapToDouble(DiffuseStep::ones).average().orElseThrow()),
      Double.isNaN(correlation) ? "" : text(correlation),
      String.valueOf(one.actions()),
      one.joules().isPresent()
          ? Quantity.print(one.joules().getAsDouble(), Dimension.ENERGY)
          : "not priced"
    };
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
