package io.spindrift.cli.command;

import static io.spindrift.cli.command.GivenQuantity.checked;

import io.spindrift.device.Junction;
import io.spindrift.experiment.config.ConfigLoader;
import io.spindrift.experiment.config.Size;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.experiment.stage.Apparatus;
import io.spindrift.experiment.stage.MemoryJunctions;
import io.spindrift.experiment.stage.WriteChoice;
import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.spec.LoadedMemory;
import io.spindrift.memory.spec.MemoryLoader;
import io.spindrift.memory.spec.MemoryPresets;
import io.spindrift.memory.spec.MemorySpec;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that describe a memory: its junctions, its array and circuit, its write pulse. */
final class MemoryOptions {
  private static final int MOST_ROWS = 1 << 20;

  @Mixin DeviceOptions device = new DeviceOptions();

  @Option(
      names = "--memory",
      paramLabel = "PRESET|FILE",
      defaultValue = MemoryPresets.DEFAULT,
      description =
          "Array, lines, transistors and amplifiers: a preset or a YAML file; the default is"
              + " ${DEFAULT-VALUE}.")
  private String memory = "";

  @Option(
      names = "--set-memory",
      paramLabel = "PATH=VALUE",
      description =
          "Change one value of the memory, such as senseAmplifier.offset=5mV; repeatable.")
  private List<String> sets = new ArrayList<>();

  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "Rows of the array; the default is that of the memory.")
  private @Nullable String rows;

  @Option(
      names = "--columns",
      paramLabel = "N",
      description = "Columns, a multiple of 64; the default is that of the memory.")
  private @Nullable String columns;

  @Option(
      names = "--write-voltage",
      paramLabel = "V",
      description =
          "Amplitude of the pulse that writes; the default is the device's own, or with a fit or a"
              + " table the next above at which a pulse writes.")
  private @Nullable String writeVoltage;

  @Option(
      names = "--write-pulse",
      paramLabel = "TIME",
      description =
          "Width of the pulse that writes; the default is the one that fails least in its worse"
              + " direction.")
  private @Nullable String writePulse;

  @Option(
      names = "--variation-seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Root of the differences between devices; the default is ${DEFAULT-VALUE}.")
  private long variationSeed;

  /** The memory with every change applied, and where its numbers come from. */
  LoadedMemory memory() {
    List<String> all = new ArrayList<>(sets);
    if (rows != null) {
      all.add("array.rows=" + GivenQuantity.smallCount("--rows", rows, 1, MOST_ROWS));
    }
    if (columns != null) {
      all.add("array.columns=" + GivenQuantity.smallCount("--columns", columns, 64, MOST_ROWS));
    }
    return MemoryLoader.load(memory, all);
  }

  /** What decides which cell is which device, which is stuck, and how amplifiers differ. */
  StreamKey variation() {
    return StreamKey.root(variationSeed).purpose("variation");
  }

  /** A new array of the memory, all parallel. */
  CellArray array(MemorySpec spec) {
    return new CellArray(
        spec.array().shape(),
        spec.array().cellKinds(variation()),
        spec.faults().cellFaults(variation()));
  }

  /** The junctions of the device at its random and at its write pulse, as a quick run has them. */
  MemoryJunctions junctions(long seed, Workers workers, Progress progress) {
    WriteChoice choice = choice();
    return checked(
        () -> MemoryJunctions.of(device.spec(), config(seed), choice, workers, progress));
  }

  /** The junction at its random pulse alone. */
  Junction coin(long seed, Workers workers, Progress progress) {
    return checked(() -> Apparatus.junction(device.spec(), config(seed), workers, progress));
  }

  /** The junction at its write pulse alone. */
  Junction write(long seed, Workers workers, Progress progress) {
    WriteChoice choice = choice();
    return checked(
        () -> MemoryJunctions.write(device.spec(), config(seed), choice, workers, progress));
  }

  private WriteChoice choice() {
    return new WriteChoice(
        writeVoltage == null
            ? OptionalDouble.empty()
            : OptionalDouble.of(
                GivenQuantity.any("--write-voltage", writeVoltage, Dimension.VOLTAGE)),
        writePulse == null
            ? OptionalDouble.empty()
            : OptionalDouble.of(
                GivenQuantity.positive("--write-pulse", writePulse, Dimension.TIME)));
  }

  private SpindriftConfig config(long seed) {
    return ConfigLoader.load(
        Optional.empty(),
        Size.QUICK,
        List.of("seed=" + seed, "entropy.variationSeed=" + variationSeed));
  }
}
