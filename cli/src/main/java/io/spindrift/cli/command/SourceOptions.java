package io.spindrift.cli.command;

import io.spindrift.cli.command.BitFormat.BitPlace;
import io.spindrift.device.Junction;
import io.spindrift.entropy.BitSource;
import io.spindrift.entropy.KeyedBits;
import io.spindrift.entropy.SystemBits;
import io.spindrift.entropy.coin.CoinPulse;
import io.spindrift.entropy.coin.FreeRunningCoin;
import io.spindrift.entropy.coin.ResetCoin;
import io.spindrift.entropy.conditioning.BitLaw;
import io.spindrift.entropy.recorded.BitOrder;
import io.spindrift.entropy.recorded.BitRecord;
import io.spindrift.entropy.recorded.RecordFormat;
import io.spindrift.entropy.recorded.RecordInOrder;
import io.spindrift.numerics.UnusableInput;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where bits come from. */
final class SourceOptions {
  /** Where bits come from. */
  enum Source {
    /** Junctions that are reset before each pulse. */
    RESET,
    /** Junctions that are pulsed again and again and read after each pulse. */
    FREE_RUNNING,
    /** The operating system. */
    SYSTEM,
    /** The keyed software generator. */
    KEYED,
    /** A file. */
    RECORDED;

    /** Whether a junction is simulated for it. */
    boolean isSimulated() {
      return this == RESET || this == FREE_RUNNING;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Option(
      names = "--source",
      paramLabel = "SOURCE",
      description =
          "reset (junctions, each reset before its pulse; the default), free-running (junctions"
              + " pulsed again and again), keyed (the software generator), system (the operating"
              + " system, which is not reproducible) or recorded.")
  private @Nullable Source source;

  @Option(
      names = "--recorded",
      paramLabel = "FILE",
      description = "Bits of a chip, taken from the first to the last; implies --source recorded.")
  private @Nullable Path recorded;

  @Option(
      names = "--format-in",
      paramLabel = "packed|bytes|ascii",
      defaultValue = "packed",
      description = "Layout of the recorded file; the default is ${DEFAULT-VALUE}.")
  private RecordFormat formatIn = RecordFormat.PACKED;

  @Option(
      names = "--bit-order-in",
      paramLabel = "msb|lsb",
      defaultValue = "msb",
      description =
          "Which bit of a packed byte was recorded first; the default is ${DEFAULT-VALUE}.")
  private BitPlace orderIn = BitPlace.MSB;

  /**
   * The source that was chosen.
   *
   * @throws UnusableInput when a file is given to another source, or none to this one
   */
  Source chosen() {
    if (recorded == null) {
      if (source == Source.RECORDED) {
        throw new UnusableInput(
            "--source recorded must have its file, such as --recorded chip.bin");
      }
      return source == null ? Source.RESET : source;
    }
    if (source != null && source != Source.RECORDED) {
      throw new UnusableInput("--recorded must be left out with --source " + source);
    }
    return Source.RECORDED;
  }

  /** The software generator, whose bits are fair and independent. */
  static ConditionedBits keyed() {
    return fair(new KeyedBits());
  }

  /** The operating system, whose bits are taken to be fair and independent. */
  static ConditionedBits system() {
    return fair(new SystemBits());
  }

  /** The recorded file, of whose law nothing is known. */
  RecordInOrder record() {
    Path file = java.util.Objects.requireNonNull(recorded);
    return new RecordInOrder(
        new BitRecord(
            file,
            formatIn,
            orderIn == BitPlace.MSB
                ? BitOrder.MOST_SIGNIFICANT_FIRST
                : BitOrder.LEAST_SIGNIFICANT_FIRST));
  }

  /** An array of cells that are reset before each pulse. */
  static ConditionedBits reset(Junction junction, int rows, int columns) {
    ResetCoin coin =
        ResetCoin.of(junction.switching(), CoinPulse.at(junction.operatingPoint()), rows, columns);
    double entropy =
        IntStream.range(0, coin.cells().cells())
            .mapToDouble(cell -> minEntropy(coin.cells().probability(cell)))
            .average()
            .orElseThrow();
    double mean = coin.cells().mean();
    // Neighbours are different cells: independent, though alike only without spread.
    BitLaw law =
        coin.cells().spread() == 0
            ? BitLaw.independent(coin.cells().probability(0))
            : new BitLaw(mean, OptionalDouble.of(0), false);
    return ConditionedBits.raw(coin, Optional.of(law), OptionalDouble.of(entropy));
  }

  /** An array of cells that are pulsed again and again. */
  static ConditionedBits freeRunning(Junction junction, int rows, int columns) {
    FreeRunningCoin coin =
        FreeRunningCoin.of(
            junction.switching(), CoinPulse.at(junction.operatingPoint()), rows, columns);
    // What is least known of a read is left when the read before it is known.
    double entropy =
        IntStream.range(0, rows * columns)
            .mapToDouble(cell -> {
              double moves = 1 - coin.lagOneCorrelation(cell);
              double share = coin.antiparallelShare(cell);
              return Math.min(minEntropy(moves * share), minEntropy(moves * (1 - share)));
            })
            .average()
            .orElseThrow();
    BitLaw law = new BitLaw(coin.meanShare(), OptionalDouble.of(0), false);
    return ConditionedBits.raw(coin, Optional.of(law), OptionalDouble.of(entropy));
  }

  private static ConditionedBits fair(BitSource source) {
    return ConditionedBits.raw(source, Optional.of(BitLaw.independent(0.5)), OptionalDouble.of(1));
  }

  private static double minEntropy(double p) {
    return Math.max(0, -Math.log(Math.max(p, 1 - p)) / Math.log(2));
  }
}
