package io.spindrift.experiment.report;

import io.spindrift.experiment.run.CostReading.LedgerEntry;
import io.spindrift.experiment.run.StageReading.MemoryReading;
import io.spindrift.numerics.quantity.Dimension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The array that holds the noise, and every action the run charged to it. */
final class MemorySection implements Section {
  @Override
  public String id() {
    return "memory";
  }

  @Override
  public String title() {
    return "Memory and ledger";
  }

  @Override
  public Optional<String> html(RunFiles run, Figures figures) {
    return Optional.ofNullable(run.metrics().memory())
        .map(m -> lead(m) + perSample(m) + ledger(run.metrics().ledger()));
  }

  private static String lead(MemoryReading m) {
    return Html.paragraph(
        "An array of "
            + Html.whole(m.rows())
            + " × "
            + Html.whole(m.columns())
            + " cells, whose switching probability is "
            + Html.fixed(m.switchingMean(), 3)
            + spread(m.switchingSpread())
            + (m.readBack()
                ? "A row that was written read back as it was. "
                : "A row that was written did not read back as it was. ")
            + "Every pulse, read and row activation of the run is counted below.");
  }

  private static String spread(double spread) {
    return spread > 0
        ? " ± " + Html.fixed(spread, 3) + " from cell to cell. "
        : "; a spread between cells did not rise above the counting noise of the simulated"
            + " devices. ";
  }

  private static String perSample(MemoryReading m) {
    return Html.facts(
        m.actionsPerSample().entrySet().stream()
            .map(e -> List.of(Html.text(e.getKey()) + " per sample", Html.number(e.getValue())))
            .toList());
  }

  /** One row for each action, one column of counts for each purpose. */
  private static String ledger(List<LedgerEntry> entries) {
    if (entries.isEmpty()) {
      return "";
    }
    List<String> purposes = entries.stream().map(LedgerEntry::purpose).distinct().toList();
    Map<String, List<LedgerEntry>> actions =
        entries.stream()
            .collect(
                Collectors.groupingBy(
                    LedgerEntry::action, LinkedHashMap::new, Collectors.toList()));
    List<List<String>> rows = new ArrayList<>();
    actions.forEach((action, of) -> rows.add(row(action, of, purposes)));
    List<String> heads = new ArrayList<>(List.of("action"));
    purposes.forEach(purpose -> heads.add(Html.text(purpose)));
    heads.add("energy");
    heads.add("price from");
    return Html.table(heads, List.of(0, heads.size() - 1), rows);
  }

  private static List<String> row(String action, List<LedgerEntry> entries, List<String> purposes) {
    List<String> row = new ArrayList<>(List.of(Html.text(action)));
    for (String purpose : purposes) {
      long count =
          entries.stream()
              .filter(e -> e.purpose().equals(purpose))
              .mapToLong(LedgerEntry::count)
              .sum();
      row.add(count == 0 ? "–" : Html.number(count));
    }
    row.add(
        Html.quantity(entries.stream().mapToDouble(LedgerEntry::joules).sum(), Dimension.ENERGY));
    row.add("<span class=\"source\">" + Html.text(entries.getFirst().source()) + "</span>");
    return row;
  }
}
