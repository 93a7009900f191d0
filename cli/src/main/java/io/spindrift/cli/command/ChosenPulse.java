package io.spindrift.cli.command;

import static io.spindrift.cli.command.GivenQuantity.checked;

import io.spindrift.device.MagneticState;
import io.spindrift.device.OperatingPoint;
import io.spindrift.device.compact.CompactFitSwitching;
import io.spindrift.device.spec.CompactFitDevice;
import io.spindrift.device.spec.DeviceSpec;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.switching.OperatingPointSearch;
import io.spindrift.device.switching.OperatingPolicy;
import io.spindrift.device.switching.SwitchingCurve;
import io.spindrift.device.switching.SwitchingExperiment;
import io.spindrift.device.switching.SwitchingPoint;
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
import java.util.stream.IntStream;
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

  /**
   * Pulse widths from 0.7 to 1.3 times the one that switches most often.
   *
   * <p>That one is the best of the same curve, or the device's own where it is longer.
   */
  static List<Double> aroundBest(
      MacrospinDevice device, double volts, double kelvin, CommonOptions common, Session session) {
    SwitchingCurve curve = curve(device, volts, kelvin, common, session);
    double best = 0;
    double highest = -1;
    double longest = 0;
    for (SwitchingPoint point : curve.from(MagneticState.PARALLEL)) {
      double pulse = point.pulseSeconds();
      double both = point.probability() + curve.probability(MagneticState.ANTIPARALLEL, pulse);
      longest = Math.max(longest, pulse);
      if (both > highest) {
        highest = both;
        best = pulse;
      }
    }
    double own = device.operation().hasPulse() ? device.operation().pulseSeconds() : 0;
    double centre = own > longest ? own : best;
    session
        .err()
        .println(
            "pulses around %s, %s (others with --pulse)"
                .formatted(
                    Quantity.print(centre, Dimension.TIME),
                    own > longest ? "the device's own" : "which switches most often"));
    return IntStream.rangeClosed(-3, 3).mapToObj(i -> threeDigits(centre * (1 + 0.1 * i))).toList();
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
