package io.spindrift.cli.command;

import static io.spindrift.cli.command.GivenQuantity.checked;

import io.spindrift.cli.command.BitFormat.BitPlace;
import io.spindrift.cli.command.SourceOptions.Source;
import io.spindrift.device.Junction;
import io.spindrift.entropy.coin.CoinPulse;
import io.spindrift.entropy.coin.StuckCells;
import io.spindrift.entropy.conditioning.SwitchingResponse.Control;
import io.spindrift.entropy.recorded.RecordInOrder;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code entropy generate}: random bits of an array of junctions or another source, to a file. */
@Command(
    name = "generate",
    sortOptions = false,
    header = "Draw random bits from an array of junctions, or another source, into a file.",
    description = {
      "The junction is simulated, its operating point chosen, and an array of devices with"
          + " device-to-device spread tossed. Steps of conditioning follow one another.",
      "JSON: file, format, bitOrder, bits, onesShare, source, reproducible, predictedShare and"
          + " predictedLagCorrelations of the source (by lag), xorFold, conditioning (per step:"
          + " outputRate, predictedResidualBias and more), outputRate, predictedResidualBias,"
          + " device, operatingPoint (voltageVolts, pulseSeconds, temperatureKelvin,"
          + " probabilityFromParallel, probabilityFromAntiparallel, reason), seed. A figure that is"
          + " not known is left out."
    },
    footer = {
      "",
      "Example: spindrift entropy generate --bits 10M --condition xor:2,von-neumann --out bits.bin",
      "Example: spindrift entropy generate --recorded chip.txt --format-in ascii --condition"
          + " peres:8 --bits 1M --out fair.bin"
    })
final class GenerateCommand implements Callable<Integer> {
  private static final long MOST_BITS = 1L << 40;

  private final Session session;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin SourceOptions source = new SourceOptions();

  @Mixin DeviceOptions device = new DeviceOptions();

  @Option(
      names = "--bits",
      required = true,
      paramLabel = "N",
      description = "How many bits, such as 1000000 or 8M or 10G.")
  String bits = "";

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where they go.")
  Path out = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "packed|bytes|ascii",
      defaultValue = "packed",
      description =
          "packed: eight bits a byte; bytes: one byte a bit; ascii: one character a bit. The"
              + " default is ${DEFAULT-VALUE}.")
  BitFormat format = BitFormat.PACKED;

  @Option(
      names = "--bit-order",
      paramLabel = "msb|lsb",
      defaultValue = "msb",
      description =
          "Which bit of a packed byte comes first: the most or the least significant; the default"
              + " is ${DEFAULT-VALUE}.")
  BitPlace order = BitPlace.MSB;

  @Option(
      names = "--condition",
      split = ",",
      paramLabel = "STEP",
      description =
          "Steps of conditioning, in order, comma-separated or repeated: " + ConditionStep.ACCEPTED)
  List<String> condition = new ArrayList<>();

  @Option(
      names = "--control",
      paramLabel = "voltage|pulse",
      defaultValue = "voltage",
      description = "What the feedback loop sets; the default is ${DEFAULT-VALUE}.")
  Control control = Control.VOLTAGE;

  @Mixin FluctuationOptions fluctuation = new FluctuationOptions();

  @Mixin ArrayOptions array = new ArrayOptions();

  @Mixin CommonOptions common = new CommonOptions();

  GenerateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    long count = GivenQuantity.count("--bits", bits, 1, MOST_BITS);
    Source chosen = source.chosen();
    List<ConditionStep> steps =
        new ArrayList<>(condition.stream().map(ConditionStep::parse).toList());
    if (array.fold() > 1) {
      steps.addFirst(new ConditionStep.Xor(array.fold()));
    }
    tellOfUnused(chosen, steps);
    if (chosen == Source.RECORDED) {
      // Blocks of a record follow one another, which only one thread keeps.
      try (RecordInOrder record = source.record();
          Workers workers = new Workers(1)) {
        draw(
            ConditionedBits.raw(record, Optional.empty(), OptionalDouble.empty()),
            steps,
            Optional.empty(),
            count,
            workers);
      }
      return ExitStatus.DONE;
    }
    try (Workers workers = new Workers(common.threads())) {
      if (chosen.isSimulated()) {
        Junction junction =
            device.junction(common.seedOrDefault(), workers, common.progress(session));
        draw(simulated(chosen, junction, steps), steps, Optional.of(junction), count, workers);
      } else {
        ConditionedBits raw = chosen == Source.KEYED ? source.keyed() : SourceOptions.system();
        draw(raw, steps, Optional.empty(), count, workers);
      }
    }
    return ExitStatus.DONE;
  }

  private ConditionedBits simulated(Source chosen, Junction junction, List<ConditionStep> steps) {
    int rows = array.height();
    int columns = array.width();
    Optional<StuckCells> stuck =
        fluctuation.stuck(StreamKey.root(common.seedOrDefault()).purpose("stuck cells"));
    if (chosen == Source.FREE_RUNNING) {
      return checked(() -> SourceOptions.freeRunning(junction, rows, columns, stuck));
    }
    if (fluctuation.moves()) {
      return SourceOptions.moving(
          fluctuation.moving(junction.switching(), CoinPulse.at(junction.operatingPoint())));
    }
    if (isHeld(steps) && steps.removeFirst() instanceof ConditionStep.Feedback feedback) {
      return HeldCoin.of(junction, control, feedback.loop());
    }
    return checked(() -> SourceOptions.reset(junction, rows, columns, stuck));
  }

  private static boolean isHeld(List<ConditionStep> steps) {
    return !steps.isEmpty() && steps.getFirst() instanceof ConditionStep.Feedback;
  }

  private void draw(
      ConditionedBits raw,
      List<ConditionStep> steps,
      Optional<Junction> junction,
      long count,
      Workers workers) {
    ConditionedBits conditioned = raw;
    for (ConditionStep step : steps) {
      conditioned = conditioned.then(step);
    }
    StreamKey key = StreamKey.root(common.seedOrDefault()).purpose("entropy generate");
    Progress progress = common.progress(session);
    long ones =
        new BitFile(conditioned.source(), format, order).write(out, key, count, workers, progress);
    GenerateReport report =
        new GenerateReport(out, format, order, count, ones, raw, conditioned, junction);
    if (common.json) {
      JsonOutput.print(
          session.out(), report.document(array.fold(), source.chosen(), common.seedOrDefault()));
    } else {
      report.lines().forEach(session.out()::println);
    }
  }

  private void tellOfUnused(Source chosen, List<ConditionStep> steps) {
    if (chosen != Source.RESET) {
      UnusedOptions.refuse(spec, "with --source " + chosen, FluctuationOptions.MOVING);
    }
    if (!chosen.isSimulated()) {
      tell("with --source " + chosen, "--device", "--set", "--rows", "--columns", "--stuck");
    } else if (fluctuation.moves() || isHeld(steps)) {
      tell("for one junction", "--rows", "--columns", "--stuck");
    }
    if (!fluctuation.moves()) {
      tell("without a moving threshold", "--toss-period");
    }
    if (!isHeld(steps)) {
      tell("without --condition feedback", "--control");
    }
    if (chosen != Source.RECORDED) {
      tell("with --source " + chosen, "--format-in", "--bit-order-in");
    }
    if (chosen != Source.KEYED) {
      tell("with --source " + chosen, "--probability");
    }
    if (chosen == Source.SYSTEM) {
      tell("with --source system, which is not reproducible", "--seed");
    }
    if (format != BitFormat.PACKED) {
      tell("with --format " + format, "--bit-order");
    }
  }

  private void tell(String reason, String... names) {
    UnusedOptions.tell(session, spec, reason, names);
  }
}
