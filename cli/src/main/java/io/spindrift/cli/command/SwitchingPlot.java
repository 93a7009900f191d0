package io.spindrift.cli.command;

import io.spindrift.device.MagneticState;
import io.spindrift.device.switching.SwitchingPoint;
import io.spindrift.experiment.plot.Axis;
import io.spindrift.experiment.plot.Curve;
import io.spindrift.experiment.plot.Figure;
import io.spindrift.experiment.plot.Ink;
import io.spindrift.experiment.plot.LineFigure;
import io.spindrift.experiment.run.Table;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** P(switch) against pulse width, one curve per state before the pulse. */
final class SwitchingPlot {
  private static final double BAND_SIGMA = 2;

  static Table table(double voltageVolts, List<SwitchingPoint> points) {
    return Table.named("switching")
        .reals("pulse_seconds", column(points, SwitchingPoint::pulseSeconds))
        .reals("voltage_volts", column(points, point -> voltageVolts))
        .words("from", points.stream().map(p -> p.from().shortName()).toArray(String[]::new))
        .wholes("trials", points.stream().mapToLong(SwitchingPoint::trials).toArray())
        .wholes("switched", points.stream().mapToLong(SwitchingPoint::switched).toArray())
        .reals("probability", column(points, SwitchingPoint::probability))
        .reals("standard_error", column(points, SwitchingPoint::standardError));
  }

  static Figure draw(String device, List<SwitchingPoint> points) {
    LineFigure figure =
        new LineFigure(
            "switching",
            Axis.linear("pulse width (ns)"),
            Axis.linear("switching probability").between(0, 1.02));
    for (MagneticState from : MagneticState.values()) {
      List<SwitchingPoint> side = points.stream().filter(p -> p.from() == from).toList();
      if (!side.isEmpty()) {
        boolean parallel = from == MagneticState.PARALLEL;
        figure.add(
            Curve.of(
                    parallel ? "from P, band: two sigma" : "from AP, band: two sigma",
                    parallel ? Ink.HARDWARE : Ink.SOFTWARE,
                    Curve.Style.POINTS,
                    column(side, p -> p.pulseSeconds() * 1e9),
                    column(side, SwitchingPoint::probability))
                .band(column(side, p -> bound(p, -1)), column(side, p -> bound(p, 1))));
      }
    }
    return figure.draw("Switching of " + device, 720, 420);
  }

  private static double bound(SwitchingPoint point, int sign) {
    double value = point.probability() + sign * BAND_SIGMA * point.standardError();
    return Math.clamp(value, 0, 1);
  }

  private static double[] column(List<SwitchingPoint> points, ToDoubleFunction<SwitchingPoint> of) {
    return points.stream().mapToDouble(of).toArray();
  }

  private SwitchingPlot() {}
}
