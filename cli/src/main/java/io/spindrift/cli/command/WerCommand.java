package io.spindrift.cli.command;

import static io.spindrift.cli.command.GivenQuantity.checked;

import io.spindrift.device.MagneticState;
import io.spindrift.device.drive.PulseShape;
import io.spindrift.device.rare.SplittingSettings;
import io.spindrift.device.rare.WriteErrorExperiment;
import io.spindrift.device.rare.WriteErrorMethod;
import io.spindrift.device.rare.WriteErrorPoint;
import io.spindrift.device.rare.WriteErrorSettings;
import io.spindrift.device.spec.DeviceSpec;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.random.StreamKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code device wer}: write-error rates, as rare as they may be. */
@Command(
    name = "wer",
    sortOptions = false,
    header = "Write-error rate against pulse width, down to 1e-9 and below.",
    description = {
      "A write error is a pulse after which the junction is still in the state it came from."
          + " Frequent errors are counted; rare ones are found by splitting, an unbiased Monte"
          + " Carlo that multiplies the trajectories on their way to an error. --method"
          + " fokker-planck gives the rate without sampling; its error is numerical.",
      "JSON: device, temperatureKelvin, stepSeconds, relaxSeconds, riseSeconds, fallSeconds,"
          + " kernel, replicas, particles,"
          + " seed, and points, each with pulseSeconds, voltageVolts, from (p or ap),"
          + " writeErrorRate, standardError, low, high (95 %% interval), relativeError,"
          + " effectiveHits, trajectories, crossoverSeconds (when the state has been lost as often"
          + " as written wrongly; null without two wells), method (macrospin, splitting or"
          + " fokker-planck)."
    },
    footer = {
      "",
      "Example: spindrift device wer --pulse 1.2ns:1.6ns:0.1ns --method splitting,fokker-planck"
    })
final class WerCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec command = CommandSpec.create();

  @Mixin DeviceOptions device = new DeviceOptions();

  @Mixin VoltageOption voltage = new VoltageOption();

  @Option(
      names = "--pulse",
      paramLabel = "LIST",
      description =
          "Pulse widths, a list or a range; the default is 0.7 to 1.3 times the one that switches"
              + " most often.")
  @Nullable String pulse;

  @Mixin EdgeOptions edges = new EdgeOptions();

  @Mixin DynamicsOptions dynamics = new DynamicsOptions();

  @Mixin KernelOption kernel = new KernelOption();

  @Mixin RelaxOption relax = new RelaxOption();

  @Option(
      names = "--from",
      paramLabel = "p|ap",
      description = "State before the pulse; the default is both.")
  @Nullable String from;

  @Option(
      names = "--method",
      paramLabel = "LIST",
      description =
          "splitting, macrospin (plain counting) and fokker-planck, or several separated by"
              + " commas; the default counts where errors are frequent and splits elsewhere.")
  @Nullable String method;

  @Option(
      names = "--replicas",
      paramLabel = "N",
      defaultValue = "8",
      description =
          "Independent repetitions, from whose spread the error is taken; the default is"
              + " ${DEFAULT-VALUE}.")
  String replicas = "";

  @Option(
      names = "--particles",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Trajectories of each replica; the default is ${DEFAULT-VALUE}.")
  String particles = "";

  @Mixin ResultFolder folder = new ResultFolder();

  @Mixin CommonOptions common = new CommonOptions();

  WerCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    DeviceSpec spec = device.spec();
    if (!(spec instanceof MacrospinDevice macrospin)) {
      throw new UnusableInput(
          "--device must be a macrospin device, but " + spec.name() + " is not one");
    }
    List<Optional<WriteErrorMethod>> methods = methods();
    SplittingSettings effort = effort();
    folder.prepare();
    RestingWells.require(macrospin, dynamics.kelvin(spec));
    WriteErrorSettings settings = settings(macrospin);
    boolean solved =
        methods.stream().allMatch(m -> m.equals(Optional.of(WriteErrorMethod.FOKKER_PLANCK)));
    requirePossible(settings, effort, solved);
    if (!solved) {
      kernel.warn(session);
    }
    List<WriteErrorPoint> points = new ArrayList<>();
    StreamKey key = StreamKey.root(common.seedOrDefault()).purpose("device wer");
    Progress progress = common.progress(session);
    try (Workers workers = new Workers(common.threads())) {
      for (Optional<WriteErrorMethod> one : methods) {
        points.addAll(
            checked(() ->
                WriteErrorExperiment.run(
                    macrospin, settings, effort, one, key, workers, progress)));
      }
    }
    WerView view = new WerView(macrospin, settings, effort, common.seedOrDefault(), points);
    List<Path> written = folder.write(List.of(view.table()), view.figures());
    if (common.json) {
      JsonOutput.print(session.out(), view.document());
    } else {
      view.print(session);
      written.forEach(file -> session.print("wrote %s", file));
    }
    return ExitStatus.DONE;
  }

  private WriteErrorSettings settings(MacrospinDevice spec) {
    double volts = voltage.volts(spec);
    double kelvin = dynamics.kelvin(spec);
    double step = dynamics.stepSeconds();
    PulseShape shape = edges.shape();
    double relaxSeconds = relax.seconds();
    List<MagneticState> states =
        FromOption.optional(from).map(List::of).orElse(List.of(MagneticState.values()));
    List<Double> pulses =
        pulse == null
            ? ChosenPulse.aroundBest(spec, volts, kelvin, common, session)
            : GivenQuantity.positives("--pulse", pulse, Dimension.TIME);
    return checked(() ->
        new WriteErrorSettings(
            pulses, volts, kelvin, states, step, relaxSeconds, kernel.kernel(), shape));
  }

  private void requirePossible(
      WriteErrorSettings settings, SplittingSettings effort, boolean solved) {
    double longest = WorkLimit.longestSeconds(settings.pulseSeconds(), settings.relaxSeconds());
    if (solved) {
      WorkLimit.requireComputable(longest);
      UnusedOptions.tell(
          session,
          command,
          "with --method fokker-planck",
          "--kernel",
          "--step",
          "--replicas",
          "--particles",
          "--seed");
      return;
    }
    double points = (double) settings.pulseSeconds().size() * settings.from().size();
    double trajectories = points * effort.replicas() * effort.particles();
    WorkLimit.requireSteps(trajectories, longest, settings.stepSeconds());
  }

  private SplittingSettings effort() {
    int repetitions = GivenQuantity.smallCount("--replicas", replicas, 4, 100_000);
    int each = GivenQuantity.smallCount("--particles", particles, 16, 500_000);
    return checked(() -> new SplittingSettings(repetitions, each));
  }

  private List<Optional<WriteErrorMethod>> methods() {
    if (method == null) {
      return List.of(Optional.empty());
    }
    List<Optional<WriteErrorMethod>> chosen = new ArrayList<>();
    for (String name : method.toLowerCase(Locale.ROOT).split(",", -1)) {
      chosen.add(
          Optional.of(
              switch (name.strip()) {
                case "splitting" -> WriteErrorMethod.SPLITTING;
                case "macrospin" -> WriteErrorMethod.MACROSPIN;
                case "fokker-planck" -> WriteErrorMethod.FOKKER_PLANCK;
                default ->
                    throw new UnusableInput(
                        "--method must be splitting, macrospin or fokker-planck, but was '"
                            + name
                            + "'");
              }));
    }
    return chosen;
  }
}
