package io.spindrift.cli.command;

import io.spindrift.experiment.run.CostReading.CostComparison;
import io.spindrift.experiment.run.CostReading.TechnologyReading;
import io.spindrift.memory.cost.Claim;
import io.spindrift.memory.cost.ClaimSummary;
import io.spindrift.memory.cost.Comparison;
import io.spindrift.memory.cost.Verdict;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A cost report as one JSON document. */
final class CostDocument {
  /** The whole report; unknown figures are null. */
  static Map<String, Object> of(CostView view) {
    CostComparison comparison = view.comparison();
    Map<String, Object> document =
        JsonOutput.object(
            "device", view.device(),
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
            "technologies",
                comparison.technologies().stream().map(CostDocument::technology).toList(),
            "comparisons", view.comparisons().map(CostDocument::document).toList(),
            "definitions", view.claims().map(CostDocument::document).toList(),
            "verdicts", view.verdicts().map(Verdict::sentence).toList(),
            "sensitivities", comparison.sensitivities(),
            "tables", comparison.tables());
    view.cpu()
        .ifPresent(c ->
            document.put(
                "cpu",
                JsonOutput.object(
                    "bitsPerSecond", c.bitsPerSecond(),
                    "samplesPerSecond", c.samplesPerSecond(),
                    "joulesPerSample", number(c.joulesPerSample()))));
    return document;
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

  private static @Nullable Double number(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  private CostDocument() {}
}
