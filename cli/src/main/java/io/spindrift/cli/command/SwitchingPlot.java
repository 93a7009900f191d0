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
  private static final double INVISIBLE = 1e-3;

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

  static Figure draw(String caption, List<SwitchingPoint> points) {
    LineFigure figure =
        new LineFigure(
            "switching",
            Axis.linear("pulse width (ns)"),
            Axis.linear("switching probability").between(0, 1.02));
    List<SwitchingPoint> parallel = side(points, MagneticState.PARALLEL);
    List<SwitchingPoint> antiparallel = side(points, MagneticState.ANTIPARALLEL);
    if (alike(parallel, antiparallel)) {
      figure.add(curve("from P and from AP, which are alike", Ink.HARDWARE, parallel));
    } else {
      if (!parallel.isEmpty()) {
        figure.add(curve("from P", Ink.HARDWARE, parallel));
      }
      if (!antiparallel.isEmpty()) {
        figure.add(curve("from AP", Ink.SOFTWARE, antiparallel));
      }
    }
    return figure.draw(caption, 720, 420);
  }

  private static Curve curve(String label, Ink ink, List<SwitchingPoint> side) {
    return Curve.of(
            label,
            ink,
            Curve.Style.POINTS,
            column(side, p -> p.pulseSeconds() * 1e9),
            column(side, SwitchingPoint::probability))
        .band(column(side, p -> bound(p, -1)), column(side, p -> bound(p, 1)));
  }

  private static List<SwitchingPoint> side(List<SwitchingPoint> points, MagneticState from) {
    return points.stream().filter(p -> p.from() == from).toList();
  }

  /** Whether one curve would hide the other. */
  private static boolean alike(List<SwitchingPoint> first, List<SwitchingPoint> second) {
    if (first.isEmpty() || first.size() != second.size()) {
      return false;
    }
    for (int i = 0; i < first.size(); i++) {
      if (!(Math.abs(first.get(i).probability() - second.get(i).probability()) <= INVISIBLE)) {
        return false;
      }
    }
    return true;
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
