package io.spindrift.experiment.stage;

import io.spindrift.device.MagneticState;
import io.spindrift.device.switching.SwitchingCurve;
import io.spindrift.device.switching.SwitchingPoint;
import io.spindrift.experiment.run.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A switching curve as a table and back. */
final class CurveTable {
  static final String NAME = "switching_curve";

  /** Half-width of a 95 % interval in standard errors. */
  private static final double NORMAL_95 = 1.959963984540054;

  static Table of(SwitchingCurve curve) {
    Table table =
        Table.named(NAME)
            .reals(
                "pulse_seconds",
                column(curve, MagneticState.PARALLEL, SwitchingPoint::pulseSeconds));
    for (MagneticState from : MagneticState.values()) {
      String name = name(from);
      List<SwitchingPoint> points = curve.from(from);
      table =
          table
              .reals(name, column(curve, from, SwitchingPoint::probability))
              .reals(name + "_low", column(curve, from, p -> end(p, -1)))
              .reals(name + "_high", column(curve, from, p -> end(p, 1)))
              .reals(name + "_error", column(curve, from, SwitchingPoint::standardError))
              .wholes(name + "_trials", points.stream().mapToLong(SwitchingPoint::trials).toArray())
              .wholes(
                  name + "_switched",
                  points.stream().mapToLong(SwitchingPoint::switched).toArray());
    }
    return table;
  }

  static SwitchingCurve read(
      Table table, String device, double voltageVolts, double temperatureKelvin) {
    List<SwitchingPoint> points = new ArrayList<>();
    double[] pulses = table.numbers("pulse_seconds");
    for (MagneticState from : MagneticState.values()) {
      String name = name(from);
      for (int i = 0; i < pulses.length; i++) {
        points.add(
            new SwitchingPoint(
                pulses[i],
                from,
                (long) table.numbers(name + "_trials")[i],
                (long) table.numbers(name + "_switched")[i],
                table.numbers(name)[i],
                table.numbers(name + "_error")[i]));
      }
    }
    return new SwitchingCurve(device, voltageVolts, temperatureKelvin, points);
  }

  private static double end(SwitchingPoint point, int side) {
    return Math.clamp(point.probability() + side * NORMAL_95 * point.standardError(), 0, 1);
  }

  private static double[] column(
      SwitchingCurve curve, MagneticState from, ToDoubleFunction<SwitchingPoint> value) {
    return curve.from(from).stream().mapToDouble(value).toArray();
  }

  private static String name(MagneticState from) {
    return "from_" + from.name().toLowerCase(Locale.ROOT);
  }

  private CurveTable() {}
}
