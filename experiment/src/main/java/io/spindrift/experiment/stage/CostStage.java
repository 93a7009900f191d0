package io.spindrift.experiment.stage;

import io.spindrift.device.Junction;
import io.spindrift.device.MagneticState;
import io.spindrift.experiment.config.CostConfig;
import io.spindrift.experiment.run.CostReading;
import io.spindrift.experiment.run.CostReading.CostComparison;
import io.spindrift.experiment.run.CostReading.ImageCost;
import io.spindrift.experiment.run.CostReading.LedgerEntry;
import io.spindrift.experiment.run.CostReading.TechnologyReading;
import io.spindrift.experiment.run.Table;
import io.spindrift.memory.cost.ActionPrices;
import io.spindrift.memory.cost.AreaTable;
import io.spindrift.memory.cost.ArrayFootprint;
import io.spindrift.memory.cost.ArrayGeometry;
import io.spindrift.memory.cost.CostFigures;
import io.spindrift.memory.cost.CostReport;
import io.spindrift.memory.cost.GeneratorModel;
import io.spindrift.memory.cost.Price;
import io.spindrift.memory.cost.PriceKind;
import io.spindrift.memory.cost.PriceTable;
import io.spindrift.memory.cost.PricedEntry;
import io.spindrift.memory.cost.Reading;
import io.spindrift.memory.cost.Scope;
import io.spindrift.memory.cost.VerdictSensitivity;
import io.spindrift.memory.ledger.Action;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
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
    ActionPrices prices = prices(config, context.bench().junction());
    PriceTable rivals =
        config.technologies().map(t -> PriceTable.read(Path.of(t))).orElseGet(PriceTable::standard);
    AreaTable areas =
        config.areas().map(a -> AreaTable.read(Path.of(a))).orElseGet(AreaTable::standard);
    ArrayFootprint footprint =
        ArrayFootprint.of(
            ArrayGeometry.ofBits(
                context.config().entropy().rows(), context.config().entropy().columns(), inputs),
            config.technologyNodeMeters(),
            areas);
    CostReport report =
        CostReport.of(context.bench().ledger().snapshot(), inputs, footprint, prices, rivals);
    List<LedgerEntry> ledger = CostReadings.ledger(report);
    context.directory().write(table(ledger));
    CostComparison comparison =
        CostReadings.comparison(
            report,
            prices,
            rivals,
            sensitivities(
                new GeneratorModel(context.bench().junction(), prices, footprint, inputs), report),
            image(context, report),
            List.of(prices.version().words(), areas.version().words(), rivals.version().words()));
    context.directory().write(technologies(comparison));
    return new Result(
        new CostReading(ledger, comparison),
        "a random bit takes "
            + energy(CostReadings.figures(report, Scope.CELL_ONLY))
            + " in the cell and "
            + energy(CostReadings.figures(report, Scope.WITH_PERIPHERY))
            + " with periphery; the run's memory and denoiser would take "
            + Quantity.print(rounded(report.priced().totalJoules()), Dimension.ENERGY));
  }

  private static List<VerdictSensitivity> sensitivities(GeneratorModel model, CostReport report) {
    return Arrays.stream(Reading.values())
        .flatMap(reading ->
            model.sensitivity(reading, Scope.WITH_PERIPHERY, report.comparisons()).stream())
        .toList();
  }

  private static ActionPrices prices(CostConfig config, Junction junction) {
    ActionPrices table =
        config.prices().map(p -> ActionPrices.read(Path.of(p))).orElseGet(ActionPrices::standard);
    return table.at(config.technologyNodeMeters()).withPulse(pulse(junction));
  }

  /**
   * The price of a coin pulse of a device: what it dissipates in the parallel state, and charging.
   */
  public static Price pulse(Junction junction) {
    return Price.of(
        junction.pulseEnergy(MagneticState.PARALLEL, -1).totalJoules(),
        junction.operatingPoint().pulseSeconds(),
        PriceKind.CALIBRATED_MODEL,
        "V^2 t/R + C V^2 of " + junction.name() + " in the parallel state at its operating point");
  }

  private static ImageCost image(StageContext context, CostReport report) {
    int images = context.config().sampling().count();
    Map<String, Double> parts = new LinkedHashMap<>();
    Map<String, String> sources = new LinkedHashMap<>();
    double tosses = 0;
    for (PricedEntry entry : report.priced().entries()) {
      if (entry.stage().equals(Arm.SAMPLING)) {
        parts.put(MemoryStage.words(entry.action()), entry.joules() / images);
        sources.put(MemoryStage.words(entry.action()), CostReadings.source(entry.price()));
        tosses += entry.action() == Action.COIN_PULSE ? entry.count() : 0;
      }
    }
    double share = report.coinPulses() == 0 ? 0 : tosses / report.coinPulses();
    return new ImageCost(parts, sources, report.noiseSeconds() * share / images);
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

  private static String energy(CostFigures figures) {
    OptionalDouble joules = figures.energyPerBitJoules();
    return joules.isPresent()
        ? Quantity.print(rounded(joules.getAsDouble()), Dimension.ENERGY)
        : "an unknown energy";
  }

  private static double rounded(double value) {
    return new BigDecimal(value).round(new MathContext(3)).doubleValue();
  }
}
