package io.spindrift.cli.command;

import io.spindrift.device.fit.FitOutcome.Fitted;
import io.spindrift.device.fit.FokkerPlanckPredictor;
import io.spindrift.device.table.CountTable;
import io.spindrift.experiment.plot.Figure;
import io.spindrift.experiment.plot.FitFigures;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import io.spindrift.numerics.statistics.WilsonInterval;
import java.util.ArrayList;
import java.util.List;

/** The figures of a fit: one for each voltage, evenly chosen where there are many. */
final class FitFiles {
  private static final int MOST_FIGURES = 8;
  private static final int CURVE_POINTS = 120;
  private static final double NORMAL_95 = 1.959963984540054;

  /** The figures; bars are 95 % intervals. */
  static List<Figure> figures(Fitted fit, CountTable table, FokkerPlanckPredictor predictor) {
    List<Double> volts =
        table.rows().stream().map(CountTable.Row::voltageVolts).distinct().sorted().toList();
    List<Figure> figures = new ArrayList<>();
    int shown = Math.min(MOST_FIGURES, volts.size());
    for (int i = 0; i < shown; i++) {
      double v = volts.get(shown == 1 ? 0 : i * (volts.size() - 1) / (shown - 1));
      List<FitFigures.Side> sides = new ArrayList<>();
      for (boolean antiparallel : new boolean[] {false, true}) {
        List<CountTable.Row> rows =
            table.rows().stream()
                .filter(r -> r.voltageVolts() == v && r.fromAntiparallel() == antiparallel)
                .toList();
        if (!rows.isEmpty()) {
          sides.add(side(fit, rows, antiparallel, predictor));
        }
      }
      String at = Quantity.print(v, Dimension.VOLTAGE);
      figures.add(
          FitFigures.at(
              "fit_" + at.replace(" ", "").replace('-', 'm'),
              "Counted switching at " + at + " with 95 % intervals, and the fitted device.",
              sides));
    }
    return figures;
  }

  private static FitFigures.Side side(
      Fitted fit,
      List<CountTable.Row> rows,
      boolean antiparallel,
      FokkerPlanckPredictor predictor) {
    double first = rows.getFirst().pulseSeconds();
    double last = rows.getLast().pulseSeconds();
    List<CountTable.Row> along = new ArrayList<>();
    for (int k = 0; k < CURVE_POINTS; k++) {
      double pulse = first + (last - first) * k / (CURVE_POINTS - 1);
      if (k == 0 || last > first) {
        along.add(new CountTable.Row(rows.getFirst().voltageVolts(), pulse, antiparallel, 1, 0));
      }
    }
    CountTable curve = new CountTable(along);
    return new FitFigures.Side(
        antiparallel ? "AP to P" : "P to AP",
        rows.stream().mapToDouble(CountTable.Row::pulseSeconds).toArray(),
        rows.stream().mapToDouble(CountTable.Row::share).toArray(),
        rows.stream()
            .mapToDouble(r -> WilsonInterval.of(r.switched(), r.trials(), NORMAL_95).low())
            .toArray(),
        rows.stream()
            .mapToDouble(r -> WilsonInterval.of(r.switched(), r.trials(), NORMAL_95).high())
            .toArray(),
        along.stream().mapToDouble(CountTable.Row::pulseSeconds).toArray(),
        predictor.probabilities(fit.device(), curve));
  }

  private FitFiles() {}
}
