package io.spindrift.cli.command;

import static io.spindrift.cli.command.GivenQuantity.checked;

import io.spindrift.device.MagneticState;
import io.spindrift.device.drive.Waveform;
import io.spindrift.device.drive.WaveformEnergy;
import io.spindrift.device.spec.DeviceSpec;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.trajectory.Start;
import io.spindrift.device.trajectory.Trajectory;
import io.spindrift.device.trajectory.Trajectory.Sample;
import io.spindrift.device.trajectory.TrajectoryRecorder;
import io.spindrift.device.trajectory.TrajectorySettings;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code device trajectory}: the magnetisation under a waveform, step by step. */
@Command(
    name = "trajectory",
    sortOptions = false,
    header = "One magnetisation under a waveform, with its voltage, current and energy.",
    description = {
      "Records single trajectories. The conductance follows the magnetisation, back into the"
          + " circuit as well.",
      "JSON: device, temperatureKelvin, stepSeconds, noise, seed, and trajectories, each with from"
          + " (p or ap), switched, junctionJoules, seriesJoules, sourceJoules, chargingJoules,"
          + " and the columns seconds, sourceVolts, junctionVolts, mx, my, mz,"
          + " conductanceSiemens, currentAmperes, temperatureKelvin, energyJoules."
    },
    footer = {
      "",
      "Example: spindrift device trajectory --pulse 1.4ns --rise 0.1ns --fall 0.1ns --out path"
    })
final class TrajectoryCommand implements Callable<Integer> {
  private final Session session;

  @Mixin DeviceOptions device = new DeviceOptions();

  @Mixin WaveformOptions wave = new WaveformOptions();

  @Mixin DynamicsOptions dynamics = new DynamicsOptions();

  @Option(
      names = "--relax",
      paramLabel = "TIME",
      defaultValue = "3ns",
      description = "Time at zero voltage after the waveform; the default is ${DEFAULT-VALUE}.")
  String relax = "";

  @Option(
      names = "--noise",
      paramLabel = "on|off",
      defaultValue = "on",
      description = "Thermal noise; the default is ${DEFAULT-VALUE}.")
  String noise = "";

  @Option(
      names = "--from",
      paramLabel = "p|ap",
      defaultValue = "p",
      description = "State before the waveform; the default is ${DEFAULT-VALUE}.")
  String from = "";

  @Option(
      names = "--trajectories",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many, each with its own noise; the default is ${DEFAULT-VALUE}.")
  String trajectories = "";

  @Option(
      names = "--every",
      paramLabel = "N",
      defaultValue = "5",
      description = "Keep every so many steps; the default is ${DEFAULT-VALUE}.")
  String every = "";

  @Mixin ResultFolder folder = new ResultFolder();

  @Mixin CommonOptions common = new CommonOptions();

  TrajectoryCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    DeviceSpec spec = device.spec();
    if (!(spec instanceof MacrospinDevice macrospin)) {
      throw new UnusableInput(
          "--device must be a macrospin device, but " + spec.name() + " has no magnetisation");
    }
    RestingWells.require(macrospin, dynamics.kelvin(spec));
    TrajectorySettings settings = settings(spec);
    int count = GivenQuantity.smallCount("--trajectories", trajectories, 1, 1000);
    folder.prepare();
    List<Trajectory> recorded = record(macrospin, settings, count);
    if (common.json) {
      JsonOutput.print(session.out(), document(spec, settings, recorded));
    } else {
      print(spec, settings, recorded);
    }
    folder
        .write(
            List.of(TrajectoryView.table(recorded)),
            List.of(TrajectoryView.figure(spec.name(), recorded.getFirst())))
        .forEach(file -> session.err().println("wrote " + file));
    return ExitStatus.DONE;
  }

  private List<Trajectory> record(
      MacrospinDevice macrospin, TrajectorySettings settings, int count) {
    StreamKey key = StreamKey.root(common.seedOrDefault()).purpose("device trajectory");
    Progress progress = common.progress(session);
    List<Trajectory> recorded = new ArrayList<>();
    try (Progress.Task task = progress.begin("trajectories", count, "trajectories")) {
      for (int i = 0; i < count; i++) {
        StreamKey stream = key.at(i);
        recorded.add(
            checked(() -> TrajectoryRecorder.record(macrospin, settings, stream, progress)));
        task.advance(1);
      }
    }
    return recorded;
  }

  private TrajectorySettings settings(DeviceSpec spec) {
    double kelvin = dynamics.kelvin(spec);
    double step = dynamics.stepSeconds();
    double relaxSeconds = GivenQuantity.notNegative("--relax", relax, Dimension.TIME);
    int kept = GivenQuantity.smallCount("--every", every, 1, 1_000_000_000);
    if (!noise.equals("on") && !noise.equals("off")) {
      throw new UnusableInput("--noise must be on or off, but was '" + noise + "'");
    }
    MagneticState state = FromOption.optional(from).orElse(MagneticState.PARALLEL);
    Waveform waveform = wave.waveform(spec, kelvin, common, session);
    return checked(() ->
        new TrajectorySettings(
            waveform,
            relaxSeconds,
            kelvin,
            step,
            kept,
            noise.equals("on"),
            new Start.Equilibrium(state)));
  }

  private Map<String, Object> document(
      DeviceSpec spec, TrajectorySettings settings, List<Trajectory> recorded) {
    return JsonOutput.object(
        "device", spec.name(),
        "temperatureKelvin", settings.temperatureKelvin(),
        "stepSeconds", settings.stepSeconds(),
        "noise", settings.noise(),
        "seed", common.seedOrDefault(),
        "trajectories",
            recorded.stream().map(t -> TrajectoryView.document(settings.start(), t)).toList());
  }

  private void print(DeviceSpec spec, TrajectorySettings settings, List<Trajectory> recorded) {
    session.print(
        "%s at %s, from %s, %s over %s",
        spec.name(),
        Quantity.print(settings.temperatureKelvin(), Dimension.TEMPERATURE),
        settings.start().state().shortName(),
        settings.noise() ? "with thermal noise" : "without noise",
        Quantity.print(recorded.getFirst().last().seconds(), Dimension.TIME));
    TextTable table =
        new TextTable("trajectory", "mz at end", "switched", "junction", "series", "charging");
    for (int i = 0; i < recorded.size(); i++) {
      Sample last = recorded.get(i).last();
      WaveformEnergy energy = recorded.get(i).energy();
      table.add(
          Integer.toString(i),
          String.format(Locale.ROOT, "%.4f", last.mz()),
          TrajectoryView.switched(settings.start(), recorded.get(i)) ? "yes" : "no",
          TrajectoryView.joules(energy.junctionJoules()),
          TrajectoryView.joules(energy.seriesJoules()),
          TrajectoryView.joules(energy.chargingJoules()));
    }
    table.print(session.out());
  }
}
