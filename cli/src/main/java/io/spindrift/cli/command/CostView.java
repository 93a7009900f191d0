package io.spindrift.cli.command;

import io.spindrift.memory.cost.ActionPrices;
import io.spindrift.memory.cost.Claim;
import io.spindrift.memory.cost.Comparison;
import io.spindrift.memory.cost.CostFigures;
import io.spindrift.memory.cost.CostReport;
import io.spindrift.memory.cost.PriceTable;
import io.spindrift.memory.cost.Reading;
import io.spindrift.memory.cost.Scope;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A cost report as text and as a document. */
record CostView(String device, CostReport report, ActionPrices prices, PriceTable table) {
  /** Prints one table of figures and one of the claim under each reading. */
  void print(PrintWriter out) {
    TextTable figures =
        new TextTable("generator", "J/bit", "m2", "bit/s", "J m2/bit", "J/bit/m2", "kind");
    for (Scope scope : Scope.values()) {
      addRow(figures, device + ", " + scope.words(), figures(scope), "this simulation");
    }
    table.technologies().forEach(t -> addRow(figures, t.name(), t.figures(), t.kind().words()));
    figures.print(out);
    out.println();
    out.println("The claim: " + Claim.TEXT + "; how it fares under each reading:");
    TextTable claims =
        new TextTable("compared with", "scope", "reading", "times better", "the claim");
    for (Comparison c : report.comparisons()) {
      if (c.advantage().isPresent()) {
        claims.add(
            c.technology().name(),
            c.scope().words(),
            c.reading().words(),
            shown(c.advantage()),
            c.claim().words());
      }
    }
    claims.print(out);
    out.println();
    out.println("Areas: " + report.areaSource());
    prices.all().forEach((action, price) -> out.println(action + ": " + price.source()));
    table.technologies().forEach(t -> out.println(t.name() + ": " + t.source()));
  }

  /** Everything as one document; unknown figures are null. */
  Map<String, Object> document() {
    List<Map<String, Object>> technologies = new ArrayList<>();
    table
        .technologies()
        .forEach(t -> {
          Map<String, Object> fields =
              JsonOutput.object("id", t.id(), "name", t.name(), "kind", t.kind().words());
          fields.putAll(document(t.figures()));
          fields.put("source", t.source());
          technologies.add(fields);
        });
    List<Map<String, Object>> priced = new ArrayList<>();
    prices
        .all()
        .forEach((action, price) ->
            priced.add(
                JsonOutput.object(
                    "action", action.name(),
                    "joules", price.energyJoules(),
                    "seconds", number(price.durationSeconds()),
                    "kind", price.kind().words(),
                    "source", price.source())));
    return JsonOutput.object(
        "device",
        device,
        "claim",
        Claim.TEXT,
        "generator",
        JsonOutput.object(
            "cellOnly", document(figures(Scope.CELL_ONLY)),
            "withPeriphery", document(figures(Scope.WITH_PERIPHERY)),
            "areaSource", report.areaSource()),
        "prices",
        priced,
        "technologies",
        technologies,
        "comparisons",
        report.comparisons().stream().map(CostView::document).toList());
  }

  private CostFigures figures(Scope scope) {
    return scope == Scope.CELL_ONLY ? report.cellOnly() : report.withPeriphery();
  }

  private static Map<String, Object> document(CostFigures figures) {
    return JsonOutput.object(
        "joulesPerBit", number(figures.energyPerBitJoules()),
        "squareMeters", number(figures.areaSquareMeters()),
        "bitsPerSecond", number(figures.bitsPerSecond()),
        "bitsPerSecondPerSquareMeter", number(figures.bitsPerSecondPerSquareMeter()),
        "joulesTimesSquareMeters", number(figures.energyTimesArea()),
        "joulesPerSquareMeter", number(figures.energyPerArea()));
  }

  private static Map<String, Object> document(Comparison comparison) {
    Reading reading = comparison.reading();
    return JsonOutput.object(
        "technology", comparison.technology().id(),
        "scope", comparison.scope().words(),
        "reading", reading.words(),
        "unit", reading.unit(),
        "ours", number(comparison.runValue()),
        "theirs", number(comparison.technologyValue()),
        "advantage", number(comparison.advantage()),
        "claim", comparison.claim().words());
  }

  private static void addRow(TextTable rows, String name, CostFigures figures, String kind) {
    rows.add(
        name,
        shown(figures.energyPerBitJoules()),
        shown(figures.areaSquareMeters()),
        shown(figures.bitsPerSecond()),
        shown(figures.energyTimesArea()),
        shown(figures.energyPerArea()),
        kind);
  }

  private static String shown(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%.3g", value.getAsDouble()) : "";
  }

  private static @Nullable Double number(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
