package io.spindrift.cli.command;

import io.spindrift.experiment.plot.Axis;
import io.spindrift.experiment.plot.Curve;
import io.spindrift.experiment.plot.Figure;
import io.spindrift.experiment.plot.Ink;
import io.spindrift.experiment.plot.LineFigure;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.util.Arrays;
import java.util.List;

/** The figures of membrane potentials: some paths, their histogram, their autocorrelation. */
final class MembraneFigures {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 420;
  private static final int SHOWN = 3;
  private static final Ink[] INKS = {Ink.HARDWARE, Ink.SECOND, Ink.ACCENT};

  static List<Figure> of(MembraneView view) {
    return List.of(paths(view), histogram(view), autocorrelation(view));
  }

  private static Figure paths(MembraneView view) {
    LineFigure figure =
        new LineFigure(
            "membrane_paths", Axis.linear("time (ns)"), Axis.linear("membrane potential (mV)"));
    int steps =
        (int)
            Math.min(
                view.paths().steps(),
                20 * view.law().neuron().timeConstantSeconds() / view.law().neuron().stepSeconds());
    for (int path = 0; path < SHOWN; path++) {
      figure.add(
          Curve.of(
              "neuron " + (path + 1),
              INKS[path],
              Curve.Style.LINE,
              scaled(view.times(steps), 1e9),
              scaled(Arrays.copyOf(view.paths().volts()[path], steps), 1e3)));
    }
    return figure.draw(
        "Membrane potentials of three neurons, each driven by %d junctions (%s), time constant %s."
            .formatted(
                view.law().neuron().inputs(),
                view.source(),
                Quantity.print(view.law().neuron().timeConstantSeconds(), Dimension.TIME)),
        WIDTH,
        HEIGHT);
  }

  private static Figure histogram(MembraneView view) {
    MembraneHistogram histogram = MembraneHistogram.of(view.law(), view.paths());
    double[] x = histogram.centres();
    double[] fine = new double[201];
    Arrays.setAll(fine, i -> x[0] + (x[x.length - 1] - x[0]) * i / 200.0);
    return new LineFigure(
            "membrane_histogram",
            Axis.linear("membrane potential (mV)"),
            Axis.linear("density (1/mV)"))
        .add(
            Curve.of(
                "normal law of theory's variance",
                Ink.REFERENCE,
                Curve.Style.LINE,
                scaled(fine, 1e3),
                scaled(histogram.normal(fine), 1e-3)))
        .add(
            Curve.of(
                "neurons",
                Ink.HARDWARE,
                Curve.Style.BARS,
                scaled(x, 1e3),
                scaled(histogram.density(), 1e-3)))
        .draw(
            "Stationary membrane potential of %d neurons over %d steps; predicted deviation %.4g mV,"
                    .formatted(
                        view.paths().paths(),
                        view.paths().steps(),
                        1e3 * Math.sqrt(view.law().variance()))
                + " measured %.4g mV."
                    .formatted(1e3 * Math.sqrt(view.measure().variance().value())),
            WIDTH,
            HEIGHT);
  }

  private static Figure autocorrelation(MembraneView view) {
    double[] time =
        view.lags().mapToDouble(lag -> lag * view.law().neuron().stepSeconds() * 1e9).toArray();
    return new LineFigure(
            "membrane_autocorrelation",
            Axis.linear("time between (ns)"),
            Axis.linear("autocorrelation"))
        .add(
            Curve.of(
                "measured",
                Ink.HARDWARE,
                Curve.Style.DOTS,
                time,
                view.lags().mapToDouble(view.measure()::autocorrelation).toArray()))
        .add(
            Curve.of(
                "exact law of the steps",
                Ink.REFERENCE,
                Curve.Style.LINE,
                time,
                view.lags().mapToDouble(view.law()::autocorrelation).toArray()))
        .add(
            Curve.of(
                "limit of short steps, exp(-t/tau)",
                Ink.SOFTWARE,
                Curve.Style.DASHED,
                time,
                view.lags().mapToDouble(view.law()::continuumAutocorrelation).toArray()))
        .draw(
            "Autocorrelation of the membrane potential; correlation of a coin from step to step"
                + " %.3g.".formatted(view.law().coinCorrelation()),
            WIDTH,
            HEIGHT);
  }

  private static double[] scaled(double[] values, double factor) {
    return Arrays.stream(values).map(value -> value * factor).toArray();
  }

  private MembraneFigures() {}
}
