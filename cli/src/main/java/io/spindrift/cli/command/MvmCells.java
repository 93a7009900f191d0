package io.spindrift.cli.command;

import static io.spindrift.cli.command.GivenQuantity.checked;

import io.spindrift.device.Junction;
import io.spindrift.device.MagneticState;
import io.spindrift.memory.array.CellKinds;
import io.spindrift.memory.product.CellConductances;
import io.spindrift.memory.product.KindConductances;
import io.spindrift.memory.product.SpreadConductances;
import io.spindrift.memory.product.SpreadLaw;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.random.StreamKey;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options that say what the cells of a product conduct. */
final class MvmCells {
  private static final int KINDS = 1024;

  /**
   * Cells of one spread.
   *
   * @param relativeSpread standard deviation of the parallel conductance over its mean
   * @param onOffRatio mean conductance in P over that in AP
   * @param ofChip the cells of a chip
   */
  record Choice(double relativeSpread, double onOffRatio, IntFunction<CellConductances> ofChip) {}

  @Option(
      names = "--spread",
      paramLabel = "LIST",
      defaultValue = "0.01,0.02,0.05,0.1,0.2",
      description =
          "Relative standard deviations of the conductance of a cell; the default is"
              + " ${DEFAULT-VALUE}.")
  private String spread = "";

  @Option(
      names = "--law",
      paramLabel = "normal|lognormal",
      defaultValue = "lognormal",
      description = "How conductances are distributed; the default is ${DEFAULT-VALUE}.")
  private String law = "";

  @Option(
      names = "--on-off",
      paramLabel = "RATIO",
      defaultValue = "2.5",
      description =
          "Conductance in P over that in AP, 1 + TMR at the read voltage; the default is"
              + " ${DEFAULT-VALUE}.")
  private String onOff = "";

  @Option(
      names = "--parallel-resistance",
      paramLabel = "OHM",
      defaultValue = "20kOhm",
      description =
          "Resistance of a cell in P; matters beside --wire-resistance; the default is"
              + " ${DEFAULT-VALUE}.")
  private String parallelResistance = "";

  @Option(
      names = "--read-voltage",
      paramLabel = "V",
      defaultValue = "0.1V",
      description =
          "With --device: voltage at which its resistances are taken; the default is"
              + " ${DEFAULT-VALUE}.")
  private String readVoltage = "";

  @Mixin private DeviceOptions device = new DeviceOptions();

  /** The cells to compare: those of a device when one is named, else one choice per spread. */
  List<Choice> choices(CommandSpec command, long seed, Workers workers, Progress progress) {
    StreamKey chips = StreamKey.root(seed).purpose("memory mvm").purpose("chips");
    if (command.commandLine().getParseResult().hasMatchedOption("--device")
        || command.commandLine().getParseResult().hasMatchedOption("--set")) {
      UnusedOptions.refuse(
          command, "with --device", "--spread", "--law", "--on-off", "--parallel-resistance");
      double volts = GivenQuantity.positive("--read-voltage", readVoltage, Dimension.VOLTAGE);
      Junction junction = device.junction(seed, workers, progress);
      CellConductances first = checked(() -> kinds(junction, volts, chips.at(0)));
      return List.of(choice(first, chip -> kinds(junction, volts, chips.at(chip))));
    }
    double ratio = GivenQuantity.any("--on-off", onOff, Dimension.NONE);
    double ohms =
        GivenQuantity.positive("--parallel-resistance", parallelResistance, Dimension.RESISTANCE);
    SpreadLaw chosen = law();
    return GivenQuantity.list("--spread", spread, Dimension.NONE).stream()
        .map(sigma -> {
          IntFunction<CellConductances> cells =
              chip -> new SpreadConductances(1 / ohms, ratio, chosen, sigma, chips.at(chip));
          return choice(checked(() -> cells.apply(0)), cells);
        })
        .toList();
  }

  private static CellConductances kinds(Junction junction, double volts, StreamKey chip) {
    return new KindConductances(new CellKinds(KINDS, chip), junction.resistance(), volts);
  }

  private static Choice choice(CellConductances first, IntFunction<CellConductances> cells) {
    double mean = first.meanSiemens(MagneticState.PARALLEL);
    return new Choice(
        Math.sqrt(first.varianceSiemensSquared(MagneticState.PARALLEL)) / mean,
        mean / first.meanSiemens(MagneticState.ANTIPARALLEL),
        cells);
  }

  private SpreadLaw law() {
    return switch (law.toLowerCase(Locale.ROOT)) {
      case "normal" -> SpreadLaw.NORMAL;
      case "lognormal" -> SpreadLaw.LOGNORMAL;
      default ->
          throw new UnusableInput("--law must be normal or lognormal, but was '" + law + "'");
    };
  }
}
