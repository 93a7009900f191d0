package io.spindrift.cli.command;

import io.spindrift.memory.cost.Claim;
import io.spindrift.memory.cost.ClaimSummary;
import io.spindrift.memory.cost.Comparison;
import io.spindrift.memory.cost.Reading;
import io.spindrift.memory.cost.Scope;
import io.spindrift.memory.cost.Technology;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The published claim under each definition, in words. */
final class CostVerdicts {
  /** A summary, one sentence for each conventional generator, and the others as numbers. */
  static void print(PrintWriter out, CostView view) {
    out.println("The claim: " + Claim.TEXT + ".");
    out.println(
        "Its definition is not public. By each, over the generators in measured silicon, it");
    out.println(
        "holds from 10^2.5 to 10^3.5, is exceeded above, falls short below, is reversed under 1:");
    TextTable summary =
        new TextTable("definition", "scope", "times better", "generators", "the claim");
    view.claims()
        .forEach(c ->
            summary.add(
                c.reading().words() + " (" + c.reading().unit() + ")",
                c.scope().words(),
                c.rivals() == 0
                    ? ""
                    : NumberText.of(c.lowest()) + " to " + NumberText.of(c.highest()),
                c.rivals() + (c.unknown().isEmpty() ? "" : ", " + c.unknown().size() + " unknown"),
                outcomes(c)));
    summary.print(out);
    for (Reading reading : view.readings()) {
      out.println();
      view.verdicts().filter(v -> v.reading() == reading).forEach(v -> out.println(v.sentence()));
    }
    out.println();
    others(out, view);
  }

  private static String outcomes(ClaimSummary claim) {
    return claim.outcomes().entrySet().stream()
        .map(e -> e.getKey().words() + " for " + e.getValue())
        .collect(Collectors.joining("; "));
  }

  private static void others(PrintWriter out, CostView view) {
    List<Technology> rest =
        view.table().technologies().stream().filter(t -> !t.isConventional()).toList();
    if (rest.isEmpty()) {
      return;
    }
    out.println("Times better with periphery than what the claim is not about; below 1 is worse:");
    List<String> heads = new ArrayList<>(List.of("generator"));
    view.readings().forEach(r -> heads.add(r.words()));
    heads.add("kind");
    TextTable table = new TextTable(heads.toArray(String[]::new));
    for (Technology t : rest) {
      List<String> cells = new ArrayList<>(List.of(t.name()));
      view.readings().forEach(r -> cells.add(advantage(view.comparisons(), t, r)));
      cells.add(t.ground().words());
      table.add(cells.toArray(String[]::new));
    }
    table.print(out);
  }

  private static String advantage(Stream<Comparison> all, Technology technology, Reading reading) {
    return all.filter(c -> c.reading() == reading && c.scope() == Scope.WITH_PERIPHERY)
        .filter(c -> c.technology().equals(technology))
        .map(c -> NumberText.of(c.advantage()))
        .findFirst()
        .orElse("");
  }

  private CostVerdicts() {}
}
