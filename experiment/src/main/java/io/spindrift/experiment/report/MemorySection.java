package io.spindrift.experiment.report;

import io.spindrift.experiment.run.StageReading.LedgerEntry;
import io.spindrift.experiment.run.StageReading.MemoryReading;
import io.spindrift.numerics.quantity.Dimension;
import java.util.List;
import java.util.Optional;

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
            + " ± "
            + Html.fixed(m.switchingSpread(), 3)
            + " from cell to cell. "
            + (m.readBack()
                ? "A row that was written read back as it was. "
                : "A row that was written did not read back as it was. ")
            + "Every pulse, read and row activation of the run is counted below.");
  }

  private static String perSample(MemoryReading m) {
    return Html.facts(
        m.actionsPerSample().entrySet().stream()
            .map(e -> List.of(Html.text(e.getKey()) + " per sample", Html.number(e.getValue())))
            .toList());
  }

  private static String ledger(List<LedgerEntry> entries) {
    if (entries.isEmpty()) {
      return "";
    }
    List<List<String>> rows =
        entries.stream()
            .map(
                e ->
                    List.of(
                        Html.text(e.purpose()),
                        Html.text(e.action()),
                        Html.whole(e.count()),
                        Html.quantity(e.joules(), Dimension.ENERGY),
                        "<span class=\"source\">" + Html.text(e.source()) + "</span>"))
            .toList();
    return Html.table(
        List.of("purpose", "action", "count", "energy", "price from"), List.of(0, 1, 4), rows);
  }
}
