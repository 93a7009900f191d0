package io.spindrift.cli.command;

import static io.spindrift.cli.command.GivenQuantity.checked;

import io.spindrift.device.export.SwitchingGrid;
import io.spindrift.device.spec.CompactFitDevice;
import io.spindrift.device.spec.DeviceSpec;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.spec.MeasuredDevice;
import io.spindrift.device.switching.SwitchingSettings;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.quantity.Dimension;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of an exported table: its points and how they are found. */
final class ExportTableOptions {
  private static final String DEFAULT_PULSES = "0.2ns:5ns:0.2ns";

  @Option(
      names = "--voltage",
      paramLabel = "LIST",
      description = "Pulse amplitudes of a table; the default is the device's own.")
  private @Nullable String voltage;

  @Option(
      names = "--pulse",
      paramLabel = "LIST",
      description = "Pulse widths of a table; the default is " + DEFAULT_PULSES + ".")
  private @Nullable String pulse;

  @Option(
      names = "--temperature",
      paramLabel = "LIST",
      description = "Temperatures, one for a circuit; the default is the device's own.")
  @Nullable String temperature;

  @Mixin private MethodOption method = new MethodOption();

  @Option(
      names = "--trajectories",
      paramLabel = "N",
      defaultValue = "2000",
      description = "Trajectories per point; the default is ${DEFAULT-VALUE}.")
  private String trajectories = "";

  @Option(
      names = "--step",
      paramLabel = "TIME",
      defaultValue = "1ps",
      description = "Largest integration step; the default is ${DEFAULT-VALUE}.")
  private String step = "";

  @Mixin private RelaxOption relax = new RelaxOption();

  /** Refuses what a circuit model has no use for. */
  void refuseForCircuit(String format) {
    String given =
        voltage != null
            ? "--voltage"
            : pulse != null ? "--pulse" : method.given() ? "--method" : "";
    if (!given.isEmpty()) {
      throw new UnusableInput(given + " belongs to a table; leave it out with --format " + format);
    }
  }

  /** Whether a macrospin device is sampled. */
  boolean samples() {
    return method.samples();
  }

  /** The temperatures that were given, or that of the device. */
  List<Double> kelvins(DeviceSpec device) {
    return temperature == null
        ? List.of(device.operation().temperatureKelvin())
        : GivenQuantity.positives("--temperature", temperature, Dimension.TEMPERATURE);
  }

  /** The points of the table. */
  SwitchingGrid grid(DeviceSpec device) {
    List<Double> volts =
        voltage == null
            ? List.of(device.operation().voltageVolts())
            : GivenQuantity.list("--voltage", voltage, Dimension.VOLTAGE);
    List<Double> pulses =
        GivenQuantity.positives("--pulse", pulse == null ? DEFAULT_PULSES : pulse, Dimension.TIME);
    return checked(() -> new SwitchingGrid(volts, pulses, kelvins(device)));
  }

  /** The settings of one temperature of the table. */
  SwitchingSettings settings(SwitchingGrid grid, double kelvin) {
    return new SwitchingSettings(
        grid.pulseSeconds(),
        grid.voltageVolts().getFirst(),
        kelvin,
        count(),
        stepSeconds(),
        relaxSeconds());
  }

  /** Method, seed and settings, in the order in which they are shown. */
  Map<String, Object> how(DeviceSpec device, long seed) {
    return switch (device) {
      case MacrospinDevice macrospin when samples() ->
          JsonOutput.object(
              "method", method.name(),
              "seed", seed,
              "trajectories", count(),
              "stepSeconds", stepSeconds(),
              "relaxSeconds", relaxSeconds());
      case MacrospinDevice macrospin ->
          JsonOutput.object("method", method.name(), "relaxSeconds", relaxSeconds());
      case CompactFitDevice fit -> only("compact-fit", device);
      case MeasuredDevice measured -> only("measured", device);
    };
  }

  private Map<String, Object> only(String name, DeviceSpec device) {
    if (method.given()) {
      throw new UnusableInput(
          "--method belongs to a macrospin device, but %s is %s; leave it out"
              .formatted(device.name(), name));
    }
    return JsonOutput.object("method", name);
  }

  private int count() {
    return GivenQuantity.smallCount("--trajectories", trajectories, 1, 1_000_000_000);
  }

  private double stepSeconds() {
    return GivenQuantity.positive("--step", step, Dimension.TIME);
  }

  private double relaxSeconds() {
    return relax.seconds();
  }
}
