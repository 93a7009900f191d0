package io.spindrift.experiment.stage;

import io.spindrift.device.Junction;
import io.spindrift.device.MagneticState;
import io.spindrift.experiment.config.CostConfig;
import io.spindrift.experiment.run.CostReading;
import io.spindrift.experiment.run.CostReading.ClaimReading;
import io.spindrift.experiment.run.CostReading.CostComparison;
import io.spindrift.experiment.run.CostReading.ImageCost;
import io.spindrift.experiment.run.CostReading.LedgerEntry;
import io.spindrift.experiment.run.CostReading.TechnologyReading;
import io.spindrift.experiment.run.Table;
import io.spindrift.memory.cost.ActionPrices;
import io.spindrift.memory.cost.ArrayFootprint;
import io.spindrift.memory.cost.Comparison;
import io.spindrift.memory.cost.CostFigures;
import io.spindrift.memory.cost.CostReport;
import io.spindrift.memory.cost.Price;
import io.spindrift.memory.cost.PriceKind;
import io.spindrift.memory.cost.PriceTable;
import io.spindrift.memory.cost.PricedEntry;
import io.spindrift.memory.cost.Reading;
import io.spindrift.memory.cost.Scope;
import io.spindrift.memory.cost.Technology;
import io.spindrift.memory.ledger.Action;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The ledger priced, and the run's random bits beside other generators. */
public final class CostStage implements Stage {
  @Override
  public String name() {
    return "cost";
  }

  @Override
  public Result run(StageContext context) {
    int inputs = context.config().entropy().xorFold();
    CostConfig config = context.config().cost();
    CostReport report =
        CostReport.of(
            context.bench().ledger().snapshot(),
            inputs,
            ArrayFootprint.standard(
                context.config().entropy().rows(), context.config().entropy().columns()),
            prices(config, context.bench().junction()),
            config
                .technologies()
                .map(t -> PriceTable.read(Path.of(t)))
                .orElseGet(PriceTable::standard));
    List<LedgerEntry> ledger = report.priced().entries().stream().map(CostStage::entry).toList();
    context.directory().write(table(ledger));
    CostComparison comparison = comparison(context, report);
    context.directory().write(technologies(comparison));
    CostFigures cell = figures(report, Scope.CELL_ONLY);
    return new Result(
        new CostReading(ledger, comparison),
        "a random bit takes "
            + energy(cell)
            + " in the cell and "
            + energy(figures(report, Scope.WITH_PERIPHERY))
            + " with periphery; the run's memory and denoiser would take "
            + Quantity.print(rounded(report.priced().totalJoules()), Dimension.ENERGY));
  }

  private static ActionPrices prices(CostConfig config, Junction junction) {
    ActionPrices table =
        config.prices().map(p -> ActionPrices.read(Path.of(p))).orElseGet(ActionPrices::standard);
    Price pulse =
        Price.of(
            junction.pulseEnergy(MagneticState.PARALLEL, -1).totalJoules(),
            junction.operatingPoint().pulseSeconds(),
            PriceKind.MODEL,
            "V^2 t / R of " + junction.name() + " in the parallel state at its operating point");
    Price reset =
        Price.of(
            pulse.energyJoules(),
            junction.operatingPoint().pulseSeconds(),
            PriceKind.ASSUMED,
            "taken equal to a coin pulse of " + junction.name());
    return table.with(Action.COIN_PULSE, pulse).with(Action.RESET_PULSE, reset);
  }

  private static CostComparison comparison(StageContext context, CostReport report) {
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
    Map<String, Technology> rivals = new LinkedHashMap<>();
    report.comparisons().forEach(c -> rivals.put(c.technology().id(), c.technology()));
    return new CostComparison(
        ours,
        rivals.values().stream()
            .map(t -> technology(t.id(), t.name(), t.kind().words(), t.figures(), t.source()))
            .toList(),
        claims(report),
        image(context, report),
        report.areaSource());
  }

  private static List<ClaimReading> claims(CostReport report) {
    List<ClaimReading> claims = new ArrayList<>();
    for (Reading reading : Reading.values()) {
      for (Scope scope : Scope.values()) {
        List<Comparison> silicon =
            report.comparisons().stream()
                .filter(c -> c.reading() == reading && c.scope() == scope)
                .filter(c -> c.technology().kind() == PriceKind.MEASURED_SILICON)
                .filter(c -> c.advantage().isPresent())
                .toList();
        DoubleSummaryStatistics range =
            silicon.stream().mapToDouble(c -> c.advantage().orElseThrow()).summaryStatistics();
        Map<String, Integer> outcomes = new LinkedHashMap<>();
        silicon.forEach(c -> outcomes.merge(c.claim().words(), 1, Integer::sum));
        claims.add(
            new ClaimReading(
                reading.words() + " (" + reading.unit() + ")",
                scope.words(),
                silicon.isEmpty() ? null : range.getMin(),
                silicon.isEmpty() ? null : range.getMax(),
                silicon.size(),
                outcomes));
      }
    }
    return claims;
  }

  private static ImageCost image(StageContext context, CostReport report) {
    int images = context.config().sampling().count();
    Map<String, Double> parts = new LinkedHashMap<>();
    Map<String, String> sources = new LinkedHashMap<>();
    double tosses = 0;
    for (PricedEntry entry : report.priced().entries()) {
      if (entry.stage().equals(Arm.SAMPLING)) {
        parts.put(MemoryStage.words(entry.action()), entry.joules() / images);
        sources.put(MemoryStage.words(entry.action()), source(entry.price()));
        tosses += entry.action() == Action.COIN_PULSE ? entry.count() : 0;
      }
    }
    double share = report.coinPulses() == 0 ? 0 : tosses / report.coinPulses();
    return new ImageCost(parts, sources, report.noiseSeconds() * share / images);
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

  private static LedgerEntry entry(PricedEntry entry) {
    return new LedgerEntry(
        entry.stage(),
        MemoryStage.words(entry.action()),
        entry.count(),
        entry.joules(),
        source(entry.price()));
  }

  private static Table table(List<LedgerEntry> ledger) {
    return Table.named("ledger")
        .words("purpose", column(ledger, LedgerEntry::purpose))
        .words("action", column(ledger, LedgerEntry::action))
        .wholes("count", ledger.stream().mapToLong(LedgerEntry::count).toArray())
        .reals("joules", ledger.stream().mapToDouble(LedgerEntry::joules).toArray())
        .words("source", column(ledger, LedgerEntry::source));
  }

  private static Table technologies(CostComparison comparison) {
    List<TechnologyReading> all = new ArrayList<>(comparison.generators());
    all.addAll(comparison.technologies());
    return Table.named("technologies")
        .words("id", column(all, TechnologyReading::id))
        .words("name", column(all, TechnologyReading::name))
        .words("kind", column(all, TechnologyReading::kind))
        .reals("joules_per_bit", numbers(all, TechnologyReading::joulesPerBit))
        .reals("square_meters", numbers(all, TechnologyReading::squareMetersPerGenerator))
        .reals("bits_per_second", numbers(all, TechnologyReading::bitsPerSecond))
        .words("source", column(all, TechnologyReading::source));
  }

  private static <T> String[] column(List<T> rows, Function<T, String> cell) {
    return rows.stream().map(cell).toArray(String[]::new);
  }

  private static double[] numbers(
      List<TechnologyReading> rows, Function<TechnologyReading, @Nullable Double> cell) {
    return rows.stream()
        .mapToDouble(r -> {
          Double value = cell.apply(r);
          return value == null ? Double.NaN : value;
        })
        .toArray();
  }

  private static CostFigures figures(CostReport report, Scope scope) {
    return switch (scope) {
      case CELL_ONLY -> report.cellOnly();
      case WITH_PERIPHERY -> report.withPeriphery();
    };
  }

  private static String energy(CostFigures figures) {
    OptionalDouble joules = figures.energyPerBitJoules();
    return joules.isPresent()
        ? Quantity.print(rounded(joules.getAsDouble()), Dimension.ENERGY)
        : "an unknown energy";
  }

  private static double rounded(double value) {
    return new BigDecimal(value).round(new MathContext(3)).doubleValue();
  }

  private static @Nullable Double known(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  private static String source(Price price) {
    String kind = price.kind().words();
    return price.source().toLowerCase(Locale.ROOT).startsWith(kind)
        ? price.source()
        : kind + ": " + price.source();
  }
}
