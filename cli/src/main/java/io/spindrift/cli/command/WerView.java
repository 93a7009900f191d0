package io.spindrift.cli.command;

import io.spindrift.device.MagneticState;
import io.spindrift.device.rare.SplittingSettings;
import io.spindrift.device.rare.WriteErrorMethod;
import io.spindrift.device.rare.WriteErrorPoint;
import io.spindrift.device.rare.WriteErrorSettings;
import io.spindrift.device.retention.HeldJunction;
import io.spindrift.device.retention.Retention;
import io.spindrift.device.retention.WriteThenHold;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.experiment.plot.Axis;
import io.spindrift.experiment.plot.Curve;
import io.spindrift.experiment.plot.Figure;
import io.spindrift.experiment.plot.Ink;
import io.spindrift.experiment.plot.LineFigure;
import io.spindrift.experiment.run.Table;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Write-error rates as JSON, as a table and as a figure.
 *
 * @param device the junction
 * @param settings which rates
 * @param effort how much work each was
 * @param seed root of all chance
 * @param points the rates
 */
record WerView(
    MacrospinDevice device,
    WriteErrorSettings settings,
    SplittingSettings effort,
    long seed,
    List<WriteErrorPoint> points) {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 440;
  private static final double SMALLEST_SHOWN = 1e-15;
  private static final double BEYOND = 2; // room below the curves

  Map<String, Object> document() {
    return JsonOutput.object(
        "device", device.name(),
        "temperatureKelvin", settings.temperatureKelvin(),
        "stepSeconds", settings.stepSeconds(),
        "relaxSeconds", settings.relaxSeconds(),
        "riseSeconds", settings.shape().riseSeconds(),
        "fallSeconds", settings.shape().fallSeconds(),
        "kernel", settings.kernel().label(),
        "replicas", effort.replicas(),
        "particles", effort.particles(),
        "seed", seed,
        "points", points.stream().map(this::fields).toList());
  }

  private Map<String, Object> fields(WriteErrorPoint p) {
    return JsonOutput.object(
        "pulseSeconds", p.pulseSeconds(),
        "voltageVolts", p.voltageVolts(),
        "from", p.from().shortName(),
        "writeErrorRate", p.writeErrorRate(),
        "standardError", p.standardError(),
        "low", p.low(),
        "high", p.high(),
        "relativeError", relative(p),
        "effectiveHits", p.effectiveHits(),
        "trajectories", p.trajectories(),
        "crossoverSeconds", crossover(p),
        "method", p.method().label());
  }

  Table table() {
    return Table.named("write_error_rate")
        .reals("pulseSeconds", numbers(points, WriteErrorPoint::pulseSeconds))
        .reals("voltageVolts", numbers(points, WriteErrorPoint::voltageVolts))
        .words("from", points.stream().map(p -> p.from().shortName()).toArray(String[]::new))
        .reals("writeErrorRate", numbers(points, WriteErrorPoint::writeErrorRate))
        .reals("standardError", numbers(points, WriteErrorPoint::standardError))
        .reals("low", numbers(points, WriteErrorPoint::low))
        .reals("high", numbers(points, WriteErrorPoint::high))
        .reals("effectiveHits", numbers(points, WriteErrorPoint::effectiveHits))
        .wholes("trajectories", points.stream().mapToLong(WriteErrorPoint::trajectories).toArray())
        .words("method", points.stream().map(p -> p.method().label()).toArray(String[]::new));
  }

  List<Figure> figures() {
    LineFigure figure =
        new LineFigure(
            "write_error_rate",
            Axis.linear("pulse width (ns)"),
            Axis.powersOfTen("write-error rate").between(lowest() / BEYOND, 1));
    for (MagneticState from : settings.from()) {
      List<WriteErrorPoint> sampled = side(from, p -> p.method() != WriteErrorMethod.FOKKER_PLANCK);
      List<WriteErrorPoint> solved = side(from, p -> p.method() == WriteErrorMethod.FOKKER_PLANCK);
      boolean parallel = from == MagneticState.PARALLEL;
      String arrow = parallel ? "P → AP" : "AP → P";
      if (!sampled.isEmpty()) {
        figure.add(
            Curve.of(
                    arrow + ", Monte Carlo with 95 % interval",
                    parallel ? Ink.HARDWARE : Ink.SOFTWARE,
                    Curve.Style.POINTS,
                    nanoseconds(sampled),
                    shown(sampled, WriteErrorPoint::writeErrorRate))
                .band(shown(sampled, WriteErrorPoint::low), shown(sampled, WriteErrorPoint::high)));
      }
      if (!solved.isEmpty()) {
        figure.add(
            Curve.of(
                arrow + ", Fokker-Planck",
                parallel ? Ink.REFERENCE : Ink.SECOND,
                Curve.Style.DASHED,
                nanoseconds(solved),
                shown(solved, WriteErrorPoint::writeErrorRate)));
      }
    }
    return List.of(
        figure.draw(
            ("Probability that a pulse leaves %s in the state it came from, against its width"
                    + " (%d x %d trajectories, step %s, relaxation %s).")
                .formatted(
                    Conditions.of(
                        device.name(), settings.voltageVolts(), settings.temperatureKelvin()),
                    effort.replicas(),
                    effort.particles(),
                    Quantity.print(settings.stepSeconds(), Dimension.TIME),
                    Quantity.print(settings.relaxSeconds(), Dimension.TIME)),
            WIDTH,
            HEIGHT));
  }

  private double lowest() {
    double lowest = 0.1;
    for (WriteErrorPoint p : points) {
      double end = p.low() > 0 ? p.low() : p.writeErrorRate();
      lowest = end > 0 ? Math.min(lowest, Math.max(SMALLEST_SHOWN, end)) : lowest;
    }
    return lowest;
  }

  void print(Session session) {
    session.print(
        "%s at %s, %s",
        device.name(),
        volts(),
        Quantity.print(settings.temperatureKelvin(), Dimension.TEMPERATURE));
    TextTable table =
        new TextTable(
            "pulse",
            "from",
            "write-error rate",
            "95 % interval or error",
            "method",
            "lost as often after");
    for (WriteErrorPoint p : points) {
      Double crossover = crossover(p);
      table.add(
          Quantity.print(p.pulseSeconds(), Dimension.TIME),
          p.from().shortName(),
          small(p.writeErrorRate()),
          p.trajectories() == 0
              ? String.format(Locale.ROOT, "+- %.0e", p.standardError())
              : small(p.low()) + " to " + small(p.high()),
          p.method().label(),
          crossover == null ? "" : DurationText.of(crossover));
    }
    table.print(session.out());
  }

  /** When the written state has been lost as often as it was written wrongly. */
  private @Nullable Double crossover(WriteErrorPoint point) {
    try {
      HeldJunction rest = HeldJunction.of(device, 0, settings.temperatureKelvin());
      Retention retention = Retention.of(rest, Optional.empty());
      return new WriteThenHold(point.writeErrorRate(), retention.rates(), point.from().opposite())
          .crossoverSeconds();
    } catch (UnusableInput noTwoWells) {
      return null;
    }
  }

  private static @Nullable Double relative(WriteErrorPoint p) {
    return p.writeErrorRate() > 0 ? p.standardError() / p.writeErrorRate() : null;
  }

  private static String small(double probability) {
    return String.format(Locale.ROOT, probability < 0.01 ? "%.2e" : "%.3f", probability);
  }

  private String volts() {
    return Quantity.print(settings.voltageVolts(), Dimension.VOLTAGE);
  }

  private List<WriteErrorPoint> side(MagneticState from, Predicate<WriteErrorPoint> kind) {
    List<WriteErrorPoint> chosen = new ArrayList<>();
    for (WriteErrorPoint p : points) {
      if (p.from() == from && kind.test(p) && p.writeErrorRate() > 0) {
        chosen.add(p);
      }
    }
    return chosen;
  }

  private static double[] nanoseconds(List<WriteErrorPoint> side) {
    return numbers(side, p -> 1e9 * p.pulseSeconds());
  }

  private static double[] shown(
      List<WriteErrorPoint> side, ToDoubleFunction<WriteErrorPoint> component) {
    return numbers(side, p -> Math.max(SMALLEST_SHOWN, component.applyAsDouble(p)));
  }

  private static double[] numbers(
      List<WriteErrorPoint> from, ToDoubleFunction<WriteErrorPoint> component) {
    return from.stream().mapToDouble(component).toArray();
  }
}
