package io.spindrift.cli.command;

import static io.spindrift.cli.command.GivenQuantity.checked;

import io.spindrift.device.fokkerplanck.FokkerPlanckSwitching;
import io.spindrift.device.spec.CompactFitDevice;
import io.spindrift.device.spec.DeviceSpec;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.switching.DevicePopulation;
import io.spindrift.device.switching.PopulationExperiment;
import io.spindrift.device.switching.SwitchingSettings;
import io.spindrift.device.variability.DeviceDraws;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.random.StreamKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code device population}: how much the devices of one kind differ. */
@Command(
    name = "population",
    sortOptions = false,
    header = "How much the devices of one kind differ at one pulse, and how good coins they are.",
    description = {
      "Draws devices by the spread of the description and simulates each under the same pulse."
          + " Device i is the same for any number of devices and is device i of the array in a run"
          + " with the same variation seed; --seed changes the thermal noise alone.",
      "JSON: device, method, voltageVolts, pulseSeconds, pulseReason, temperatureKelvin,"
          + " stepSeconds, trajectories, devices, variationSeed, seed, redraws, redrawnDevices,"
          + " heldDevices (at a limit of a compact fit), parameters (each with parameter, law,"
          + " unit, ownValue, lawMean, lawSigma, drawnMean, drawnSigma), and, unless trajectories"
          + " is 0, probability (p and ap), resetBias (p and ap), freeRunningBias,"
          + " lagOneCorrelation, each with mean, standardError, sigma (between devices, counting"
          + " noise removed), sigmaStandardError, readSigma, countingSigma, quantiles and"
          + " histogram; stuckDevices; yield (each with coin, tolerance, share, standardError,"
          + " shareWithoutCountingNoise)."
    },
    footer = {
      "",
      "Example: spindrift device population --devices 256 --pulse 1.4ns --out population"
    })
final class PopulationCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec command = CommandSpec.create();

  @Mixin DeviceOptions device = new DeviceOptions();

  @Option(
      names = "--devices",
      paramLabel = "N",
      defaultValue = "64",
      description = "Devices to draw; the default is ${DEFAULT-VALUE}.")
  String devices = "";

  @Mixin VoltageOption voltage = new VoltageOption();

  @Option(
      names = "--pulse",
      paramLabel = "TIME",
      description =
          "Pulse width; the default is the device's own, else chosen on its switching curve as a"
              + " run does.")
  @Nullable String pulse;

  @Mixin MethodOption method = new MethodOption();

  @Mixin DynamicsOptions dynamics = new DynamicsOptions();

  @Mixin RelaxOption relax = new RelaxOption();

  @Option(
      names = "--trajectories",
      paramLabel = "M",
      defaultValue = "1000",
      description =
          "Trajectories per device and direction; 0 draws the devices without simulating them."
              + " The default is ${DEFAULT-VALUE}.")
  String trajectories = "";

  @Option(
      names = "--variation-seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Root of the differences between devices; the default is ${DEFAULT-VALUE}.")
  long variationSeed;

  @Mixin ResultFolder folder = new ResultFolder();

  @Mixin CommonOptions common = new CommonOptions();

  PopulationCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    DeviceSpec spec = device.spec();
    int count = GivenQuantity.smallCount("--devices", devices, 2, 10_000_000);
    int trials = GivenQuantity.smallCount("--trajectories", trajectories, 0, 1_000_000_000);
    if (trials == 1) {
      throw new UnusableInput(
          "--trajectories must be 0 or at least 2, which counting noise needs, but was 1");
    }
    String found = methodName(spec);
    folder.prepare();
    tellUnused(spec);
    double volts = voltage.volts(spec);
    double kelvin = dynamics.kelvin(spec);
    if (spec instanceof MacrospinDevice macrospin) {
      RestingWells.require(macrospin, kelvin);
    }
    ChosenPulse chosen = ChosenPulse.of(pulse, spec, volts, kelvin, common, session);
    SwitchingSettings settings = settings(volts, kelvin, chosen.seconds(), Math.max(1, trials));
    if (found.equals("macrospin")) {
      double seconds = chosen.seconds() + settings.relaxSeconds();
      WorkLimit.requireSteps(2.0 * count * trials, seconds, settings.stepSeconds());
    }
    // The very key of an array in a run, so that its device i is this device i.
    StreamKey variation = StreamKey.root(variationSeed).purpose("variation").purpose("device");
    PopulationData data =
        switch (spec) {
          case MacrospinDevice macrospin -> {
            try (Workers workers = new Workers(common.threads())) {
              Optional<PopulationData.Method> examination =
                  trials == 0 && method.samples()
                      ? Optional.empty()
                      : Optional.of(draws -> examine(draws, count, settings, workers));
              yield checked(
                  () -> PopulationData.of(macrospin, count, settings, examination, variation));
            }
          }
          case CompactFitDevice fit ->
              checked(() -> PopulationData.of(fit, count, settings, variation));
          default ->
              throw new UnusableInput(
                  "--device must be a macrospin device or a compact fit, for "
                      + spec.name()
                      + " says nothing of how devices differ");
        };
    PopulationView view =
        new PopulationView(spec, found, settings, chosen, data, variationSeed, common);
    List<Path> written =
        folder.write(List.of(data.table()), PopulationFigures.of(data, view.conditions()));
    if (common.json) {
      JsonOutput.print(session.out(), view.document());
    } else {
      view.print(session);
      written.forEach(file -> session.print("wrote %s", file));
    }
    return ExitStatus.DONE;
  }

  private String methodName(DeviceSpec spec) {
    return spec instanceof CompactFitDevice ? "compact-fit" : method.name();
  }

  private DevicePopulation examine(
      DeviceDraws draws, int count, SwitchingSettings settings, Workers workers) {
    StreamKey key = StreamKey.root(common.seedOrDefault()).purpose("device population");
    return method.samples()
        ? PopulationExperiment.run(draws, count, settings, key, workers, common.progress(session))
        : PopulationExperiment.run(
            draws,
            count,
            settings,
            0,
            (one, pulse, index, silent) -> FokkerPlanckSwitching.curve(one, pulse, workers, silent),
            common.progress(session));
  }

  private void tellUnused(DeviceSpec spec) {
    if (spec instanceof CompactFitDevice) {
      UnusedOptions.tell(
          session,
          command,
          "on a compact fit",
          "--method",
          "--step",
          "--relax",
          "--trajectories",
          "--seed");
    } else if (!method.samples()) {
      UnusedOptions.tell(
          session, command, "with --method fokker-planck", "--trajectories", "--seed");
    }
  }

  private SwitchingSettings settings(double volts, double kelvin, double seconds, int trials) {
    double step = dynamics.stepSeconds();
    double rest = relax.seconds();
    return checked(
        () -> new SwitchingSettings(List.of(seconds), volts, kelvin, trials, step, rest));
  }
}
