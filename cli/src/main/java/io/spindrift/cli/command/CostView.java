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
import io.spindrift.memory.cost.Claim;
import io.spindrift.memory.cost.ClaimSummary;
import io.spindrift.memory.cost.Comparison;
import io.spindrift.memory.cost.CostReport;
import io.spindrift.memory.cost.PriceTable;
import io.spindrift.memory.cost.Reading;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
            c.joulesPerSample().isPresent() ? shown(c.joulesPerSample()) : "unknown"));
    out.println();
    claims(out);
    out.println();
    comparison.sensitivities().forEach(s -> swings(out, s));
    stages(out);
    out.println();
    sources(out);
  }

  private void claims(PrintWriter out) {
    out.println("The claim: " + Claim.TEXT + ".");
    out.println("Over all generators in measured silicon it holds or not by definition:");
    TextTable summary =
        new TextTable("definition", "scope", "times better", "generators", "the claim");
    report.claims().stream()
        .filter(c -> readings.contains(c.reading()))
        .forEach(c ->
            summary.add(
                c.reading().words() + " (" + c.reading().unit() + ")",
                c.scope().words(),
                shown(c.lowest()) + " to " + shown(c.highest()),
                c.rivals() + (c.unknown().isEmpty() ? "" : ", " + c.unknown().size() + " unknown"),
                outcomes(c)));
    summary.print(out);
    out.println();
    TextTable claims =
        new TextTable("compared with", "scope", "definition", "times better", "claim");
    shownComparisons()
        .filter(c -> c.advantage().isPresent())
        .forEach(c ->
            claims.add(
                c.technology().name(),
                c.scope().words(),
                c.reading().words(),
                shown(c.advantage()),
                c.claim().words()));
    claims.print(out);
  }

  private static String outcomes(ClaimSummary claim) {
    return claim.outcomes().entrySet().stream()
        .map(e -> e.getKey().words() + " for " + e.getValue())
        .collect(Collectors.joining("; "));
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
          shown(w.low()),
          shown(w.value()),
          shown(w.high()),
          shown(w.advantageAtLow()) + " to " + shown(w.advantageAtHigh()),
          w.movesTheVerdict() ? "yes: " + w.claimAtLow() + " / " + w.claimAtHigh() : "no");
    }
    rows.print(out);
    out.println();
  }

  private void stages(PrintWriter out) {
    TextTable rows = new TextTable("stage", "J", "s", "random bits");
    for (StageCostReading s : comparison.stages()) {
      rows.add(s.stage(), shown(s.joules()), shown(s.seconds()), shown(s.bits()));
    }
    rows.print(out);
  }

  private void sources(PrintWriter out) {
    TextTable areas = new TextTable("component", "count", "m2 each", "kind", "source");
    for (AreaReading a : comparison.areas()) {
      areas.add(
          a.item(), Long.toString(a.count()), shown(a.squareMetersEach()), a.kind(), a.source());
    }
    areas.print(out, LINE);
    out.println();
    TextTable prices = new TextTable("action", "J", "s", "kind", "source");
    for (PriceReading p : comparison.prices()) {
      prices.add(
          p.action(),
          shown(p.joules()),
          p.seconds() == null ? "" : shown(p.seconds()),
          p.kind(),
          p.source());
    }
    prices.print(out, LINE);
    out.println();
    comparison.technologies().forEach(t -> out.println(t.name() + ": " + t.source()));
    out.println("Tables: " + String.join("; ", comparison.tables()));
  }

  /** Everything as one document; unknown figures are null. */
  Map<String, Object> document() {
    Map<String, Object> document =
        JsonOutput.object(
            "device", device,
            "claim", Claim.TEXT,
            "technologyNodeMeters", comparison.nodeMeters(),
            "generator",
                JsonOutput.object(
                    "cellOnly", figures(comparison.generators().getFirst()),
                    "withPeriphery", figures(comparison.generators().getLast()),
                    "areaSource", comparison.areaSource()),
            "areas", comparison.areas(),
            "stages", comparison.stages(),
            "prices", comparison.prices(),
            "technologies", comparison.technologies().stream().map(CostView::technology).toList(),
            "comparisons", shownComparisons().map(CostView::document).toList(),
            "definitions",
                report.claims().stream()
                    .filter(c -> readings.contains(c.reading()))
                    .map(CostView::document)
                    .toList(),
            "sensitivities", comparison.sensitivities(),
            "tables", comparison.tables());
    cpu.ifPresent(c ->
        document.put(
            "cpu",
            JsonOutput.object(
                "bitsPerSecond", c.bitsPerSecond(),
                "samplesPerSecond", c.samplesPerSecond(),
                "joulesPerSample", number(c.joulesPerSample()))));
    return document;
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

  private Stream<Comparison> shownComparisons() {
    return report.comparisons().stream().filter(c -> readings.contains(c.reading()));
  }

  private static Map<String, Object> technology(TechnologyReading t) {
    Map<String, Object> fields =
        JsonOutput.object("id", t.id(), "name", t.name(), "kind", t.kind());
    fields.putAll(figures(t));
    fields.put("source", t.source());
    return fields;
  }

  private static Map<String, Object> figures(TechnologyReading t) {
    return JsonOutput.object(
        "joulesPerBit", t.joulesPerBit(),
        "squareMeters", t.squareMetersPerGenerator(),
        "bitsPerSecond", t.bitsPerSecond(),
        "bitsPerSecondPerSquareMeter", t.bitsPerSecondPerSquareMeter(),
        "joulesTimesSquareMeters", t.joulesTimesSquareMeters(),
        "joulesPerSquareMeter", t.joulesPerSquareMeter());
  }

  private static Map<String, Object> document(ClaimSummary c) {
    Map<String, Object> outcomes = JsonOutput.object();
    c.outcomes().forEach((claim, count) -> outcomes.put(claim.words(), count));
    return JsonOutput.object(
        "definition", c.reading().option(),
        "reading", c.reading().words(),
        "unit", c.reading().unit(),
        "scope", c.scope().words(),
        "lowest", number(c.lowest()),
        "highest", number(c.highest()),
        "rivals", c.rivals(),
        "unknown", c.unknown(),
        "outcomes", outcomes);
  }

  private static Map<String, Object> document(Comparison c) {
    return JsonOutput.object(
        "technology", c.technology().id(),
        "scope", c.scope().words(),
        "reading", c.reading().words(),
        "unit", c.reading().unit(),
        "ours", number(c.runValue()),
        "theirs", number(c.technologyValue()),
        "advantage", number(c.advantage()),
        "claim", c.claim().words());
  }

  private static void addRow(TextTable rows, String name, TechnologyReading t) {
    rows.add(
        name,
        known(t.joulesPerBit()),
        known(t.squareMetersPerGenerator()),
        known(t.bitsPerSecond()),
        known(t.bitsPerSecondPerSquareMeter()),
        known(t.joulesTimesSquareMeters()),
        known(t.joulesPerSquareMeter()),
        t.kind());
  }

  private static String known(@Nullable Double value) {
    return value == null ? "" : shown(value);
  }

  private static String shown(OptionalDouble value) {
    return value.isPresent() ? shown(value.getAsDouble()) : "";
  }

  private static String shown(double value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }

  private static @Nullable Double number(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
