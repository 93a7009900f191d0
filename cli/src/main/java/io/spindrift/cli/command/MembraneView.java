package io.spindrift.cli.command;

import io.spindrift.experiment.plot.Figure;
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
 * Membrane potentials as JSON, as tables and as text.
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

  IntStream lags() {
    return IntStream.range(0, measure.autocovariance().length);
  }

  List<Table> tables() {
    double[] probability = pValues();
    MembraneHistogram histogram = MembraneHistogram.of(law, paths);
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
            .reals("volts", histogram.centres())
            .reals("densityPerVolt", histogram.density())
            .reals("normalPerVolt", histogram.normal(histogram.centres())));
  }

  List<Figure> figures() {
    return MembraneFigures.of(this);
  }

  /** Times of the first steps. */
  double[] times(int steps) {
    double[] time = new double[steps];
    Arrays.setAll(time, i -> i * law.neuron().stepSeconds());
    return time;
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
