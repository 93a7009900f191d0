package io.spindrift.cli.command;

import static io.spindrift.cli.command.GivenQuantity.checked;

import io.spindrift.device.drive.Waveform;
import io.spindrift.device.drive.WaveformCsv;
import io.spindrift.device.spec.DeviceSpec;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.quantity.Dimension;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that describe a waveform: one pulse, a train of pulses, or a measured file. */
final class WaveformOptions {
  private static final int MOST_PULSES = 100_000;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--voltage",
      paramLabel = "V",
      description = "Pulse amplitude; the default is the device's own.")
  private @Nullable String voltage;

  @Option(
      names = "--pulse",
      paramLabel = "TIME",
      description =
          "Pulse width; the default is the device's own, else chosen on its switching curve as a"
              + " run does.")
  private @Nullable String pulse;

  @Mixin private EdgeOptions edges = new EdgeOptions();

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "1",
      description = "Pulses of a train; the default is ${DEFAULT-VALUE}.")
  private String count = "";

  @Option(
      names = "--period",
      paramLabel = "TIME",
      description = "Time from one pulse of a train to the next; needed with --count.")
  private @Nullable String period;

  @Option(
      names = "--waveform",
      paramLabel = "FILE",
      description =
          "Source voltage from a CSV file, time_seconds,voltage_volts, instead of pulses.")
  private @Nullable Path file;

  /** The waveform that the options describe. */
  Waveform waveform(DeviceSpec spec, double kelvin, CommonOptions common, Session session) {
    if (file != null) {
      UnusedOptions.refuse(
          command,
          "because --waveform stands for the whole waveform",
          "--voltage",
          "--pulse",
          "--rise",
          "--fall",
          "--count",
          "--period");
      return WaveformCsv.read(file);
    }
    double volts =
        voltage == null
            ? spec.operation().voltageVolts()
            : GivenQuantity.any("--voltage", voltage, Dimension.VOLTAGE);
    int pulses = GivenQuantity.smallCount("--count", count, 1, MOST_PULSES);
    if (pulses > 1 && period == null) {
      throw new UnusableInput("--period must be given with --count, such as --period 5ns");
    }
    double every = period == null ? 0 : GivenQuantity.positive("--period", period, Dimension.TIME);
    double seconds = ChosenPulse.of(pulse, spec, volts, kelvin, common, session).seconds();
    return checked(() -> edges.shape().pulse(volts, seconds).repeated(pulses, every));
  }
}
