package io.spindrift.cli.command;

import io.spindrift.cli.command.BitFormat.BitPlace;
import io.spindrift.device.Junction;
import io.spindrift.device.MagneticState;
import io.spindrift.device.SwitchingModel;
import io.spindrift.entropy.BitSource;
import io.spindrift.entropy.KeyedBits;
import io.spindrift.entropy.coin.CellProbabilities;
import io.spindrift.entropy.coin.CoinPulse;
import io.spindrift.entropy.coin.FreeRunningCoin;
import io.spindrift.entropy.coin.KeyedCoin;
import io.spindrift.entropy.coin.ResetCoin;
import io.spindrift.entropy.coin.StatedCoin;
import io.spindrift.entropy.coin.StuckCells;
import io.spindrift.entropy.conditioning.BitLaw;
import io.spindrift.entropy.recorded.BitOrder;
import io.spindrift.entropy.recorded.BitRecord;
import io.spindrift.entropy.recorded.RecordFormat;
import io.spindrift.entropy.recorded.RecordInOrder;
import io.spindrift.entropy.system.SystemBits;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.quantity.Dimension;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
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
      names = "--probability",
      paramLabel = "P",
      description = "P(1) of the bits of --source keyed; the default is 0.5.")
  private @Nullable String probability;

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

  /** The software generator, whose bits are independent, and fair unless a share was given. */
  ConditionedBits keyed() {
    if (probability == null) {
      return fair(new KeyedBits());
    }
    String given = probability;
    double p = GivenQuantity.any("--probability", given, Dimension.NONE);
    if (!(p >= 0 && p <= 1)) {
      throw new UnusableInput("--probability must be between 0 and 1, but was " + given);
    }
    return ConditionedBits.raw(
        new KeyedCoin(p), Optional.of(BitLaw.independent(p)), OptionalDouble.of(minEntropy(p)));
  }

  /** The operating system, whose bits are taken to be fair and independent. */
  static ConditionedBits system() {
    return fair(new SystemBits());
  }

  /** The recorded file, of whose law nothing is known. */
  RecordInOrder record() {
    Path file = Objects.requireNonNull(recorded);
    return new RecordInOrder(
        new BitRecord(
            file,
            formatIn,
            orderIn == BitPlace.MSB
                ? BitOrder.MOST_SIGNIFICANT_FIRST
                : BitOrder.LEAST_SIGNIFICANT_FIRST));
  }

  /** An array of cells that are reset before each pulse, some of which may stick. */
  static ConditionedBits reset(
      Junction junction, int rows, int columns, Optional<StuckCells> stuck) {
    ResetCoin all =
        ResetCoin.of(junction.switching(), CoinPulse.at(junction.operatingPoint()), rows, columns);
    ResetCoin coin = stuck.map(cells -> cells.reset(all)).orElse(all);
    double entropy =
        IntStream.range(0, coin.cells().cells())
            .mapToDouble(cell -> minEntropy(coin.cells().probability(cell)))
            .average()
            .orElseThrow();
    return ConditionedBits.raw(
        coin,
        Optional.of(
            coin.cells().spread() == 0
                ? BitLaw.independent(coin.cells().probability(0))
                : law(coin)),
        OptionalDouble.of(entropy));
  }

  /** An array of cells that are pulsed again and again, some of which may stick. */
  static ConditionedBits freeRunning(
      Junction junction, int rows, int columns, Optional<StuckCells> stuck) {
    SwitchingModel model = junction.switching();
    CoinPulse pulse = CoinPulse.at(junction.operatingPoint());
    FreeRunningCoin coin =
        stuck
            .map(cells ->
                cells.freeRunning(
                    "free-running coin of " + model.name(),
                    CellProbabilities.of(
                        model, pulse.from(MagneticState.ANTIPARALLEL), rows, columns),
                    CellProbabilities.of(model, pulse.from(MagneticState.PARALLEL), rows, columns)))
            .orElseGet(() -> FreeRunningCoin.of(model, pulse, rows, columns));
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
    return ConditionedBits.raw(coin, Optional.of(law(coin)), OptionalDouble.of(entropy));
  }

  /** One junction whose threshold moves. */
  static ConditionedBits moving(StatedCoin coin) {
    return ConditionedBits.raw(coin, Optional.of(law(coin)), OptionalDouble.empty());
  }

  /** Share and correlation of neighbours; cells that differ, or memory, make it no Markov chain. */
  private static BitLaw law(StatedCoin coin) {
    return new BitLaw(coin.probabilityOfOne(), OptionalDouble.of(coin.correlation(1)), false);
  }

  private static ConditionedBits fair(BitSource source) {
    return ConditionedBits.raw(source, Optional.of(BitLaw.independent(0.5)), OptionalDouble.of(1));
  }

  private static double minEntropy(double p) {
    return Math.max(0, -Math.log(Math.max(p, 1 - p)) / Math.log(2));
  }
}
