package io.spindrift.cli.command;

import io.spindrift.device.MagneticState;
import io.spindrift.device.retention.HeldJunction;
import io.spindrift.device.retention.Retention;
import io.spindrift.device.retention.RetentionMethod;
import io.spindrift.device.spec.DeviceSpec;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.quantity.Dimension;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code device retention}: how long a state is kept, and how much a read disturbs it. */
@Command(
    name = "retention",
    sortOptions = false,
    header = "How long a junction keeps its state, and what a read pulse does to it.",
    description = {
      "Barrier, attempt time and escape rate of both states, from the energy landscape at the given"
          + " voltage. On an axis of symmetry the rate is exact; in a field across it the formula"
          + " for a high barrier holds, and --method fokker-planck gives the exact rate where the"
          + " barrier is moderate.",
      "JSON: device, voltageVolts, timeSeconds, and points, each with temperatureKelvin, from (p or"
          + " ap), method, barrierJoules, barrierOverThermalEnergy, attemptSeconds, dampingFactor,"
          + " ratePerSecond, retentionSeconds, lossProbability (after timeSeconds), caution; with"
          + " --read-voltage also readVoltageVolts, readPulseSeconds and, in each point,"
          + " readRatePerSecond and readDisturbProbability (both null where the read voltage leaves"
          + " no barrier)."
    },
    footer = {
      "",
      "Example: spindrift device retention --temperature 250K:400K:25K --read-voltage 0.1V"
    })
final class RetentionCommand implements Callable<Integer> {
  private final Session session;

  @Mixin DeviceOptions device = new DeviceOptions();

  @Option(
      names = "--temperature",
      paramLabel = "LIST",
      description = "Temperatures, a list or a range; the default is the device's own.")
  @Nullable String temperature;

  @Option(
      names = "--voltage",
      paramLabel = "V",
      defaultValue = "0V",
      description = "Voltage while holding; the default is ${DEFAULT-VALUE}.")
  String voltage = "";

  @Option(
      names = "--time",
      paramLabel = "TIME",
      defaultValue = "10years",
      description = "Time after which the loss is given; the default is ${DEFAULT-VALUE}.")
  String time = "";

  @Option(
      names = "--read-voltage",
      paramLabel = "V",
      description = "Also give what a read pulse of this voltage does.")
  @Nullable String readVoltage;

  @Option(
      names = "--read-pulse",
      paramLabel = "TIME",
      defaultValue = "10ns",
      description = "Length of that pulse; the default is ${DEFAULT-VALUE}.")
  String readPulse = "";

  @Option(
      names = "--method",
      paramLabel = "NAME",
      description =
          "formula, quadrature or fokker-planck; the default is quadrature on an axis of symmetry"
              + " and formula elsewhere.")
  @Nullable String method;

  @Mixin ResultFolder folder = new ResultFolder();

  @Mixin CommonOptions common = new CommonOptions();

  RetentionCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    DeviceSpec spec = device.spec();
    if (!(spec instanceof MacrospinDevice macrospin)) {
      throw new UnusableInput(
          "--device must be a macrospin device, but " + spec.name() + " is not one");
    }
    double volts = GivenQuantity.any("--voltage", voltage, Dimension.VOLTAGE);
    double seconds = GivenQuantity.positive("--time", time, Dimension.TIME);
    Optional<RetentionMethod> how = method();
    Optional<RetentionView.Read> read = read();
    folder.prepare();
    List<RetentionView.Row> rows = new ArrayList<>();
    List<Double> temperatures = temperatures(spec);
    Progress progress = common.progress(session);
    try (Progress.Task task = progress.begin("retention", temperatures.size(), "temperatures")) {
      for (double kelvin : temperatures) {
        progress.checkStopped();
        Retention held = Retention.of(HeldJunction.of(macrospin, volts, kelvin), how);
        Optional<Retention> reading = read.flatMap(r -> reading(macrospin, r, kelvin, how));
        for (MagneticState from : MagneticState.values()) {
          rows.add(new RetentionView.Row(kelvin, from, held, reading));
        }
        task.advance(1);
      }
    }
    RetentionView view = new RetentionView(macrospin.name(), volts, seconds, read, rows);
    List<Path> written = folder.write(List.of(view.table()), view.figures());
    if (common.json) {
      JsonOutput.print(session.out(), view.document());
    } else {
      view.print(session);
      written.forEach(file -> session.print("wrote %s", file));
    }
    return ExitStatus.DONE;
  }

  private List<Double> temperatures(DeviceSpec spec) {
    return temperature == null
        ? List.of(spec.operation().temperatureKelvin())
        : GivenQuantity.positives("--temperature", temperature, Dimension.TEMPERATURE);
  }

  private Optional<RetentionView.Read> read() {
    double seconds = GivenQuantity.positive("--read-pulse", readPulse, Dimension.TIME);
    return readVoltage == null
        ? Optional.empty()
        : Optional.of(
            new RetentionView.Read(
                GivenQuantity.any("--read-voltage", readVoltage, Dimension.VOLTAGE), seconds));
  }

  /** Empty where the read voltage leaves no barrier and no rate. */
  private static Optional<Retention> reading(
      MacrospinDevice device,
      RetentionView.Read read,
      double kelvin,
      Optional<RetentionMethod> method) {
    HeldJunction junction = HeldJunction.of(device, read.voltageVolts(), kelvin);
    return junction.energyField().isPresent() && !junction.hasTwoWells()
        ? Optional.empty()
        : Optional.of(Retention.of(junction, method));
  }

  private Optional<RetentionMethod> method() {
    if (method == null) {
      return Optional.empty();
    }
    return Optional.of(
        switch (method.toLowerCase(Locale.ROOT)) {
          case "formula" -> RetentionMethod.FORMULA;
          case "quadrature" -> RetentionMethod.QUADRATURE;
          case "fokker-planck" -> RetentionMethod.FOKKER_PLANCK;
          default ->
              throw new UnusableInput(
                  "--method must be formula, quadrature or fokker-planck, but was '"
                      + method
                      + "'");
        });
  }
}
