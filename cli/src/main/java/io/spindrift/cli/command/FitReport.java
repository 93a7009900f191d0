package io.spindrift.cli.command;

import io.spindrift.device.fit.FitOutcome.Fitted;
import io.spindrift.device.fit.FittedParameter;
import io.spindrift.device.fit.FokkerPlanckPredictor;
import io.spindrift.device.fit.Goodness;
import io.spindrift.device.fit.ResistancePredictor;
import io.spindrift.device.fit.Searches;
import io.spindrift.device.table.CountTable;
import io.spindrift.device.table.ResistanceReadings;
import io.spindrift.experiment.plot.Figure;
import io.spindrift.experiment.run.Table;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@code device fit} found, as text, as JSON and as files. */
record FitReport(
    String startDevice,
    List<String> sets,
    double temperatureKelvin,
    Optional<CountTable> counts,
    Optional<ResistanceReadings> readings,
    Optional<Fitted> switching,
    Optional<Fitted> resistance,
    FokkerPlanckPredictor predictor,
    ResistancePredictor atRest) {
  private static final double CLOSE_CORRELATION = 0.95;

  /** Writes the fitted device, the residuals and the figures. */
  List<Path> write(ResultFolder folder, @Nullable Path data, @Nullable Path resistanceData) {
    List<Table> tables = new ArrayList<>();
    switching.ifPresent(fit -> tables.add(residuals(fit, counts.orElseThrow())));
    resistance.ifPresent(
        fit -> tables.add(ResistanceFitFiles.residuals(fit, readings.orElseThrow())));
    List<Figure> figures = new ArrayList<>();
    switching.ifPresent(
        fit -> figures.addAll(FitFiles.figures(fit, counts.orElseThrow(), predictor)));
    resistance.ifPresent(
        fit -> figures.addAll(ResistanceFitFiles.figures(fit, readings.orElseThrow(), atRest)));
    List<Path> files = new ArrayList<>(folder.write(tables, figures));
    FittedDocument document = new FittedDocument(startDevice, sets);
    resistance.ifPresent(fit -> document.put(fit, String.valueOf(resistanceData)));
    switching.ifPresent(fit -> document.put(fit, String.valueOf(data)));
    files.addFirst(folder.text("fitted.yaml", document.yaml()));
    return files;
  }

  private static Table residuals(Fitted fit, CountTable table) {
    List<CountTable.Row> rows = table.rows();
    return Table.named("fit_residuals")
        .reals("voltage_volts", rows.stream().mapToDouble(r -> r.voltageVolts()).toArray())
        .reals("pulse_seconds", rows.stream().mapToDouble(r -> r.pulseSeconds()).toArray())
        .words(
            "from_state",
            rows.stream().map(r -> r.fromAntiparallel() ? "ap" : "p").toArray(String[]::new))
        .wholes("trials", rows.stream().mapToLong(r -> r.trials()).toArray())
        .wholes("switched", rows.stream().mapToLong(r -> r.switched()).toArray())
        .reals("fitted_probability", fit.predicted())
        .reals("residual_standard_errors", fit.residuals());
  }

  /** The JSON document. */
  Map<String, Object> document(List<Path> files) {
    Map<String, Object> fields =
        JsonOutput.object("device", startDevice, "temperatureKelvin", temperatureKelvin);
    switching.ifPresent(fit -> fields.put("switching", part(fit)));
    resistance.ifPresent(fit -> fields.put("resistance", part(fit)));
    fields.put("files", files.stream().map(Path::toString).toList());
    return fields;
  }

  private static Map<String, Object> part(Fitted fit) {
    Goodness goodness = fit.goodness();
    return JsonOutput.object(
        "parameters",
            fit.parameters().stream()
                .map(p ->
                    JsonOutput.object(
                        "path", p.path(),
                        "unit", p.unit().siSymbol(),
                        "start", p.start(),
                        "value", p.value(),
                        "standardError", p.standardError(),
                        "atBound", p.atBound()))
                .toList(),
        "correlation", fit.correlation(),
        "rows", fit.residuals().length,
        "sumOfSquares", goodness.sumOfSquares(),
        "degreesOfFreedom", goodness.degreesOfFreedom(),
        "expectedSumOfSquares", goodness.expectedSum(),
        "goodnessProbability", goodness.probability(),
        "relativeError", goodness.relativeError(),
        "evaluations", fit.evaluations(),
        "searches", fit.searches().starts(),
        "startWasLocal", fit.searches().firstWasLocal());
  }

  /** Prints the fit as text. */
  void print(Session session, List<Path> files) {
    resistance.ifPresent(fit -> {
      parameters(session, fit);
      session.print(
          "resistance agrees to %.2g %% (%d rows)",
          100 * fit.goodness().relativeError(), fit.residuals().length);
      searches(session, fit.searches(), false);
    });
    switching.ifPresent(fit -> {
      parameters(session, fit);
      Goodness goodness = fit.goodness();
      session.print(
          "deviance %.1f, %.1f expected by chance (%d rows, %d degrees of freedom); chance gives a"
              + " larger one with probability %.2g%s",
          goodness.sumOfSquares(),
          goodness.expectedSum(),
          fit.residuals().length,
          goodness.degreesOfFreedom(),
          goodness.probability(),
          goodness.doubtful()
              ? ": this device does not describe the data, and the errors above do not hold"
              : "");
      searches(session, fit.searches(), goodness.doubtful());
    });
    for (Path file : files) {
      session.print("wrote %s", file);
    }
  }

  private static void searches(Session session, Searches searches, boolean doubtful) {
    if (searches.firstWasLocal()) {
      session.print(
          "the given start led to a local optimum only; given is the best of %d searches",
          searches.starts());
    } else if (doubtful) {
      session.print("searches from %d other starts found nothing better", searches.starts() - 1);
    }
  }

  private static void parameters(Session session, Fitted fit) {
    TextTable table = new TextTable("number", "start", "fitted", "standard error");
    for (FittedParameter p : fit.parameters()) {
      table.add(
          p.path(),
          Quantity.print(p.start(), p.unit()),
          precise(p),
          p.atBound() ? "on its bound" : Quantity.print(rounded(p.standardError()), p.unit()));
    }
    table.print(session.out());
    for (int a = 0; a < fit.parameters().size(); a++) {
      for (int b = 0; b < a; b++) {
        if (Math.abs(fit.correlation()[a][b]) >= CLOSE_CORRELATION) {
          session.print(
              "errors of %s and %s are correlated by %.3f",
              fit.parameters().get(b).path(),
              fit.parameters().get(a).path(),
              fit.correlation()[a][b]);
        }
      }
    }
  }

  /** The value to a tenth of its standard error. */
  private static String precise(FittedParameter p) {
    if (p.standardError() == 0 || p.value() == 0) {
      return Quantity.print(p.value(), p.unit());
    }
    double digits = Math.floor(Math.log10(Math.abs(p.value())) - Math.log10(p.standardError())) + 3;
    return exactly(p.value(), (int) Math.clamp(digits, 2, 12), p.unit());
  }

  private static double rounded(double value) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.2g", value));
  }

  private static String exactly(double value, int digits, Dimension unit) {
    double cut = Double.parseDouble(String.format(Locale.ROOT, "%." + (digits - 1) + "e", value));
    return Quantity.printExactly(cut, unit);
  }
}
