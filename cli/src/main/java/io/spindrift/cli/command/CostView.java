package io.spindrift.cli.command;

import io.spindrift.experiment.plot.Figure;
import io.spindrift.experiment.report.CostPlots;
import io.spindrift.experiment.run.CostReading.AreaReading;
import io.spindrift.experiment.run.CostReading.CostComparison;
import io.spindrift.experiment.run.CostReading.PriceReading;
import io.spindrift.experiment.run.CostReading.SensitivityReading;
import io.spindrift.experiment.run.CostReading.StageCostReading;
import io.spindrift.experiment.run.CostReading.SwingReading;
import io.spindrift.experiment.run.CostReading.TechnologyReading;
import io.spindrift.experiment.run.Table;
import io.spindrift.experiment.stage.CostReadings;
import io.spindrift.memory.cost.ClaimSummary;
import io.spindrift.memory.cost.Comparison;
import io.spindrift.memory.cost.CostReport;
import io.spindrift.memory.cost.PriceTable;
import io.spindrift.memory.cost.Reading;
import io.spindrift.memory.cost.Verdict;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A cost report as text and as figures.
 *
 * @param device the junction
 * @param report counts, prices and comparisons
 * @param comparison the same in the records of a run
 * @param table what it is compared with
 * @param readings definitions asked for
 * @param cpu software noise on this machine, where it was measured
 */
record CostView(
    String device,
    CostReport report,
    CostComparison comparison,
    PriceTable table,
    List<Reading> readings,
    Optional<CpuNoise> cpu) {
  private static final int LINE = 120;
  private static final int SHOWN_SWINGS = 6;

  /** Prints figures, verdicts, what moves them, and where every number comes from. */
  void print(PrintWriter out) {
    TextTable figures =
        new TextTable(
            "generator", "J/bit", "m2", "bit/s", "bit/s/m2", "J m2/bit", "J/bit/m2", "kind");
    comparison
        .generators()
        .forEach(t -> addRow(figures, device + t.name().replace("this run", ""), t));
    comparison.technologies().forEach(t -> addRow(figures, t.name(), t));
    figures.print(out);
    cpu.ifPresent(c ->
        out.printf(
            Locale.ROOT,
            "Software noise on this machine: %.3g Gaussian samples/s a core, %s J a sample%n",
            c.samplesPerSecond(),
            c.joulesPerSample().isPresent() ? NumberText.of(c.joulesPerSample()) : "unknown"));
    out.println();
    CostVerdicts.print(out, this);
    out.println();
    comparison.sensitivities().forEach(s -> swings(out, s));
    stages(out);
    out.println();
    sources(out);
  }

  private static void swings(PrintWriter out, SensitivityReading s) {
    out.printf(
        Locale.ROOT,
        "What moves %s, %s, over %s (%.3g times better; %s):%n",
        s.reading(),
        s.scope(),
        s.rival(),
        s.advantage(),
        s.claim());
    TextTable rows =
        new TextTable("parameter", "low", "value", "high", "times better", "moves the verdict");
    for (SwingReading w : s.swings().subList(0, Math.min(SHOWN_SWINGS, s.swings().size()))) {
      rows.add(
          w.parameter() + (w.unit().isEmpty() ? "" : " (" + w.unit() + ")"),
          NumberText.of(w.low()),
          NumberText.of(w.value()),
          NumberText.of(w.high()),
          NumberText.of(w.advantageAtLow()) + " to " + NumberText.of(w.advantageAtHigh()),
          w.movesTheVerdict() ? "yes: " + w.claimAtLow() + " / " + w.claimAtHigh() : "no");
    }
    rows.print(out);
    out.println();
  }

  private void stages(PrintWriter out) {
    TextTable rows = new TextTable("stage", "J", "s", "random bits");
    for (StageCostReading s : comparison.stages()) {
      rows.add(
          s.stage(),
          NumberText.of(s.joules()),
          NumberText.of(s.seconds()),
          NumberText.of(s.bits()));
    }
    rows.print(out);
  }

  private void sources(PrintWriter out) {
    TextTable areas = new TextTable("component", "count", "m2 each", "kind", "source");
    for (AreaReading a : comparison.areas()) {
      areas.add(
          a.item(),
          Long.toString(a.count()),
          NumberText.of(a.squareMetersEach()),
          a.kind(),
          a.source());
    }
    areas.print(out, LINE);
    out.println();
    TextTable prices = new TextTable("action", "J", "s", "kind", "source");
    for (PriceReading p : comparison.prices()) {
      prices.add(
          p.action(), NumberText.of(p.joules()), NumberText.of(p.seconds()), p.kind(), p.source());
    }
    prices.print(out, LINE);
    out.println();
    comparison.technologies().forEach(t -> out.println(t.name() + ": " + t.source()));
    out.println("Tables: " + String.join("; ", comparison.tables()));
  }

  /** Everything as one document; unknown figures are null. */
  Map<String, Object> document() {
    return CostDocument.of(this);
  }

  /** Summaries under the definitions that were asked for. */
  Stream<ClaimSummary> claims() {
    return report.claims().stream().filter(c -> readings.contains(c.reading()));
  }

  /** Comparisons under the definitions that were asked for. */
  Stream<Comparison> comparisons() {
    return report.comparisons().stream().filter(c -> readings.contains(c.reading()));
  }

  /** Sentences under the definitions that were asked for. */
  Stream<Verdict> verdicts() {
    return Verdict.of(report.comparisons()).stream().filter(v -> readings.contains(v.reading()));
  }

  /** Energy waterfall, area against energy, and a tornado for each definition. */
  List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    figures.add(CostPlots.waterfall(CostReadings.ledger(report)));
    figures.add(CostPlots.scatter(comparison));
    figures.addAll(CostPlots.tornados(comparison));
    return figures;
  }

  /** Prices and generators as tables of numbers. */
  List<Table> tables() {
    return List.of(CostTable.prices(comparison), CostTable.generators(comparison));
  }

  private static void addRow(TextTable rows, String name, TechnologyReading t) {
    rows.add(
        name,
        NumberText.of(t.joulesPerBit()),
        NumberText.of(t.squareMetersPerGenerator()),
        NumberText.of(t.bitsPerSecond()),
        NumberText.of(t.bitsPerSecondPerSquareMeter()),
        NumberText.of(t.joulesTimesSquareMeters()),
        NumberText.of(t.joulesPerSquareMeter()),
        t.kind());
  }
}
