package io.spindrift.cli.command;

import static io.spindrift.cli.command.GivenQuantity.checked;

import io.spindrift.device.Junction;
import io.spindrift.entropy.coin.CoinPulse;
import io.spindrift.memory.MemoryNoise;
import io.spindrift.memory.VcMramArray;
import io.spindrift.memory.cost.ActionPrices;
import io.spindrift.memory.cost.ArrayFootprint;
import io.spindrift.memory.cost.CostReport;
import io.spindrift.memory.cost.Price;
import io.spindrift.memory.cost.PriceKind;
import io.spindrift.memory.cost.PriceTable;
import io.spindrift.memory.cost.PulseEnergy;
import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.random.StreamKey;
import java.nio.file.Path;
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
          + " set beside the table's. A blank figure is unknown, not zero.",
      "JSON: device, claim, generator (cellOnly, withPeriphery), prices, technologies and"
          + " comparisons (technology, scope, reading, unit, ours, theirs, advantage, claim)."
    })
final class CostCommand implements Callable<Integer> {
  private static final int BITS = 1 << 20;

  private final Session session;

  @Mixin DeviceOptions device = new DeviceOptions();

  @Mixin ArrayOptions array = new ArrayOptions();

  @Option(
      names = "--technologies",
      paramLabel = "CSV",
      description = "Compare with this table instead of the embedded one, same columns.")
  @Nullable Path technologies;

  @Mixin CommonOptions common = new CommonOptions();

  CostCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    int fold = array.fold();
    int height = array.height();
    int width = array.width();
    PriceTable table = technologies == null ? PriceTable.standard() : PriceTable.read(technologies);
    long seed = common.seedOrDefault();
    Junction junction;
    try (Workers workers = new Workers(common.threads())) {
      junction = device.junction(seed, workers, common.progress(session));
    }
    ActionPrices prices = prices(junction);
    CostReport report =
        CostReport.of(
            drawn(junction, fold, height, width, seed).snapshot(),
            fold,
            ArrayFootprint.standard(height, width),
            prices,
            table);
    CostView view = new CostView(junction.name(), report, prices, table);
    if (common.json) {
      JsonOutput.print(session.out(), view.document());
    } else {
      view.print(session.out());
    }
    return 0;
  }

  private static Ledger drawn(Junction junction, int fold, int height, int width, long seed) {
    Ledger ledger = new Ledger();
    CoinPulse pulse = CoinPulse.at(junction.operatingPoint());
    MemoryNoise noise =
        checked(() ->
            new MemoryNoise(
                VcMramArray.of(junction.switching(), pulse, height, width),
                fold,
                1,
                MemoryNoise.Standardisation.FAIR));
    StreamKey key = StreamKey.root(seed).purpose("cost");
    noise.bits(ledger.stage("bits")).fill(key, new long[BITS / 64], BITS);
    return ledger;
  }

  private static ActionPrices prices(Junction junction) {
    CoinPulse pulse = CoinPulse.at(junction.operatingPoint());
    Price price =
        Price.of(
            PulseEnergy.joules(junction.resistance(), pulse),
            pulse.pulseSeconds(),
            PriceKind.CALIBRATED_MODEL,
            "V^2 t/R of "
                + junction.name()
                + " in its parallel state at the operating point; a reset is taken to cost as"
                + " much");
    return ActionPrices.standard().with(Action.COIN_PULSE, price).with(Action.RESET_PULSE, price);
  }
}
