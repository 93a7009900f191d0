package io.spindrift.cli.command;

import static io.spindrift.cli.command.GivenQuantity.checked;

import io.spindrift.device.Junction;
import io.spindrift.entropy.coin.CoinPulse;
import io.spindrift.experiment.run.CostReading.CostComparison;
import io.spindrift.experiment.run.CostReading.ImageCost;
import io.spindrift.experiment.stage.CostReadings;
import io.spindrift.experiment.stage.CostStage;
import io.spindrift.memory.MemoryNoise;
import io.spindrift.memory.VcMramArray;
import io.spindrift.memory.cost.ActionPrices;
import io.spindrift.memory.cost.AreaTable;
import io.spindrift.memory.cost.ArrayFootprint;
import io.spindrift.memory.cost.ArrayGeometry;
import io.spindrift.memory.cost.CostReport;
import io.spindrift.memory.cost.GeneratorModel;
import io.spindrift.memory.cost.PriceTable;
import io.spindrift.memory.cost.Reading;
import io.spindrift.memory.cost.Scope;
import io.spindrift.memory.cost.VerdictSensitivity;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.random.StreamKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cost}: energy, area and rate of random bits from a junction beside other generators. */
@Command(
    name = "cost",
    sortOptions = false,
    header = "What a random bit costs, beside published generators of random bits.",
    description = {
      "An array of the junction draws bits, its actions are counted and priced, and every figure is"
          + " set beside the table's. A blank figure is unknown, not zero. The published claim is"
          + " judged under each definition, and each parameter is varied over its range to see"
          + " which of them moves the verdict.",
      "JSON: device, claim, technologyNodeMeters, generator (cellOnly, withPeriphery, areaSource),"
          + " areas (item, count, squareMetersEach, squareMeters, kind, source), stages (stage,"
          + " joules, seconds, bits), prices (action, joules, lowJoules, highJoules, rangeReason,"
          + " seconds, kind, source), technologies, comparisons (technology, scope, reading, unit,"
          + " ours, theirs, advantage, claim), definitions (definition, reading, unit, scope,"
          + " lowest, highest, rivals, unknown, outcomes), verdicts, sensitivities (reading, scope,"
          + " rival, advantage, claim, swings), tables, and with --measure-cpu cpu (bitsPerSecond,"
          + " samplesPerSecond, joulesPerSample)."
    },
    footer = {"", "Example: spindrift cost --technology 45nm --definition energy-area --out cost"})
final class CostCommand implements Callable<Integer> {
  private static final int BITS = 1 << 20;

  private final Session session;

  @Mixin DeviceOptions device = new DeviceOptions();

  @Mixin ArrayOptions array = new ArrayOptions();

  @Mixin CostOptions basis = new CostOptions();

  @Option(
      names = "--measure-cpu",
      description = "Also measure software noise on one core of this machine, about 2 s.")
  boolean measureCpu;

  @Option(
      names = "--cpu-watts",
      paramLabel = "POWER",
      description = "Power of that core, such as 10W; without it its energy stays unknown.")
  @Nullable String cpuWatts;

  @Mixin ResultFolder folder = new ResultFolder();

  @Mixin CommonOptions common = new CommonOptions();

  CostCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    int fold = array.fold();
    double node = basis.nodeMeters();
    List<Reading> readings = basis.readings();
    ArrayGeometry geometry = basis.geometry(array.height(), array.width(), fold);
    PriceTable listed = basis.technologies();
    ActionPrices unscaled = basis.prices();
    AreaTable areas = basis.areas();
    OptionalDouble watts = watts();
    folder.prepare();
    long seed = common.seedOrDefault();
    Optional<CpuNoise> cpu =
        measureCpu ? Optional.of(CpuNoise.measured(seed, watts)) : Optional.empty();
    PriceTable table = cpu.map(c -> listed.with(List.of(c.technology()))).orElse(listed);
    Junction junction;
    try (Workers workers = new Workers(common.threads())) {
      junction = device.junction(seed, workers, common.progress(session));
    }
    ActionPrices prices = unscaled.at(node).withPulse(CostStage.pulse(junction));
    ArrayFootprint footprint = ArrayFootprint.of(geometry, node, areas);
    CostReport report =
        CostReport.of(
            drawn(junction, fold, geometry, seed).snapshot(), fold, footprint, prices, table);
    GeneratorModel model = new GeneratorModel(junction, prices, footprint, fold);
    List<VerdictSensitivity> sensitivities =
        readings.stream()
            .flatMap(r -> model.sensitivity(r, Scope.WITH_PERIPHERY, report.comparisons()).stream())
            .toList();
    CostComparison comparison =
        CostReadings.comparison(
            report,
            prices,
            table,
            sensitivities,
            new ImageCost(Map.of(), Map.of(), 0),
            List.of(prices.version().words(), areas.version().words(), table.version().words()));
    show(new CostView(junction.name(), report, comparison, table, readings, cpu));
    return ExitStatus.DONE;
  }

  private void show(CostView view) {
    List<Path> written = folder.wanted() ? folder.write(view.tables(), view.figures()) : List.of();
    if (common.json) {
      JsonOutput.print(session.out(), view.document());
    } else {
      view.print(session.out());
      written.forEach(file -> session.print("wrote %s", file));
    }
  }

  private OptionalDouble watts() {
    if (cpuWatts == null) {
      return OptionalDouble.empty();
    }
    if (!measureCpu) {
      throw new UnusableInput("--cpu-watts must come with --measure-cpu");
    }
    return OptionalDouble.of(GivenQuantity.positive("--cpu-watts", cpuWatts, Dimension.POWER));
  }

  private static Ledger drawn(Junction junction, int fold, ArrayGeometry geometry, long seed) {
    Ledger ledger = new Ledger();
    CoinPulse pulse = CoinPulse.at(junction.operatingPoint());
    MemoryNoise noise =
        checked(() ->
            new MemoryNoise(
                VcMramArray.of(junction.switching(), pulse, geometry.rows(), geometry.columns()),
                fold,
                1,
                MemoryNoise.Standardisation.FAIR));
    StreamKey key = StreamKey.root(seed).purpose("cost");
    noise.bits(ledger.stage("bits")).fill(key, new long[BITS / 64], BITS);
    return ledger;
  }
}
