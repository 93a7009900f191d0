package io.spindrift.cli.command;

import io.spindrift.experiment.plot.Axis;
import io.spindrift.experiment.plot.Curve;
import io.spindrift.experiment.plot.Figure;
import io.spindrift.experiment.plot.Ink;
import io.spindrift.experiment.plot.LineFigure;
import io.spindrift.experiment.run.Table;
import io.spindrift.memory.cost.ActionPrices;
import io.spindrift.memory.cost.Price;
import io.spindrift.memory.ledger.LedgerEntry;
import io.spindrift.memory.product.Periphery;
import io.spindrift.memory.product.ProductExperiment;
import io.spindrift.memory.product.ProductMeasurement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Measured products as JSON, as a table and as figures.
 *
 * @param method binary or bit-sliced
 * @param experiment what was multiplied
 * @param periphery what stands around the cells, but for the bits of its converter
 * @param points one per spread and converter
 * @param seed root of all chance
 */
record MvmView(
    String method,
    ProductExperiment experiment,
    Periphery periphery,
    List<Point> points,
    long seed) {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 440;
  private static final int CELLS = 41; // of the histogram
  private static final Ink[] INKS = {
    Ink.HARDWARE, Ink.SOFTWARE, Ink.SECOND, Ink.ACCENT, Ink.REFERENCE
  };

  /**
   * One spread and one converter.
   *
   * @param spread relative standard deviation of the conductance
   * @param onOffRatio of the mean conductances
   * @param bits of a conversion
   * @param step of a conversion, in counts
   * @param measured what came out
   * @param joules per multiply-accumulate, where every action has a price
   * @param unpriced actions that have none
   */
  record Point(
      double spread,
      double onOffRatio,
      int bits,
      double step,
      ProductMeasurement measured,
      Optional<Double> joules,
      List<String> unpriced) {
    static Point of(MvmCells.Choice choice, Periphery periphery, ProductMeasurement measured) {
      ActionPrices prices = ActionPrices.standard();
      double joules = 0;
      List<String> unpriced = new ArrayList<>();
      for (LedgerEntry entry : measured.actions()) {
        Optional<Price> price = prices.find(entry.action());
        if (price.isEmpty()) {
          unpriced.add(entry.action().name());
        } else {
          joules += entry.count() * price.get().energyJoules();
        }
      }
      return new Point(
          choice.relativeSpread(),
          choice.onOffRatio(),
          periphery.conversionBits(),
          measured.stepCounts(),
          measured,
          unpriced.isEmpty() ? Optional.of(joules / measured.accumulations()) : Optional.empty(),
          unpriced);
    }

    double analytic() {
      return measured.budget().total();
    }
  }

  Map<String, Object> document() {
    return JsonOutput.object(
        "method", method,
        "rows", experiment.weights().rows(),
        "columns", experiment.weights().columns(),
        "vectors", experiment.inputs().rows(),
        "chips", experiment.chips(),
        "noise", periphery.noiseCells(),
        "points", points.stream().map(MvmView::fields).toList(),
        "seed", seed);
  }

  private static Map<String, Object> fields(Point point) {
    ProductMeasurement measured = point.measured();
    Map<String, Object> actions = new TreeMap<>();
    measured
        .actions()
        .forEach(entry ->
            actions.put(entry.action().name(), (double) entry.count() / measured.accumulations()));
    double bits = measured.effectiveBits();
    return JsonOutput.object(
        "spread", point.spread(),
        "onOffRatio", Double.isInfinite(point.onOffRatio()) ? null : point.onOffRatio(),
        "adcBits", point.bits(),
        "stepCounts", point.step(),
        "errorVariance", measured.meanSquare(),
        "standardError", measured.standardError(),
        "analyticVariance", point.analytic(),
        "spreadVariance", measured.budget().spread(),
        "noiseVariance", measured.budget().noise(),
        "quantisationVariance", measured.budget().quantisation(),
        "expectedVariance", measured.expected(),
        "signalVariance", measured.signalVariance(),
        "effectiveBits", Double.isFinite(bits) ? bits : null,
        "actionsPerAccumulation", actions,
        "joulesPerAccumulation", point.joules().orElse(null),
        "unpriced", point.unpriced());
  }

  List<Table> tables() {
    Table curve =
        Table.named("product_error")
            .reals("spread", numbers(Point::spread))
            .reals("onOffRatio", numbers(Point::onOffRatio))
            .wholes("adcBits", points.stream().mapToLong(Point::bits).toArray())
            .reals("stepCounts", numbers(Point::step))
            .reals("errorVariance", numbers(p -> p.measured().meanSquare()))
            .reals("standardError", numbers(p -> p.measured().standardError()))
            .reals("analyticVariance", numbers(Point::analytic))
            .reals("expectedVariance", numbers(p -> p.measured().expected()))
            .reals("signalVariance", numbers(p -> p.measured().signalVariance()))
            .reals("effectiveBits", numbers(p -> p.measured().effectiveBits()))
            .reals("joulesPerAccumulation", numbers(p -> p.joules().orElse(Double.NaN)));
    ProductMeasurement last = points.getLast().measured();
    Table results =
        Table.named("product_results").reals("exact", last.exact()).reals("result", last.results());
    return List.of(curve, results);
  }

  List<Figure> figures() {
    return points.stream().allMatch(p -> p.measured().meanSquare() > 0)
        ? List.of(againstSpread(), histogram())
        : List.of(histogram());
  }

  private Figure againstSpread() {
    LineFigure figure =
        new LineFigure(
            "product_error",
            Axis.linear("relative spread of conductances"),
            Axis.logarithmic("error, root mean square", ""));
    int[] widths = points.stream().mapToInt(Point::bits).distinct().toArray();
    for (int i = 0; i < widths.length; i++) {
      int bits = widths[i];
      List<Point> side = points.stream().filter(p -> p.bits() == bits).toList();
      double[] x = side.stream().mapToDouble(Point::spread).toArray();
      Ink ink = INKS[i % INKS.length];
      figure.add(
          Curve.of(bits + " bits, measured", ink, Curve.Style.DOTS, x, roots(side, 0))
              .band(roots(side, -2), roots(side, 2)));
      figure.add(
          Curve.of(
              i == 0 ? "analytic" : "",
              ink,
              Curve.Style.LINE,
              x,
              side.stream().mapToDouble(p -> Math.sqrt(p.analytic())).toArray()));
      figure.add(
          Curve.of(
              i == 0 ? "converter enumerated" : "",
              ink,
              Curve.Style.DASHED,
              x,
              side.stream().mapToDouble(p -> Math.sqrt(p.measured().expected())).toArray()));
    }
    return figure.draw(
        "Error of a product of %d rows against the spread of the cells, by bits of the converter;"
                .formatted(experiment.weights().rows())
            + " bars are two standard errors. A smooth law of the converter (line) does not hold"
            + " where cells are alike; its enumeration (dashed) does.",
        WIDTH,
        HEIGHT);
  }

  private static double[] roots(List<Point> side, double sigmas) {
    return side.stream()
        .mapToDouble(p -> {
          double square = p.measured().meanSquare();
          return Math.sqrt(Math.max(square / 100, square + sigmas * p.measured().standardError()));
        })
        .toArray();
  }

  private Figure histogram() {
    Point last = points.getLast();
    double sigma = Math.sqrt(Math.max(1e-30, last.measured().expected()));
    double[] x = new double[CELLS];
    double[] y = new double[CELLS];
    double[] normal = new double[CELLS];
    double width = 10 * sigma / CELLS;
    for (int i = 0; i < CELLS; i++) {
      x[i] = (i - CELLS / 2) * width;
      normal[i] = Math.exp(-x[i] * x[i] / (2 * sigma * sigma)) / (sigma * Math.sqrt(2 * Math.PI));
    }
    double[] exact = last.measured().exact();
    for (int i = 0; i < exact.length; i++) {
      long cell = Math.round((last.measured().results()[i] - exact[i]) / width) + CELLS / 2;
      if (cell >= 0 && cell < CELLS) {
        y[(int) cell] += 1 / (exact.length * width);
      }
    }
    return new LineFigure(
            "product_histogram", Axis.linear("error of a result"), Axis.linear("density"))
        .add(Curve.of("normal, expected variance", Ink.REFERENCE, Curve.Style.DASHED, x, normal))
        .add(Curve.of("measured", Ink.HARDWARE, Curve.Style.BARS, x, y))
        .draw(
            String.format(
                Locale.ROOT,
                "Errors of one chip at a spread of %.3g and %d bits.",
                last.spread(),
                last.bits()),
            WIDTH,
            HEIGHT);
  }

  void print(Session session) {
    session.print(
        "%s product of %d vectors with %d x %d weights on %d chips",
        method,
        experiment.inputs().rows(),
        experiment.weights().rows(),
        experiment.weights().columns(),
        experiment.chips());
    TextTable table =
        new TextTable(
            "spread",
            "ADC bits",
            "step",
            "error variance",
            "+-",
            "analytic",
            "ratio",
            "expected",
            "effective bits",
            "J/MAC");
    for (Point point : points) {
      ProductMeasurement measured = point.measured();
      double bits = measured.effectiveBits();
      table.add(
          text("%.3g", point.spread()),
          Integer.toString(point.bits()),
          text("%.4g", point.step()),
          text("%.4g", measured.meanSquare()),
          text("%.2g", measured.standardError()),
          text("%.4g", point.analytic()),
          text("%.3f", measured.meanSquare() / point.analytic()),
          text("%.4g", measured.expected()),
          Double.isFinite(bits) ? text("%.2f", bits) : "exact",
          point.joules().map(joules -> text("%.3g", joules)).orElse(""));
    }
    table.rightAligned(0, 1, 2, 3, 4, 5, 6, 7, 8, 9).print(session.out());
    ProductMeasurement first = points.getFirst().measured();
    first
        .actions()
        .forEach(entry ->
            session.print(
                "%s per multiply-accumulate at %d ADC bits: %.4g",
                entry.action(),
                points.getFirst().bits(),
                (double) entry.count() / first.accumulations()));
    if (!points.getFirst().unpriced().isEmpty()) {
      session.print("no energy: no price for %s", String.join(", ", points.getFirst().unpriced()));
    }
  }

  private static String text(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private double[] numbers(ToDoubleFunction<Point> component) {
    return points.stream().mapToDouble(component).toArray();
  }
}
