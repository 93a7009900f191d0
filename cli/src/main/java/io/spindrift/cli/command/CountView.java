package io.spindrift.cli.command;

import io.spindrift.experiment.run.Table;
import io.spindrift.memory.cost.ActionPrices;
import io.spindrift.memory.cost.PricedLedger;
import io.spindrift.memory.product.CountExperiment;
import io.spindrift.memory.product.CountMeasurement;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Population counts as text, JSON and a table.
 *
 * @param experiment what was counted
 * @param points one for each spread and width of the converter
 * @param seed root of all chance
 */
record CountView(CountExperiment experiment, List<Point> points, long seed) {
  /** One measurement. */
  record Point(double spread, double onOffRatio, int bits, CountMeasurement measured) {
    double joules() {
      return PricedLedger.of(measured.actions(), ActionPrices.standard()).totalJoules()
          / measured.counts();
    }
  }

  void print(Session session) {
    session.print(
        "population counts of %d rows on %d columns of %d chips",
        experiment.rows(), experiment.columns(), experiment.chips());
    TextTable table =
        new TextTable(
            "spread",
            "ADC bits",
            "step",
            "error variance",
            "+-",
            "expected",
            "wrong counts",
            "expected",
            "J/count");
    for (Point point : points) {
      CountMeasurement measured = point.measured();
      table.add(
          NumberText.of(point.spread()),
          Integer.toString(point.bits()),
          NumberText.of(measured.stepCounts()),
          NumberText.of(measured.meanSquare()),
          NumberText.of(measured.standardError()),
          NumberText.of(measured.expected()),
          NumberText.of(measured.wrongShare()),
          NumberText.of(measured.wrongExpected()),
          NumberText.of(point.joules()));
    }
    table.rightAligned(0, 1, 2, 3, 4, 5, 6, 7, 8).print(session.out());
  }

  Map<String, Object> document() {
    return JsonOutput.object(
        "method", "count",
        "rows", experiment.rows(),
        "columns", experiment.columns(),
        "chips", experiment.chips(),
        "points", points.stream().map(CountView::fields).toList(),
        "seed", seed);
  }

  private static Map<String, Object> fields(Point point) {
    CountMeasurement measured = point.measured();
    return JsonOutput.object(
        "spread", point.spread(),
        "onOffRatio", Double.isInfinite(point.onOffRatio()) ? null : point.onOffRatio(),
        "adcBits", point.bits(),
        "stepCounts", measured.stepCounts(),
        "errorVariance", measured.meanSquare(),
        "standardError", measured.standardError(),
        "expectedVariance", measured.expected(),
        "wrongShare", measured.wrongShare(),
        "expectedWrongShare", measured.wrongExpected(),
        "joulesPerCount", point.joules());
  }

  List<Table> tables() {
    return List.of(
        Table.named("count_error")
            .reals("spread", numbers(Point::spread))
            .wholes("adcBits", points.stream().mapToLong(Point::bits).toArray())
            .reals("errorVariance", numbers(p -> p.measured().meanSquare()))
            .reals("standardError", numbers(p -> p.measured().standardError()))
            .reals("expectedVariance", numbers(p -> p.measured().expected()))
            .reals("wrongShare", numbers(p -> p.measured().wrongShare()))
            .reals("expectedWrongShare", numbers(p -> p.measured().wrongExpected()))
            .reals("joulesPerCount", numbers(Point::joules)));
  }

  private double[] numbers(ToDoubleFunction<Point> component) {
    return points.stream().mapToDouble(component).toArray();
  }
}
