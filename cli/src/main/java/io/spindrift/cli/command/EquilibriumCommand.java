package io.spindrift.cli.command;

import static io.spindrift.cli.command.GivenQuantity.checked;

import io.spindrift.device.spec.DeviceSpec;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.switching.EquilibriumExperiment;
import io.spindrift.device.switching.EquilibriumResult;
import io.spindrift.device.switching.EquilibriumSettings;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import io.spindrift.numerics.random.StreamKey;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code device equilibrium}: the simulated mean of mz^2 beside the Boltzmann law's. */
@Command(
    name = "equilibrium",
    sortOptions = false,
    header = "Does the simulated magnetisation keep the Boltzmann law at rest?",
    description = {
      "Simulates a macrospin device at zero voltage and compares the mean of mz^2 with the exact"
          + " quadrature of the Boltzmann law.",
      "JSON: device, temperatureKelvin, stabilityFactor, meanMzSquared, standardError,"
          + " boltzmannMzSquared, deviationSigma, trajectories, stepSeconds, timeSeconds, kernel,"
          + " seed."
    },
    footer = {
      "",
      "Example: spindrift device equilibrium --temperature 350K --kernel float64 --check 3"
    })
final class EquilibriumCommand implements Callable<Integer> {
  private static final double READ_EVERY_SECONDS = 50e-12;

  private final Session session;

  @Mixin DeviceOptions device = new DeviceOptions();

  @Mixin DynamicsOptions dynamics = new DynamicsOptions();

  @Mixin KernelOption kernel = new KernelOption();

  @Option(
      names = "--trajectories",
      paramLabel = "N",
      defaultValue = "256",
      description = "Independent trajectories; the default is ${DEFAULT-VALUE}.")
  String trajectories = "";

  @Option(
      names = "--time",
      paramLabel = "TIME",
      defaultValue = "100ns",
      description =
          "Simulated time of each, a fifth of it to settle; the default is ${DEFAULT-VALUE}.")
  String time = "";

  @Option(
      names = "--check",
      paramLabel = "SIGMA",
      description = "End with status 1 when the means differ by more standard errors than this.")
  @Nullable Double check;

  @Mixin ResultFolder folder = new ResultFolder();

  @Mixin CommonOptions common = new CommonOptions();

  EquilibriumCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    DeviceSpec spec = device.spec();
    if (!(spec instanceof MacrospinDevice macrospin)) {
      throw new UnusableInput(
          "--device must be a macrospin device, but "
              + spec.name()
              + " is known by its switching alone");
    }
    EquilibriumSettings settings = settings(spec);
    folder.prepare();
    kernel.warn(session);
    EquilibriumResult result;
    try (Workers workers = new Workers(common.threads())) {
      StreamKey key = StreamKey.root(common.seedOrDefault()).purpose("device equilibrium");
      result =
          EquilibriumExperiment.run(
              macrospin, settings, kernel.kernel(), key, workers, common.progress(session));
    }
    if (folder.wanted()) {
      folder.write(
          List.of(EquilibriumPlot.table(result)),
          List.of(EquilibriumPlot.draw(result, conditions(settings))));
    }
    print(settings, result);
    return check != null && !(Math.abs(result.deviations()) <= check)
        ? ExitStatus.CHECK_FAILED
        : ExitStatus.DONE;
  }

  private String conditions(EquilibriumSettings settings) {
    return "%s (%d trajectories of %s, step %s, %s kernel)"
        .formatted(
            Conditions.kelvin(settings.temperatureKelvin()),
            settings.trajectories(),
            Quantity.print(settings.settleSeconds() + settings.averageSeconds(), Dimension.TIME),
            Quantity.print(settings.stepSeconds(), Dimension.TIME),
            kernel.kernel().label());
  }

  private EquilibriumSettings settings(DeviceSpec spec) {
    double kelvin = dynamics.kelvin(spec);
    int count = GivenQuantity.smallCount("--trajectories", trajectories, 2, 1_000_000_000);
    double stepSeconds = dynamics.stepSeconds();
    double seconds = GivenQuantity.positive("--time", time, Dimension.TIME);
    double settle = 0.2 * seconds;
    int readings = (int) Math.clamp(Math.ceil((seconds - settle) / READ_EVERY_SECONDS), 1, 1e9);
    WorkLimit.requireSteps(count, seconds, stepSeconds);
    return checked(() ->
        new EquilibriumSettings(kelvin, count, stepSeconds, settle, seconds - settle, readings));
  }

  private void print(EquilibriumSettings settings, EquilibriumResult result) {
    if (common.json) {
      JsonOutput.print(
          session.out(),
          JsonOutput.object(
              "device", result.device(),
              "temperatureKelvin", settings.temperatureKelvin(),
              "stabilityFactor", result.stabilityFactor(),
              "meanMzSquared", result.meanSquareMz(),
              "standardError", result.standardError(),
              "boltzmannMzSquared", result.exactMeanSquareMz(),
              "deviationSigma", result.deviations(),
              "trajectories", result.trajectories(),
              "stepSeconds", result.stepSeconds(),
              "timeSeconds", settings.settleSeconds() + settings.averageSeconds(),
              "kernel", kernel.kernel().label(),
              "seed", common.seedOrDefault()));
      return;
    }
    session.print(
        "%s at %s, stability factor %.3f%n<mz^2> simulated %.6f +- %.6f, Boltzmann %.6f,"
            + " apart %.2f standard errors",
        result.device(),
        Quantity.print(settings.temperatureKelvin(), Dimension.TEMPERATURE),
        result.stabilityFactor(),
        result.meanSquareMz(),
        result.standardError(),
        result.exactMeanSquareMz(),
        result.deviations());
  }
}
