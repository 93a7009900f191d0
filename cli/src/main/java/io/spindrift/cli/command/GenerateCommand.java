package io.spindrift.cli.command;

import static io.spindrift.cli.command.GivenQuantity.checked;

import io.spindrift.device.Junction;
import io.spindrift.device.OperatingPoint;
import io.spindrift.entropy.BitSource;
import io.spindrift.entropy.coin.CoinPulse;
import io.spindrift.entropy.coin.FreeRunningCoin;
import io.spindrift.entropy.coin.ResetCoin;
import io.spindrift.entropy.conditioning.XorFold;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import io.spindrift.numerics.random.StreamKey;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code entropy generate}: random bits of an array of junctions, to a file. */
@Command(
    name = "generate",
    sortOptions = false,
    header = "Draw random bits from an array of junctions into a file.",
    description = {
      "The junction is simulated, its operating point chosen, and an array of devices with"
          + " device-to-device spread tossed.",
      "JSON: file, format, bits, onesShare, source, xorFold, device, operatingPoint (voltageVolts,"
          + " pulseSeconds, temperatureKelvin, probabilityFromParallel,"
          + " probabilityFromAntiparallel, reason), seed."
    })
final class GenerateCommand implements Callable<Integer> {
  private static final long MOST_BITS = 1L << 40;

  /** How an array is tossed. */
  enum Coin {
    /** Every cell is reset before each pulse. */
    RESET,
    /** Cells are pulsed again and again and read after each pulse. */
    FREE_RUNNING;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Session session;

  @Mixin DeviceOptions device = new DeviceOptions();

  @Option(
      names = "--bits",
      required = true,
      paramLabel = "N",
      description = "How many bits, such as 1000000 or 8M.")
  String bits = "";

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where they go.")
  Path out = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "packed|bytes|ascii",
      defaultValue = "packed",
      description = {
        "packed: eight bits a byte, first bit most significant; bytes: one byte a bit; ascii: one"
            + " character a bit. The default is ${DEFAULT-VALUE}."
      })
  BitFormat format = BitFormat.PACKED;

  @Option(
      names = "--coin",
      paramLabel = "reset|free-running",
      defaultValue = "reset",
      description = "How the array is tossed; the default is ${DEFAULT-VALUE}.")
  Coin coin = Coin.RESET;

  @Mixin ArrayOptions array = new ArrayOptions();

  @Mixin CommonOptions common = new CommonOptions();

  GenerateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    long count = GivenQuantity.count("--bits", bits, 1, MOST_BITS);
    int fold = array.fold();
    int height = array.height();
    int width = array.width();
    long seed = common.seedOrDefault();
    Progress progress = common.progress(session);
    try (Workers workers = new Workers(common.threads())) {
      Junction junction = device.junction(seed, workers, progress);
      BitSource source = checked(() -> new XorFold(tossed(junction, height, width), fold));
      StreamKey key = StreamKey.root(seed).purpose("entropy generate");
      long ones = new BitFile(source, format).write(out, key, count, workers, progress);
      print(junction, source, count, fold, ones);
    }
    return 0;
  }

  private BitSource tossed(Junction junction, int height, int width) {
    CoinPulse pulse = CoinPulse.at(junction.operatingPoint());
    return switch (coin) {
      case RESET -> ResetCoin.of(junction.switching(), pulse, height, width);
      case FREE_RUNNING -> FreeRunningCoin.of(junction.switching(), pulse, height, width);
    };
  }

  private void print(Junction junction, BitSource source, long count, int fold, long ones) {
    OperatingPoint point = junction.operatingPoint();
    double share = (double) ones / count;
    if (common.json) {
      JsonOutput.print(
          session.out(),
          JsonOutput.object(
              "file", out.toString(),
              "format", format.name().toLowerCase(Locale.ROOT),
              "bits", count,
              "onesShare", share,
              "source", source.name(),
              "xorFold", fold,
              "device", junction.name(),
              "operatingPoint",
                  JsonOutput.object(
                      "voltageVolts", point.voltageVolts(),
                      "pulseSeconds", point.pulseSeconds(),
                      "temperatureKelvin", point.temperatureKelvin(),
                      "probabilityFromParallel", point.fromParallel(),
                      "probabilityFromAntiparallel", point.fromAntiparallel(),
                      "reason", point.reason()),
              "seed", common.seedOrDefault()));
      return;
    }
    session.print(
        "%s: %d bits, share of ones %.6f%n%s at %s, %s (%s)",
        out,
        count,
        share,
        source.name(),
        Quantity.print(point.voltageVolts(), Dimension.VOLTAGE),
        Quantity.print(point.pulseSeconds(), Dimension.TIME),
        point.reason());
  }
}
