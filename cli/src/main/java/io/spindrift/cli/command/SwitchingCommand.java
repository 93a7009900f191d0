package io.spindrift.cli.command;

import static io.spindrift.cli.command.GivenQuantity.checked;

import io.spindrift.device.MagneticState;
import io.spindrift.device.assembly.MeasuredJunction;
import io.spindrift.device.compact.CompactFitSwitching;
import io.spindrift.device.drive.PulseShape;
import io.spindrift.device.fokkerplanck.FokkerPlanckSwitching;
import io.spindrift.device.spec.CompactFitDevice;
import io.spindrift.device.spec.DeviceSpec;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.spec.MeasuredDevice;
import io.spindrift.device.switching.SwitchingCurve;
import io.spindrift.device.switching.SwitchingExperiment;
import io.spindrift.device.switching.SwitchingPoint;
import io.spindrift.device.switching.SwitchingSettings;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import io.spindrift.numerics.random.StreamKey;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code device switching}: P(switch) against pulse width. */
@Command(
    name = "switching",
    sortOptions = false,
    header = "Probability that a voltage pulse switches a junction, against pulse width.",
    description = {
      "A macrospin device is simulated: every trajectory starts in thermal equilibrium of its well,"
          + " sees the pulse and relaxes. The method fokker-planck carries the probability density"
          + " instead and needs no trajectories. A compact fit is evaluated; a measured table is"
          + " interpolated, with the error of its counts.",
      "JSON: device, method, kernel (empty unless simulated), temperatureKelvin, stepSeconds,"
          + " trajectories, seed, and points, each with pulseSeconds, voltageVolts, from (p or ap),"
          + " probability, writeErrorRate, standardError (fokker-planck: numerical error)."
    },
    footer = {
      "",
      "Example: spindrift device switching --voltage 0.84V --pulse 0.2ns:5ns:0.1ns --from p --json"
    })
final class SwitchingCommand implements Callable<Integer> {
  private static final String DEFAULT_PULSES = "0.2ns:5ns:0.2ns";

  private final Session session;

  @Spec private CommandSpec command = CommandSpec.create();

  @Mixin DeviceOptions device = new DeviceOptions();

  @Mixin VoltageOption voltage = new VoltageOption();

  @Option(
      names = "--pulse",
      paramLabel = "LIST",
      description =
          "Pulse widths, a list or a range; the default is 0.2ns:5ns:0.2ns, for a measured device"
              + " the widths that were measured.")
  @Nullable String pulse;

  @Mixin MethodOption method = new MethodOption();

  @Mixin EdgeOptions edges = new EdgeOptions();

  @Mixin DynamicsOptions dynamics = new DynamicsOptions();

  @Mixin KernelOption kernel = new KernelOption();

  @Mixin RelaxOption relax = new RelaxOption();

  @Option(
      names = "--trajectories",
      paramLabel = "N",
      defaultValue = "2000",
      description = "Trajectories per point; the default is ${DEFAULT-VALUE}.")
  String trajectories = "";

  @Option(
      names = "--from",
      paramLabel = "p|ap",
      description = "State before the pulse; the default is both.")
  @Nullable String from;

  @Mixin ResultFolder folder = new ResultFolder();

  @Mixin CommonOptions common = new CommonOptions();

  SwitchingCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    DeviceSpec spec = device.spec();
    Optional<MagneticState> only = FromOption.optional(from);
    refuseUnused(spec);
    SwitchingSettings settings = settings(spec);
    if (spec instanceof MacrospinDevice macrospin) {
      requirePossible(macrospin, settings, only.isPresent() ? 1 : 2);
    }
    folder.prepare();
    SwitchingCurve curve = curve(spec, settings, only);
    List<SwitchingPoint> points =
        curve.points().stream().filter(p -> only.isEmpty() || p.from() == only.get()).toList();
    if (folder.wanted()) {
      folder.write(
          List.of(SwitchingPlot.table(settings.voltageVolts(), points)),
          List.of(SwitchingPlot.draw(caption(spec, settings), points)));
    }
    if (common.json) {
      JsonOutput.print(session.out(), document(spec, settings, points));
    } else {
      print(spec, settings, points);
    }
    return 0;
  }

  private String caption(DeviceSpec spec, SwitchingSettings settings) {
    String band = spec instanceof MacrospinDevice && !method.samples() ? "" : " Band: two sigma.";
    return "Switching of %s (%s).%s"
        .formatted(
            Conditions.of(spec.name(), settings.voltageVolts(), settings.temperatureKelvin()),
            Conditions.effort(methodName(spec), settings),
            band);
  }

  private void refuseUnused(DeviceSpec spec) {
    String[] simulation = {"--kernel", "--step", "--trajectories", "--seed"};
    if (!(spec instanceof MacrospinDevice)) {
      String reason =
          "for "
              + spec.name()
              + ", which is "
              + (spec instanceof CompactFitDevice ? "a compact fit" : "a measured device");
      UnusedOptions.refuse(command, reason, "--rise", "--fall");
      UnusedOptions.tell(session, command, reason, "--method", "--relax");
      UnusedOptions.tell(session, command, reason, simulation);
    } else if (!method.samples()) {
      UnusedOptions.tell(session, command, "with --method fokker-planck", simulation);
    }
  }

  private void requirePossible(MacrospinDevice device, SwitchingSettings settings, int states) {
    RestingWells.require(device, settings.temperatureKelvin());
    double longest = WorkLimit.longestSeconds(settings.pulseSeconds(), settings.relaxSeconds());
    if (method.samples()) {
      double all = (double) states * settings.trajectories() * settings.pulseSeconds().size();
      WorkLimit.requireSteps(all, longest, settings.stepSeconds());
    } else {
      WorkLimit.requireComputable(longest);
    }
  }

  private SwitchingSettings settings(DeviceSpec spec) {
    double volts = voltage.volts(spec);
    double kelvin = dynamics.kelvin(spec);
    List<Double> pulses =
        pulse == null && spec instanceof MeasuredDevice measured
            ? MeasuredPulses.of(measured, volts, FromOption.optional(from))
            : GivenQuantity.positives(
                "--pulse", pulse == null ? DEFAULT_PULSES : pulse, Dimension.TIME);
    int count = GivenQuantity.smallCount("--trajectories", trajectories, 1, 1_000_000_000);
    double stepSeconds = dynamics.stepSeconds();
    double relaxSeconds = relax.seconds();
    PulseShape shape = edges.shape();
    return checked(() ->
        new SwitchingSettings(pulses, volts, kelvin, count, stepSeconds, relaxSeconds, shape));
  }

  private SwitchingCurve curve(
      DeviceSpec spec, SwitchingSettings settings, Optional<MagneticState> only) {
    StreamKey key = StreamKey.root(common.seedOrDefault()).purpose("device switching");
    return switch (spec) {
      case MacrospinDevice macrospin -> {
        if (method.samples()) {
          kernel.warn(session);
        }
        Set<MagneticState> from = only.map(Set::of).orElse(Set.of(MagneticState.values()));
        try (Workers workers = new Workers(common.threads())) {
          yield method.samples()
              ? SwitchingExperiment.run(
                  macrospin,
                  settings,
                  kernel.kernel(),
                  from,
                  key,
                  workers,
                  common.progress(session))
              : FokkerPlanckSwitching.curve(macrospin, settings, workers, common.progress(session));
        }
      }
      case CompactFitDevice fit ->
          checked(() ->
              SwitchingCurve.of(
                  new CompactFitSwitching(fit, key),
                  settings.voltageVolts(),
                  settings.temperatureKelvin(),
                  settings.pulseSeconds()));
      case MeasuredDevice measured ->
          checked(() ->
              MeasuredJunction.curve(
                  measured,
                  settings.voltageVolts(),
                  settings.temperatureKelvin(),
                  settings.pulseSeconds(),
                  FromOption.optional(from)
                      .map(List::of)
                      .orElseGet(() -> List.of(MagneticState.values()))));
    };
  }

  private String methodName(DeviceSpec spec) {
    return switch (spec) {
      case MacrospinDevice macrospin -> method.name();
      case CompactFitDevice fit -> "compact-fit";
      case MeasuredDevice measured -> "measured";
    };
  }

  private Map<String, Object> document(
      DeviceSpec spec, SwitchingSettings settings, List<SwitchingPoint> points) {
    return JsonOutput.object(
        "device", spec.name(),
        "method", methodName(spec),
        "temperatureKelvin", settings.temperatureKelvin(),
        "stepSeconds", settings.stepSeconds(),
        "trajectories", settings.trajectories(),
        "kernel",
            spec instanceof MacrospinDevice && method.samples() ? kernel.kernel().label() : "",
        "seed", common.seedOrDefault(),
        "points",
            points.stream()
                .map(p ->
                    JsonOutput.object(
                        "pulseSeconds", p.pulseSeconds(),
                        "voltageVolts", settings.voltageVolts(),
                        "from", p.from().shortName(),
                        "probability", p.probability(),
                        "writeErrorRate", p.writeErrorRate(),
                        "standardError", p.standardError()))
                .toList());
  }

  private void print(DeviceSpec spec, SwitchingSettings settings, List<SwitchingPoint> points) {
    session
        .out()
        .println(
            "%s at %s, %s"
                .formatted(
                    spec.name(),
                    Quantity.print(settings.voltageVolts(), Dimension.VOLTAGE),
                    Quantity.print(settings.temperatureKelvin(), Dimension.TEMPERATURE)));
    TextTable table = new TextTable("pulse", "from", "P(switch)", method.errorName());
    for (SwitchingPoint p : points) {
      table.add(
          Quantity.print(p.pulseSeconds(), Dimension.TIME),
          p.from().shortName(),
          String.format(Locale.ROOT, method.samples() ? "%.4f" : "%.10f", p.probability()),
          String.format(Locale.ROOT, method.samples() ? "%.4f" : "%.1e", p.standardError()));
    }
    table.print(session.out());
  }
}
