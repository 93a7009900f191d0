package io.spindrift.experiment.stage;

import io.spindrift.experiment.run.CostReading.AreaReading;
import io.spindrift.experiment.run.CostReading.ClaimReading;
import io.spindrift.experiment.run.CostReading.CostComparison;
import io.spindrift.experiment.run.CostReading.ImageCost;
import io.spindrift.experiment.run.CostReading.LedgerEntry;
import io.spindrift.experiment.run.CostReading.PriceReading;
import io.spindrift.experiment.run.CostReading.SensitivityReading;
import io.spindrift.experiment.run.CostReading.StageCostReading;
import io.spindrift.experiment.run.CostReading.SwingReading;
import io.spindrift.experiment.run.CostReading.TechnologyReading;
import io.spindrift.memory.cost.ActionPrices;
import io.spindrift.memory.cost.Claim;
import io.spindrift.memory.cost.ClaimSummary;
import io.spindrift.memory.cost.CostFigures;
import io.spindrift.memory.cost.CostReport;
import io.spindrift.memory.cost.Price;
import io.spindrift.memory.cost.PriceTable;
import io.spindrift.memory.cost.PricedEntry;
import io.spindrift.memory.cost.Scope;
import io.spindrift.memory.cost.Swing;
import io.spindrift.memory.cost.Verdict;
import io.spindrift.memory.cost.VerdictSensitivity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A cost report in the words and records of reports and of {@code metrics.json}. */
public final class CostReadings {
  /**
   * Everything that a reader of a cost needs.
   *
   * @param report the priced ledger and its comparisons
   * @param prices the prices it was priced by
   * @param table the generators it was compared with
   * @param sensitivities what moves the verdicts
   * @param image energy and time of one image
   * @param tables names and versions of all tables used
   */
  public static CostComparison comparison(
      CostReport report,
      ActionPrices prices,
      PriceTable table,
      List<VerdictSensitivity> sensitivities,
      ImageCost image,
      List<String> tables) {
    List<TechnologyReading> ours = new ArrayList<>();
    for (Scope scope : Scope.values()) {
      ours.add(
          technology(
              "run-" + scope.name().toLowerCase(Locale.ROOT),
              "this run, " + scope.words(),
              "model",
              figures(report, scope),
              scope == Scope.CELL_ONLY
                  ? "reset and coin pulses, area of one cell"
                  : "also reads, row activations and XORs, area of a column with periphery"));
    }
    return new CostComparison(
        ours,
        table.technologies().stream()
            .map(t -> technology(t.id(), t.name(), t.ground().words(), t.figures(), t.source()))
            .toList(),
        report.claims().stream().map(CostReadings::claim).toList(),
        image,
        report.footprint().source(),
        report.footprint().nodeMeters(),
        tables,
        prices.all().entrySet().stream()
            .map(e -> price(MemoryStage.words(e.getKey()), e.getValue()))
            .toList(),
        report.footprint().parts().stream()
            .map(p ->
                new AreaReading(
                    p.item(),
                    p.count(),
                    p.eachSquareMeters(),
                    p.squareMeters(),
                    p.kind().words(),
                    p.source()))
            .toList(),
        report.stages().stream()
            .map(s -> new StageCostReading(s.stage(), s.joules(), s.seconds(), s.bits()))
            .toList(),
        sensitivities.stream().map(CostReadings::sensitivity).toList(),
        Verdict.of(report.comparisons()).stream().map(Verdict::sentence).toList());
  }

  /** Every line of the ledger with its price. */
  public static List<LedgerEntry> ledger(CostReport report) {
    return report.priced().entries().stream().map(CostReadings::entry).toList();
  }

  private static LedgerEntry entry(PricedEntry entry) {
    return new LedgerEntry(
        entry.stage(),
        MemoryStage.words(entry.action()),
        entry.count(),
        entry.joules(),
        source(entry.price()));
  }

  private static PriceReading price(String action, Price price) {
    return new PriceReading(
        action,
        price.energyJoules(),
        price.range().low(),
        price.range().high(),
        price.range().reason(),
        known(price.durationSeconds()),
        price.kind().words(),
        price.source());
  }

  private static ClaimReading claim(ClaimSummary c) {
    Map<String, Integer> outcomes = new LinkedHashMap<>();
    for (Map.Entry<Claim, Integer> outcome : c.outcomes().entrySet()) {
      outcomes.put(outcome.getKey().words(), outcome.getValue());
    }
    return new ClaimReading(
        c.reading().words() + " (" + c.reading().unit() + ")",
        c.scope().words(),
        known(c.lowest()),
        known(c.highest()),
        c.rivals(),
        outcomes);
  }

  private static SensitivityReading sensitivity(VerdictSensitivity s) {
    return new SensitivityReading(
        s.reading().words() + " (" + s.reading().unit() + ")",
        s.scope().words(),
        s.rival().id(),
        s.sensitivity().advantage(),
        Claim.of(OptionalDouble.of(s.sensitivity().advantage())).words(),
        s.sensitivity().swings().stream().map(CostReadings::swing).toList());
  }

  private static SwingReading swing(Swing s) {
    return new SwingReading(
        s.parameter().name(),
        s.parameter().unit(),
        s.parameter().value(),
        s.parameter().range().low(),
        s.parameter().range().high(),
        s.parameter().range().reason(),
        s.atLow(),
        s.atHigh(),
        s.claimAtLow().words(),
        s.claimAtHigh().words(),
        s.movesTheVerdict());
  }

  private static TechnologyReading technology(
      String id, String name, String kind, CostFigures figures, String source) {
    return new TechnologyReading(
        id,
        name,
        kind,
        known(figures.energyPerBitJoules()),
        known(figures.areaSquareMeters()),
        known(figures.bitsPerSecond()),
        known(figures.bitsPerSecondPerSquareMeter()),
        known(figures.energyTimesArea()),
        known(figures.energyPerArea()),
        source);
  }

  static CostFigures figures(CostReport report, Scope scope) {
    return switch (scope) {
      case CELL_ONLY -> report.cellOnly();
      case WITH_PERIPHERY -> report.withPeriphery();
    };
  }

  /** Where a price comes from, its kind first. */
  static String source(Price price) {
    String kind = price.kind().words();
    return price.source().toLowerCase(Locale.ROOT).startsWith(kind)
        ? price.source()
        : kind + ": " + price.source();
  }

  static @Nullable Double known(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  private CostReadings() {}
}
