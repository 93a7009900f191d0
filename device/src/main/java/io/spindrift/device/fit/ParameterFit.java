package io.spindrift.device.fit;

import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.table.CountTable;
import io.spindrift.device.table.ResistanceReadings;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.progress.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Free numbers of a device by maximum likelihood.
 *
 * <p>The best values minimise the sum of squared residuals of a measurement ({@code CountedPulses},
 * {@code ReadResistances}); errors come from the Fisher information there. A value that ends on its
 * bound is held for the errors of the others.
 */
public final class ParameterFit {
  private static final int EVALUATIONS_PER_PARAMETER = 12;

  private final FreeDevice free;
  private final Measurement measurement;
  private final Function<MacrospinDevice, double[]> model;
  private final IdentifiabilityHint hint;

  private ParameterFit(
      FreeDevice free,
      Measurement measurement,
      Function<MacrospinDevice, double[]> model,
      IdentifiabilityHint hint) {
    this.free = free;
    this.measurement = measurement;
    this.model = model;
    this.hint = hint;
    int readings = measurement.size();
    int numbers = free.parameters().size();
    if (readings <= numbers) {
      throw new UnusableInput(
          "a fit of %d parameters needs more than %d rows, but the table has %d; free fewer or"
                  .formatted(numbers, numbers, readings)
              + " measure more");
    }
  }

  /**
   * Fits a device to counted pulses.
   *
   * @param free the device and what is free in it
   * @param table the counts
   * @param predictor P(switch) of a device
   * @param progress told of every evaluation of the model
   * @throws UnusableInput when there are too few rows or the start is an impossible device
   */
  public static FitOutcome switching(
      FreeDevice free, CountTable table, SwitchingPredictor predictor, Progress progress) {
    CountedPulses counts = new CountedPulses(table);
    ParameterFit fit =
        new ParameterFit(
            free,
            counts,
            device -> predictor.probabilities(device, table),
            IdentifiabilityHint.of(table));
    return fit.run(
        progress,
        (residuals, predicted, fitted) -> {
          double sum = squares(residuals);
          DevianceLaw law = DevianceLaw.of(table, predicted, fitted);
          return new Goodness(sum, residuals.length - fitted, law.mean(), law.exceeding(sum), 0);
        },
        Goodness::doubtful);
  }

  /**
   * Fits a device to readings of its resistance, against bias or in a field.
   *
   * @param free the device and what is free in it
   * @param table the readings
   * @param predictor resistance of a device
   * @param progress told of every evaluation of the model
   * @throws UnusableInput when there are too few rows or the start is an impossible device
   */
  public static FitOutcome resistance(
      FreeDevice free, ResistanceReadings table, ResistancePredictor predictor, Progress progress) {
    ParameterFit fit =
        new ParameterFit(
            free,
            new ReadResistances(table.ohms()),
            device -> Arrays.stream(predictor.ohms(device, table)).map(Math::log).toArray(),
            IdentifiabilityHint.of(table));
    FitOutcome outcome =
        fit.run(
            progress,
            (residuals, predicted, fitted) -> {
              double sum = squares(residuals);
              int freedom = residuals.length - fitted;
              return new Goodness(sum, freedom, sum, 1, Math.sqrt(sum / freedom));
            },
            goodness -> true);
    if (outcome instanceof FitOutcome.Fitted fitted) {
      double[] ohms = Arrays.stream(fitted.predicted()).map(Math::exp).toArray();
      return new FitOutcome.Fitted(
          fitted.device(),
          fitted.parameters(),
          fitted.correlation(),
          fitted.goodness(),
          ohms,
          fitted.residuals(),
          fitted.evaluations(),
          fitted.searches());
    }
    return outcome;
  }

  @FunctionalInterface
  private interface Judge {
    Goodness goodness(double[] residuals, double[] predicted, int fitted);
  }

  private FitOutcome run(Progress progress, Judge judge, Predicate<Goodness> searchOn) {
    int expected = EVALUATIONS_PER_PARAMETER * (free.parameters().size() + 1);
    try (Progress.Task task = progress.begin("fit", expected, "evaluations")) {
      Prediction prediction = new Prediction(free, model, progress, task);
      prediction.require(prediction.start());
      Optional<SeveralStarts.Found> found =
          new SeveralStarts(measurement, prediction)
              .best(at -> searchOn.test(goodness(prediction, at, judge)));
      return found.isPresent()
          ? judged(prediction, found.get(), judge)
          : new FitOutcome.NotSettled(
              "the fit did not settle; start nearer to the measured device, free fewer parameters,"
                  + " or give --bounds");
    }
  }

  private List<Integer> inner(double[] values) {
    List<Integer> inner = new ArrayList<>();
    for (int j = 0; j < values.length; j++) {
      if (!free.parameters().get(j).atBound(values[j])) {
        inner.add(j);
      }
    }
    return inner;
  }

  private Goodness goodness(Prediction prediction, double[] at, Judge judge) {
    double[] predicted = prediction.require(at);
    return judge.goodness(residuals(predicted), predicted, inner(prediction.values(at)).size());
  }

  private double[] residuals(double[] predicted) {
    double[] residuals = new double[measurement.size()];
    Arrays.setAll(residuals, i -> measurement.residual(i, predicted[i]));
    return residuals;
  }

  private FitOutcome judged(Prediction prediction, SeveralStarts.Found found, Judge judge) {
    double[] values = prediction.values(found.best());
    List<Integer> inner = inner(values);
    double[] predicted = prediction.require(found.best());
    Goodness goodness = goodness(prediction, found.best(), judge);
    double errorScale = goodness.relativeError() > 0 ? goodness.relativeError() : 1;
    double[][] covariance = new double[0][];
    if (!inner.isEmpty()) {
      Prediction within = new InnerPrediction(free, model, values, inner).prediction();
      Precision precision = Precision.at(measurement, within, within.start(), errorScale);
      if (precision.leavesUnknown()) {
        return hint.refusal(
            precision, inner.stream().map(j -> free.parameters().get(j)).toList(), goodness);
      }
      covariance = precision.covariance();
    }
    return new FitOutcome.Fitted(
        free.at(values),
        parameters(values, inner, covariance),
        correlation(values.length, inner, covariance),
        goodness,
        predicted,
        Arrays.stream(residuals(predicted)).map(r -> r / errorScale).toArray(),
        prediction.evaluations(),
        found.searches());
  }

  private List<FittedParameter> parameters(
      double[] values, List<Integer> inner, double[][] covariance) {
    List<FittedParameter> parameters = new ArrayList<>();
    for (int j = 0; j < values.length; j++) {
      FreeParameter parameter = free.parameters().get(j);
      int at = inner.indexOf(j);
      double scale = InnerPrediction.scale(parameter, values[j]);
      double error = at < 0 ? 0 : scale * Math.sqrt(covariance[at][at]);
      parameters.add(
          new FittedParameter(
              parameter.path(),
              parameter.setting().unit(),
              parameter.start(),
              values[j],
              error,
              at < 0));
    }
    return parameters;
  }

  private static double[][] correlation(int size, List<Integer> inner, double[][] covariance) {
    double[][] correlation = new double[size][size];
    for (int a = 0; a < inner.size(); a++) {
      for (int b = 0; b < inner.size(); b++) {
        correlation[inner.get(a)][inner.get(b)] =
            covariance[a][b] / Math.sqrt(covariance[a][a] * covariance[b][b]);
      }
    }
    for (int j = 0; j < size; j++) {
      correlation[j][j] = 1;
    }
    return correlation;
  }

  private static double squares(double[] residuals) {
    return Arrays.stream(residuals).map(r -> r * r).sum();
  }
}
