package io.spindrift.cli.command;

import io.spindrift.device.fit.FitOutcome.Fitted;
import io.spindrift.device.fit.ResistancePredictor;
import io.spindrift.device.table.FieldAxis;
import io.spindrift.device.table.FieldResistanceTable;
import io.spindrift.device.table.ResistanceReadings;
import io.spindrift.device.table.ResistanceTable;
import io.spindrift.experiment.plot.Figure;
import io.spindrift.experiment.plot.ResistanceFigures;
import io.spindrift.experiment.plot.ResistanceFigures.Side;
import io.spindrift.experiment.run.Table;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** Residuals and figures of a fit of resistance: one figure for each sweep. */
final class ResistanceFitFiles {
  private static final int MOST_FIGURES = 8;
  private static final int CURVE_POINTS = 241;
  private static final boolean[] STATES = {false, true};

  private record Sweep(FieldAxis axis, double voltageVolts) {}

  /** One row for each reading, with what is fitted. */
  static Table residuals(Fitted fit, ResistanceReadings readings) {
    Table table = Table.named("resistance_residuals");
    Table rows =
        switch (readings) {
          case ResistanceTable bias ->
              table
                  .reals(
                      "voltage_volts",
                      bias.rows().stream().mapToDouble(r -> r.voltageVolts()).toArray())
                  .words("state", words(bias.rows().stream().map(r -> r.antiparallel()).toList()));
          case FieldResistanceTable field ->
              table
                  .reals(
                      "field_tesla",
                      field.rows().stream().mapToDouble(r -> r.fieldTesla()).toArray())
                  .words(
                      "axis",
                      field.rows().stream()
                          .map(r -> r.axis().name().toLowerCase(Locale.ROOT))
                          .toArray(String[]::new))
                  .reals(
                      "voltage_volts",
                      field.rows().stream().mapToDouble(r -> r.voltageVolts()).toArray())
                  .words("state", words(field.rows().stream().map(r -> r.antiparallel()).toList()));
        };
    return rows.reals(
            "resistance_ohms", readings.ohms().stream().mapToDouble(Double::doubleValue).toArray())
        .reals("fitted_resistance_ohms", fit.predicted())
        .reals("residual_standard_errors", fit.residuals());
  }

  private static String[] words(List<Boolean> antiparallel) {
    return antiparallel.stream().map(ap -> ap ? "ap" : "p").toArray(String[]::new);
  }

  /** The figures: resistance against bias, or against the field along each axis at each bias. */
  static List<Figure> figures(
      Fitted fit, ResistanceReadings readings, ResistancePredictor predictor) {
    return switch (readings) {
      case ResistanceTable table -> List.of(againstBias(fit, table, predictor));
      case FieldResistanceTable table ->
          table.rows().stream()
              .map(row -> new Sweep(row.axis(), row.voltageVolts()))
              .distinct()
              .limit(MOST_FIGURES)
              .map(sweep -> againstField(fit, table, sweep, predictor))
              .toList();
    };
  }

  private static Figure againstBias(
      Fitted fit, ResistanceTable table, ResistancePredictor predictor) {
    List<Side> sides = new ArrayList<>();
    for (boolean ap : STATES) {
      List<ResistanceTable.Row> rows = table.of(ap);
      sides.add(
          side(
              ap,
              rows.stream().mapToDouble(ResistanceTable.Row::voltageVolts).toArray(),
              rows.stream().mapToDouble(ResistanceTable.Row::resistanceOhms).toArray(),
              1,
              v -> new ResistanceTable(List.of(new ResistanceTable.Row(v, ap, 1))),
              fit,
              predictor));
    }
    return ResistanceFigures.of(
        "fit_resistance", "Measured resistance and the fitted device.", "bias (V)", sides);
  }

  private static Figure againstField(
      Fitted fit, FieldResistanceTable table, Sweep sweep, ResistancePredictor predictor) {
    List<Side> sides = new ArrayList<>();
    for (boolean ap : STATES) {
      List<FieldResistanceTable.Row> rows =
          table.rows().stream()
              .filter(r ->
                  r.axis() == sweep.axis()
                      && r.voltageVolts() == sweep.voltageVolts()
                      && r.antiparallel() == ap)
              .toList();
      if (!rows.isEmpty()) {
        sides.add(
            side(
                ap,
                rows.stream().mapToDouble(FieldResistanceTable.Row::fieldTesla).toArray(),
                rows.stream().mapToDouble(FieldResistanceTable.Row::resistanceOhms).toArray(),
                1e3,
                b ->
                    new FieldResistanceTable(
                        List.of(
                            new FieldResistanceTable.Row(
                                b, sweep.axis(), sweep.voltageVolts(), ap, 1))),
                fit,
                predictor));
      }
    }
    String axis = sweep.axis().name().toLowerCase(Locale.ROOT);
    String bias = Quantity.print(sweep.voltageVolts(), Dimension.VOLTAGE);
    return ResistanceFigures.of(
        "fit_resistance_%s_%s".formatted(axis, bias.replace(" ", "").replace('-', 'm')),
        "Measured resistance in a field along %s at %s, and the fitted device."
            .formatted(axis, bias),
        "field along %s (mT)".formatted(axis),
        sides);
  }

  private static Side side(
      boolean ap,
      double[] at,
      double[] ohms,
      double axisUnits,
      DoubleFunction<ResistanceReadings> reading,
      Fitted fit,
      ResistancePredictor predictor) {
    double first = Arrays.stream(at).min().orElseThrow();
    double last = Arrays.stream(at).max().orElseThrow();
    double[] curveAt = new double[last > first ? CURVE_POINTS : 1];
    double[] curve = new double[curveAt.length];
    for (int k = 0; k < curve.length; k++) {
      double x = first + (last - first) * k / Math.max(1, curve.length - 1);
      curveAt[k] = x * axisUnits;
      curve[k] = predictor.ohms(fit.device(), reading.apply(x))[0];
    }
    return new Side(
        ap ? "AP" : "P", Arrays.stream(at).map(x -> x * axisUnits).toArray(), ohms, curveAt, curve);
  }

  private ResistanceFitFiles() {}
}
