package io.spindrift.cli.command;

import static io.spindrift.cli.command.GivenQuantity.checked;

import io.spindrift.device.OperatingPoint;
import io.spindrift.device.compact.CompactFitSwitching;
import io.spindrift.device.spec.CompactFitDevice;
import io.spindrift.device.spec.DeviceSpec;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.switching.OperatingPointSearch;
import io.spindrift.device.switching.OperatingPolicy;
import io.spindrift.device.switching.SwitchingCurve;
import io.spindrift.device.switching.SwitchingExperiment;
import io.spindrift.device.switching.SwitchingSettings;
import io.spindrift.experiment.config.ConfigLoader;
import io.spindrift.experiment.config.CurveConfig;
import io.spindrift.experiment.config.Size;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import io.spindrift.numerics.random.StreamKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pulse width of a command: the given one, else the device's own, else chosen on a switching
 * curve as a quick run chooses it.
 *
 * @param seconds pulse width
 * @param reason where it comes from, in words
 */
record ChosenPulse(double seconds, String reason) {
  /**
   * The pulse width for a voltage and temperature.
   *
   * @param text what {@code --pulse} was given
   * @throws UnusableInput when the curve offers no operating point
   */
  static ChosenPulse of(
      @Nullable String text,
      DeviceSpec spec,
      double volts,
      double kelvin,
      CommonOptions common,
      Session session) {
    if (text != null) {
      return new ChosenPulse(
          GivenQuantity.positive("--pulse", text, Dimension.TIME), "given with --pulse");
    }
    if (spec.operation().hasPulse()) {
      return new ChosenPulse(spec.operation().pulseSeconds(), "the device's own");
    }
    OperatingPoint point =
        OperatingPointSearch.choose(
            curve(spec, volts, kelvin, common, session), OperatingPolicy.AUTO);
    ChosenPulse chosen = new ChosenPulse(threeDigits(point.pulseSeconds()), point.reason());
    session
        .err()
        .println(
            "pulse %s: %s (another with --pulse)"
                .formatted(Quantity.print(chosen.seconds, Dimension.TIME), chosen.reason));
    return chosen;
  }

  private static SwitchingCurve curve(
      DeviceSpec spec, double volts, double kelvin, CommonOptions common, Session session) {
    CurveConfig quick = ConfigLoader.load(Optional.empty(), Size.QUICK, List.of()).curve();
    StreamKey key =
        StreamKey.root(common.seedOrDefault()).purpose("device").purpose("operating point");
    return switch (spec) {
      case MacrospinDevice device -> {
        RestingWells.require(device, kelvin);
        try (Workers workers = new Workers(common.threads())) {
          yield SwitchingExperiment.run(
              device,
              new SwitchingSettings(
                  quick.pulsesSeconds(),
                  volts,
                  kelvin,
                  quick.trajectories(),
                  quick.stepSeconds(),
                  quick.relaxSeconds()),
              key,
              workers,
              common.progress(session));
        }
      }
      case CompactFitDevice fit ->
          checked(() ->
              SwitchingCurve.of(
                  new CompactFitSwitching(fit, key), volts, kelvin, quick.pulsesSeconds()));
      default ->
          throw new UnusableInput(
              "--pulse must be given, such as 1.4ns, for "
                  + spec.name()
                  + " has no pulse of its own");
    };
  }

  private static double threeDigits(double seconds) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.2e", seconds));
  }
}
