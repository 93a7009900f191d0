package io.spindrift.cli.command;

import io.spindrift.experiment.plot.Axis;
import io.spindrift.experiment.plot.Curve;
import io.spindrift.experiment.plot.Figure;
import io.spindrift.experiment.plot.Ink;
import io.spindrift.experiment.plot.LineFigure;
import io.spindrift.experiment.run.Table;
import io.spindrift.memory.neuron.MembraneLaw;
import io.spindrift.memory.neuron.MembraneMeasure;
import io.spindrift.memory.neuron.MembranePaths;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Membrane potentials as JSON, as tables and as figures.
 *
 * @param source what drove the neurons
 * @param law what theory says
 * @param paths the potentials
 * @param measure what was measured of them
 * @param counts how often each action happened
 * @param joules their energy, where all are priced
 */
record MembraneView(
    String source,
    MembraneLaw law,
    MembranePaths paths,
    MembraneMeasure measure,
    Map<String, Long> counts,
    OptionalDouble joules) {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 420;
  private static final int BINS = 41;
  private static final double REACH = 4; // deviations that the histogram shows
  private static final int SHOWN = 3;
  private static final Ink[] INKS = {Ink.HARDWARE, Ink.SECOND, Ink.ACCENT};

  /** Two-sided p-values of mean, variance and autocovariances, by Student's law over the paths. */
  double[] pValues() {
    double[] values = new double[measure.autocovariance().length + 1];
    values[0] = pValue(measure.mean().deviation(law.mean()));
    for (int lag = 0; lag < measure.autocovariance().length; lag++) {
      double expected = law.variance() * law.autocorrelation(lag);
      values[lag + 1] = pValue(measure.autocovariance()[lag].deviation(expected));
    }
    return values;
  }

  private double pValue(double deviation) {
    return Double.isInfinite(deviation)
        ? 0
        : 2 * new TDistribution(paths.paths() - 1.0).cumulativeProbability(-Math.abs(deviation));
  }

  /** Smallest p-value times their number. */
  double familyPValue() {
    double[] values = pValues();
    return Math.min(1, values.length * Arrays.stream(values).min().orElse(1));
  }

  boolean passes() {
    return familyPValue() >= DiffuseView.FALSE_ALARM;
  }

  Map<String, Object> document() {
    return JsonOutput.object(
        "process", "langevin",
        "source", source,
        "inputs", law.neuron().inputs(),
        "shareOfOnes", law.share(),
        "coinCorrelation", law.coinCorrelation(),
        "stepSeconds", law.neuron().stepSeconds(),
        "timeConstantSeconds", law.neuron().timeConstantSeconds(),
        "weightVolts", law.neuron().weightVolts(),
        "paths", paths.paths(),
        "steps", paths.steps(),
        "meanVolts", measure.mean().value(),
        "predictedMeanVolts", law.mean(),
        "varianceSquareVolts", measure.variance().value(),
        "predictedVarianceSquareVolts", law.variance(),
        "continuumVarianceSquareVolts", law.continuumVariance(),
        "autocorrelation", lags().mapToObj(measure::autocorrelation).toList(),
        "predictedAutocorrelation", lags().mapToObj(law::autocorrelation).toList(),
        "check",
            JsonOutput.object(
                "passes", passes(),
                "familyPValue", familyPValue(),
                "falseAlarm", DiffuseView.FALSE_ALARM),
        "counts", counts,
        "joules", joules.isPresent() ? joules.getAsDouble() : null);
  }

  private IntStream lags() {
    return IntStream.range(0, measure.autocovariance().length);
  }

  List<Table> tables() {
    double[] probability = pValues();
    return List.of(
        Table.named("membrane_autocorrelation")
            .wholes("lag", lags().mapToLong(lag -> lag).toArray())
            .reals("autocorrelation", lags().mapToDouble(measure::autocorrelation).toArray())
            .reals("predicted", lags().mapToDouble(law::autocorrelation).toArray())
            .reals("continuum", lags().mapToDouble(law::continuumAutocorrelation).toArray())
            .reals("pValue", lags().mapToDouble(lag -> probability[lag + 1]).toArray()),
        Table.named("membrane_paths")
            .reals("timeSeconds", times(paths.steps()))
            .reals("firstVolts", paths.volts()[0])
            .reals("secondVolts", paths.volts()[1])
            .reals("thirdVolts", paths.volts()[2]),
        Table.named("membrane_histogram")
            .reals("volts", centres())
            .reals("densityPerVolt", density())
            .reals("normalPerVolt", normal(centres())));
  }

  List<Figure> figures() {
    return List.of(pathFigure(), histogram(), autocorrelation());
  }

  private Figure pathFigure() {
    LineFigure figure =
        new LineFigure(
            "membrane_paths", Axis.linear("time (ns)"), Axis.linear("membrane potential (mV)"));
    int steps =
        (int)
            Math.min(
                paths.steps(),
                20 * law.neuron().timeConstantSeconds() / law.neuron().stepSeconds());
    for (int path = 0; path < SHOWN; path++) {
      figure.add(
          Curve.of(
              "neuron " + (path + 1),
              INKS[path],
              Curve.Style.LINE,
              scaled(times(steps), 1e9),
              scaled(Arrays.copyOf(paths.volts()[path], steps), 1e3)));
    }
    return figure.draw(
        "Membrane potentials of three neurons, each driven by %d junctions (%s), time constant %s."
            .formatted(
                law.neuron().inputs(),
                source,
                Quantity.print(law.neuron().timeConstantSeconds(), Dimension.TIME)),
        WIDTH,
        HEIGHT);
  }

  private Figure histogram() {
    double[] x = centres();
    double[] fine = new double[201];
    Arrays.setAll(fine, i -> x[0] + (x[BINS - 1] - x[0]) * i / 200.0);
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
                scaled(normal(fine), 1e-3)))
        .add(
            Curve.of(
                "neurons", Ink.HARDWARE, Curve.Style.BARS, scaled(x, 1e3), scaled(density(), 1e-3)))
        .draw(
            "Stationary membrane potential of %d neurons over %d steps; predicted deviation %.4g mV,"
                    .formatted(paths.paths(), paths.steps(), 1e3 * Math.sqrt(law.variance()))
                + " measured %.4g mV.".formatted(1e3 * Math.sqrt(measure.variance().value())),
            WIDTH,
            HEIGHT);
  }

  private Figure autocorrelation() {
    double[] time = lags().mapToDouble(lag -> lag * law.neuron().stepSeconds() * 1e9).toArray();
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
                lags().mapToDouble(measure::autocorrelation).toArray()))
        .add(
            Curve.of(
                "exact law of the steps",
                Ink.REFERENCE,
                Curve.Style.LINE,
                time,
                lags().mapToDouble(law::autocorrelation).toArray()))
        .add(
            Curve.of(
                "limit of short steps, exp(-t/tau)",
                Ink.SOFTWARE,
                Curve.Style.DASHED,
                time,
                lags().mapToDouble(law::continuumAutocorrelation).toArray()))
        .draw(
            "Autocorrelation of the membrane potential; correlation of a coin from step to step"
                + " %.3g.".formatted(law.coinCorrelation()),
            WIDTH,
            HEIGHT);
  }

  private double[] times(int steps) {
    double[] time = new double[steps];
    Arrays.setAll(time, i -> i * law.neuron().stepSeconds());
    return time;
  }

  /**
   * Centres of the bins. A bin is a whole number of weights wide where the potential lies on a
   * lattice; after a leak it does not, so the width follows the deviation alone.
   */
  private double[] centres() {
    double deviation = Math.sqrt(law.variance());
    double[] centre = new double[BINS];
    Arrays.setAll(centre, i -> law.mean() + deviation * REACH * (2.0 * i / (BINS - 1) - 1));
    return centre;
  }

  private double[] density() {
    double[] centre = centres();
    double width = centre[1] - centre[0];
    double[] density = new double[BINS];
    double each = 1 / (width * paths.paths() * paths.steps());
    for (double[] path : paths.volts()) {
      for (double volts : path) {
        long bin = Math.round((volts - centre[0]) / width);
        if (bin >= 0 && bin < BINS) {
          density[(int) bin] += each;
        }
      }
    }
    return density;
  }

  private double[] normal(double[] volts) {
    double variance = law.variance();
    return Arrays.stream(volts)
        .map(v -> Math.exp(-(v - law.mean()) * (v - law.mean()) / (2 * variance)))
        .map(v -> v / Math.sqrt(2 * Math.PI * variance))
        .toArray();
  }

  private static double[] scaled(double[] values, double factor) {
    return Arrays.stream(values).map(value -> value * factor).toArray();
  }

  void print(Session session) {
    session.print("%s", source);
    TextTable table = new TextTable("figure", "law", "measured", "error", "limit of short steps");
    table.add(
        "mean",
        millivolts(law.mean()),
        millivolts(measure.mean().value()),
        millivolts(measure.mean().error()),
        "");
    table.add(
        "variance (mV^2)",
        number(1e6 * law.variance()),
        number(1e6 * measure.variance().value()),
        number(1e6 * measure.variance().error()),
        number(1e6 * law.continuumVariance()));
    int tau = (int) Math.round(law.neuron().timeConstantSeconds() / law.neuron().stepSeconds());
    for (int lag : new int[] {1, tau, 2 * tau}) {
      if (lag < measure.autocovariance().length) {
        table.add(
            "autocorrelation, " + lag + (lag == 1 ? " step" : " steps"),
            number(law.autocorrelation(lag)),
            number(measure.autocorrelation(lag)),
            number(measure.autocovariance()[lag].error() / law.variance()),
            number(law.continuumAutocorrelation(lag)));
      }
    }
    table.print(session.out());
    session.print(
        "share of ones %.4g, correlation of a coin from step to step %.4g, weight %s",
        law.share(),
        law.coinCorrelation(),
        Quantity.print(law.neuron().weightVolts(), Dimension.VOLTAGE));
    if (joules.isPresent()) {
      session.print("energy %s", Quantity.print(joules.getAsDouble(), Dimension.ENERGY));
    }
    session.print(
        "check of %d figures: family-wise p-value %.3g, %s (a correct device fails one run in a"
            + " million)",
        pValues().length, familyPValue(), passes() ? "passed" : "FAILED");
  }

  private static String millivolts(double volts) {
    return "%.4g mV".formatted(1e3 * volts);
  }

  private static String number(double value) {
    return "%.4g".formatted(value);
  }
}
