package io.spindrift.experiment.stage;

import io.spindrift.device.spec.CompactFitDevice;
import io.spindrift.device.spec.DeviceSpec;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.spec.MeasuredDevice;
import io.spindrift.device.table.CountTable;
import io.spindrift.numerics.Require;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What was said about the pulse that writes; the rest is chosen on the device's switching curve.
 *
 * @param voltageVolts amplitude where it was given
 * @param pulseSeconds width where it was given
 */
public record WriteChoice(OptionalDouble voltageVolts, OptionalDouble pulseSeconds) {
  /** Nothing was said. */
  public static final WriteChoice FREE =
      new WriteChoice(OptionalDouble.empty(), OptionalDouble.empty());

  private static final int STEPS = 5;
  private static final double STEP = 0.1;

  /** Checks both. */
  public WriteChoice {
    voltageVolts.ifPresent(volts -> Require.finite("write voltage", volts, "V"));
    pulseSeconds.ifPresent(seconds -> Require.positive("write pulse", seconds, "s"));
  }

  /**
   * Amplitudes at which a useful write is looked for, in this order: the given one alone, else the
   * device's own; where the width is free too and a curve costs nothing, also those up to half as
   * much again, of a fit in steps of a tenth, of a table as they were measured.
   */
  List<Double> voltages(DeviceSpec spec) {
    double own = spec.operation().voltageVolts();
    if (voltageVolts.isPresent() || pulseSeconds.isPresent()) {
      return List.of(voltageVolts.orElse(own));
    }
    return switch (spec) {
      case MacrospinDevice _ -> List.of(own);
      case CompactFitDevice _ ->
          IntStream.rangeClosed(0, STEPS).mapToObj(i -> own * (1 + STEP * i)).toList();
      case MeasuredDevice measured ->
          DoubleStream.concat(
                  DoubleStream.of(own),
                  measured.switching().table().rows().stream()
                      .mapToDouble(CountTable.Row::voltageVolts)
                      .filter(volts -> volts > own && volts <= own * (1 + STEP * STEPS))
                      .sorted())
              .distinct()
              .boxed()
              .toList();
    };
  }

  /** Pulse widths of the curve: the given one alone, else all. */
  List<Double> pulses(List<Double> all) {
    return pulseSeconds.isPresent() ? List.of(pulseSeconds.getAsDouble()) : all;
  }
}
