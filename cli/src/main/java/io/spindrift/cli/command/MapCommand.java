package io.spindrift.cli.command;

import static io.spindrift.cli.command.GivenQuantity.checked;

import io.spindrift.device.MagneticState;
import io.spindrift.device.fokkerplanck.FokkerPlanckSwitching;
import io.spindrift.device.spec.DeviceSpec;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.switching.SwitchingMap;
import io.spindrift.device.switching.SwitchingSettings;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.random.StreamKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code device map}: P(switch) against pulse width and voltage. */
@Command(
    name = "map",
    sortOptions = false,
    header = "Probability of switching over pulse width and voltage: the switching map.",
    description = {
      "The method fokker-planck computes a point exactly, to the numerical error that it reports;"
          + " macrospin samples trajectories. The default map is 41 x 41.",
      "JSON: device, method, temperatureKelvin, from (p or ap), seconds (time taken),"
          + " bestProbability, bestWriteErrorRate, bestVoltageVolts, bestPulseSeconds,"
          + " largestStandardError, and points, each with voltageVolts, pulseSeconds, probability,"
          + " writeErrorRate, standardError (fokker-planck: numerical error)."
    },
    footer = {
      "",
      "Example: spindrift device map --voltage 0.6V:1V:0.02V --pulse 0.25ns:4ns:0.25ns --out map"
    })
final class MapCommand implements Callable<Integer> {
  private static final int DEFAULT_VOLTAGES = 41;
  private static final int MOST_POINTS = 250_000;

  private final Session session;

  @Spec private CommandSpec command = CommandSpec.create();

  @Mixin DeviceOptions device = new DeviceOptions();

  @Option(
      names = "--voltage",
      paramLabel = "RANGE",
      description =
          "Pulse amplitudes, a list or a range; the default is 41 from half to one and a half times"
              + " the device's own.")
  @Nullable String voltage;

  @Option(
      names = "--pulse",
      paramLabel = "RANGE",
      defaultValue = "0.125ns:5.125ns:0.125ns",
      description = "Pulse widths, a list or a range; the default is ${DEFAULT-VALUE}.")
  String pulse = "";

  @Option(
      names = "--method",
      paramLabel = "fokker-planck|macrospin",
      defaultValue = "fokker-planck",
      description =
          "Carry the probability density or sample trajectories; the default is"
              + " ${DEFAULT-VALUE}.")
  String method = "";

  @Option(
      names = "--from",
      paramLabel = "p|ap",
      defaultValue = "p",
      description = "State before the pulse; the default is ${DEFAULT-VALUE}.")
  String from = "";

  @Mixin DynamicsOptions dynamics = new DynamicsOptions();

  @Mixin RelaxOption relax = new RelaxOption();

  @Option(
      names = "--trajectories",
      paramLabel = "N",
      defaultValue = "100",
      description = "Trajectories per point of macrospin; the default is ${DEFAULT-VALUE}.")
  String trajectories = "";

  @Mixin ResultFolder out = new ResultFolder();

  @Mixin CommonOptions common = new CommonOptions();

  MapCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    DeviceSpec spec = device.spec();
    if (!(spec instanceof MacrospinDevice macrospin)) {
      throw new UnusableInput("--device must be a macrospin device, but was " + spec.name());
    }
    boolean samples = MethodOption.samples(method);
    MagneticState state = FromOption.optional(from).orElseThrow();
    List<Double> volts = voltages(spec);
    SwitchingSettings settings = settings(spec, volts);
    RestingWells.require(macrospin, settings.temperatureKelvin());
    requirePossible(settings, volts.size(), samples);
    out.prepare();
    long start = System.nanoTime();
    SwitchingMap map = map(macrospin, settings, volts, samples, state);
    MapView view =
        new MapView(map, state, spec.name(), method, settings, (System.nanoTime() - start) * 1e-9);
    List<Path> files =
        out.wanted() ? out.write(List.of(view.table()), List.of(view.figure())) : List.of();
    if (common.json) {
      JsonOutput.print(session.out(), view.document());
    } else {
      session.print("%s", view.summary());
      files.forEach(file -> session.print("wrote %s", file));
    }
    return ExitStatus.DONE;
  }

  private void requirePossible(SwitchingSettings settings, int voltages, boolean samples) {
    double longest = WorkLimit.longestSeconds(settings.pulseSeconds(), settings.relaxSeconds());
    if (samples) {
      double all = (double) voltages * settings.pulseSeconds().size() * settings.trajectories();
      WorkLimit.requireSteps(all, longest, settings.stepSeconds());
    } else {
      WorkLimit.requireComputable(longest);
      UnusedOptions.tell(
          session, command, "with --method fokker-planck", "--trajectories", "--step", "--seed");
    }
  }

  private SwitchingMap map(
      MacrospinDevice macrospin,
      SwitchingSettings settings,
      List<Double> volts,
      boolean samples,
      MagneticState state) {
    StreamKey key = StreamKey.root(common.seedOrDefault()).purpose("device map");
    try (Workers workers = new Workers(common.threads())) {
      return checked(() ->
          samples
              ? SwitchingMap.sampled(
                  macrospin, settings, volts, Set.of(state), key, workers, common.progress(session))
              : FokkerPlanckSwitching.map(
                  macrospin,
                  settings,
                  volts,
                  Optional.of(state),
                  workers,
                  common.progress(session)));
    }
  }

  private List<Double> voltages(DeviceSpec spec) {
    if (voltage != null) {
      return GivenQuantity.list("--voltage", voltage, Dimension.VOLTAGE);
    }
    double own = spec.operation().voltageVolts();
    if (own == 0) {
      throw new UnusableInput(
          "--voltage must be given for a device whose own voltage is 0 V, such as 0.4V:1.2V:0.02V");
    }
    return IntStream.range(0, DEFAULT_VOLTAGES)
        .mapToObj(i -> own * (0.5 + (double) i / (DEFAULT_VOLTAGES - 1)))
        .toList();
  }

  private SwitchingSettings settings(DeviceSpec spec, List<Double> volts) {
    double kelvin = dynamics.kelvin(spec);
    List<Double> pulses = GivenQuantity.positives("--pulse", pulse, Dimension.TIME);
    if ((long) volts.size() * pulses.size() > MOST_POINTS) {
      throw new UnusableInput(
          "a map must have at most "
              + MOST_POINTS
              + " points, but --voltage and --pulse ask for "
              + (long) volts.size() * pulses.size());
    }
    int count = GivenQuantity.smallCount("--trajectories", trajectories, 1, 1_000_000_000);
    double stepSeconds = dynamics.stepSeconds();
    double relaxSeconds = relax.seconds();
    return checked(() ->
        new SwitchingSettings(pulses, volts.getFirst(), kelvin, count, stepSeconds, relaxSeconds));
  }
}
