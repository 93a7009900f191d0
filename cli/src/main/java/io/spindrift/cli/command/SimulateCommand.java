package io.spindrift.cli.command;

import static io.spindrift.cli.command.GivenQuantity.checked;

import io.spindrift.device.Junction;
import io.spindrift.device.OperatingPoint;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.experiment.stage.CellWrite;
import io.spindrift.experiment.stage.HoldReading;
import io.spindrift.experiment.stage.MemoryTrial;
import io.spindrift.experiment.stage.ReadReading;
import io.spindrift.experiment.stage.StoredPattern;
import io.spindrift.experiment.stage.WriteErrorCurves;
import io.spindrift.experiment.stage.WriteReading;
import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.file.ArrayFile;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.memory.spec.MemorySpec;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.file.ByteFile;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.random.StreamKey;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code memory simulate}: what an array gets wrong when it writes, reads and keeps. */
@Command(
    name = "simulate",
    sortOptions = false,
    header = "What an array of junctions gets wrong when it writes, reads and keeps a pattern.",
    description = {
      "Writes a pattern over random cells, once and then with verification, reads it, holds it at"
          + " each temperature and reads again. Every share of wrong cells stands with its 95 %%"
          + " interval beside the closed form that it should follow. The write error against pulse"
          + " width and temperature is that of the nominal device, by the Fokker-Planck equation or"
          + " by its fit.",
      "JSON: device, memory, rows, columns, kinds, writeVoltageVolts, writePulseSeconds,"
          + " writeReason, pattern, attempts, errors (each with name, wrong, cells, share, low,"
          + " high, predicted, sigmas), attemptsOfRows, verifiedRows, stuckCells,"
          + " stuckWrongCells, wrongCells, worstColumn (column, wrong, readings), holdSeconds,"
          + " holds (each with temperatureKelvin, losses, readWrong, cells), mostPulses,"
          + " enduranceUsed, drops (each with name, sourceVolts, nearVolts, farVolts), actions"
          + " (each with stage, action, count, joules), totalJoules, curve (each with"
          + " temperatureKelvin, pulseSeconds, from, wrong, cells, share, predicted), cellWrites"
          + " (each with cell, volts, fromP, fromAP), verdict (passed, judged, level, off)."
    },
    footer = {
      "",
      "Examples:",
      "  spindrift memory simulate --rows 256 --columns 256 --out memory",
      "  spindrift memory simulate --temperature 300K,350K,400K --hold 1ms --attempts 6",
      "  spindrift memory simulate --pattern checkerboard --save cells.sda"
    })
final class SimulateCommand implements Callable<Integer> {
  private static final int MOST_PATTERN_BYTES = 1 << 28;

  private final Session session;

  @Mixin MemoryOptions memory = new MemoryOptions();

  @Option(
      names = "--pattern",
      paramLabel = "NAME|FILE",
      defaultValue = "random",
      description =
          "What is written: random, checkerboard, zeros, ones, or the bits of a file; the default"
              + " is ${DEFAULT-VALUE}.")
  String pattern = "";

  @Option(
      names = "--attempts",
      paramLabel = "N",
      description = "Most rounds of pulses of a write; the default is that of the memory.")
  @Nullable String attempts;

  @Option(
      names = "--hold",
      paramLabel = "TIME",
      defaultValue = "1ms",
      description = "How long the pattern is held; the default is ${DEFAULT-VALUE}.")
  String hold = "";

  @Option(
      names = "--temperature",
      paramLabel = "LIST",
      description =
          "Temperatures at which it is held and at which the write error is computed; the default"
              + " is the device's own.")
  @Nullable String temperature;

  @Option(
      names = "--pulse",
      paramLabel = "LIST",
      description =
          "Pulse widths at which the write error is computed; the default is from half to one and"
              + " a half times the pulse that writes.")
  @Nullable String pulse;

  @Option(
      names = "--load",
      paramLabel = "FILE",
      description = "Begin with the cells of a saved array instead of random ones.")
  @Nullable Path load;

  @Option(
      names = "--save",
      paramLabel = "FILE",
      description = "Save the array as it is after the last reading.")
  @Nullable Path save;

  @Option(
      names = "--check",
      description =
          "End with status 1 when a share is off its closed form beyond chance; a right trial is"
              + " so refused once in 10^6 times at most.")
  boolean check;

  @Mixin ResultFolder folder = new ResultFolder();

  @Mixin CommonOptions common = new CommonOptions();

  SimulateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    MemorySpec spec = memory.memory().spec();
    int most =
        attempts == null
            ? spec.write().mostAttempts()
            : GivenQuantity.smallCount("--attempts", attempts, 1, 1000);
    double seconds = GivenQuantity.notNegative("--hold", hold, Dimension.TIME);
    StreamKey key = StreamKey.root(common.seedOrDefault()).purpose("memory simulate");
    StoredPattern stored = stored(key);
    List<Double> kelvins =
        temperature == null
            ? List.of(memory.device.spec().operation().temperatureKelvin())
            : GivenQuantity.positives("--temperature", temperature, Dimension.TEMPERATURE);
    if (save != null && Files.isDirectory(save)) {
      throw new UnusableInput("--save must be a file, but " + save + " is a folder");
    }
    folder.prepare();
    Progress progress = common.progress(session);
    CellArray array = array(spec);
    try (Workers workers = new Workers(common.threads())) {
      Junction write = memory.write(common.seedOrDefault(), workers, progress);
      List<Double> pulses = pulses(write.operatingPoint());
      List<WriteErrorCurves.Point> curve =
          checked(() ->
              WriteErrorCurves.of(
                  write.spec(),
                  write.operatingPoint().voltageVolts(),
                  pulses,
                  // A fit or a table knows one temperature.
                  write.spec() instanceof MacrospinDevice
                      ? kelvins
                      : List.of(write.operatingPoint().temperatureKelvin()),
                  key.purpose("curve"),
                  workers,
                  progress));
      MemoryTrial trial =
          checked(() ->
              new MemoryTrial(
                  spec, write, array, memory.variation(), stored, key, workers, progress));
      if (load == null) {
        trial.scramble(workers);
      }
      Ledger ledger = new Ledger();
      WriteReading written = trial.write(most, ledger, workers, progress);
      ReadReading read = trial.read(ledger, workers, progress);
      List<HoldReading> held = new ArrayList<>();
      for (double kelvin : kelvins) {
        held.add(checked(() -> trial.hold(seconds, kelvin, ledger, workers, progress)));
      }
      SimulateView view =
          new SimulateView(
              spec,
              write,
              array,
              pattern,
              most,
              seconds,
              written,
              read,
              held,
              trial.wear(),
              ledger.snapshot(),
              curve,
              checked(() -> CellWrite.of(spec, write)));
      List<Path> files = new ArrayList<>();
      if (save != null) {
        ArrayFile.save(array, view.provenance(), save);
        files.add(save);
      }
      files.addAll(
          folder.write(
              view.tables(),
              folder.wanted() ? SimulateFigures.of(view, trial.path(), stored) : List.of()));
      if (common.json) {
        JsonOutput.print(session.out(), view.document());
      } else {
        view.print(session);
        files.forEach(file -> session.print("wrote %s", file));
      }
      return check && !view.verdict().passed() ? ExitStatus.CHECK_FAILED : ExitStatus.DONE;
    }
  }

  private CellArray array(MemorySpec spec) {
    CellArray fresh = memory.array(spec);
    if (load == null) {
      return fresh;
    }
    CellArray loaded = ArrayFile.load(load).array();
    if (!loaded.shape().equals(fresh.shape())
        || loaded.kinds().count() != fresh.kinds().count()
        || loaded.kinds().start() != fresh.kinds().start()) {
      throw new UnusableInput(
          "%s must be an array of %d x %d cells of the same %d kinds, but is %d x %d of %d; give"
                  .formatted(
                      load,
                      fresh.shape().rows(),
                      fresh.shape().columns(),
                      fresh.kinds().count(),
                      loaded.shape().rows(),
                      loaded.shape().columns(),
                      loaded.kinds().count())
              + " its --rows, --columns and --variation-seed");
    }
    return loaded;
  }

  private List<Double> pulses(OperatingPoint point) {
    return pulse == null
        ? IntStream.rangeClosed(-5, 5).mapToObj(i -> point.pulseSeconds() * (1 + 0.1 * i)).toList()
        : GivenQuantity.positives("--pulse", pulse, Dimension.TIME).stream()
            .sorted()
            .distinct()
            .toList();
  }

  private StoredPattern stored(StreamKey key) {
    return switch (pattern) {
      case "random" -> StoredPattern.random(key.purpose("pattern"));
      case "checkerboard" -> StoredPattern.CHECKERBOARD;
      case "zeros" -> StoredPattern.ZEROS;
      case "ones" -> StoredPattern.ONES;
      default -> {
        Path file = patternFile();
        byte[] bytes = ByteFile.beginning(file, MOST_PATTERN_BYTES);
        if (bytes.length == 0) {
          throw new UnusableInput(
              "--pattern " + file + " must hold at least one byte of bits, but is empty");
        }
        yield StoredPattern.of(bytes);
      }
    };
  }

  private Path patternFile() {
    try {
      Path file = Path.of(pattern);
      if (Files.isRegularFile(file)) {
        return file;
      }
    } catch (InvalidPathException e) {
      // Refused below like any name that is no file.
    }
    throw new UnusableInput(
        "--pattern must be random, checkerboard, zeros, ones or a file, but "
            + pattern
            + " is none");
  }
}
