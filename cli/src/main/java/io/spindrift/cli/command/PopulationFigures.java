package io.spindrift.cli.command;

import io.spindrift.device.MagneticState;
import io.spindrift.device.population.CoinPopulation;
import io.spindrift.device.population.Histogram;
import io.spindrift.device.population.Readings;
import io.spindrift.experiment.plot.Axis;
import io.spindrift.experiment.plot.Curve;
import io.spindrift.experiment.plot.Curve.Style;
import io.spindrift.experiment.plot.Figure;
import io.spindrift.experiment.plot.Ink;
import io.spindrift.experiment.plot.LineFigure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The figures of a population: who switches how often, how biased the coins are, how many are good.
 */
final class PopulationFigures {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 380;
  private static final int MOST_BINS = 60;
  private static final int YIELD_POINTS = 101;
  private static final double LARGEST_TOLERANCE = 0.5;

  static List<Figure> of(PopulationData data, String conditions) {
    if (data.coins().isEmpty()) {
      return List.of();
    }
    CoinPopulation coins = data.coins().get();
    List<Figure> figures = new ArrayList<>();
    figures.add(
        twoHistograms(
            "population_probability",
            "probability that the pulse switches the device",
            "from P",
            coins.probability(MagneticState.PARALLEL),
            "from AP",
            coins.probability(MagneticState.ANTIPARALLEL),
            "Switching probability of each device, from either state, as counted. " + conditions));
    coins
        .freeBias()
        .ifPresent(free ->
            figures.add(
                twoHistograms(
                    "population_bias",
                    "bias of the coin, probability of AP less 1/2",
                    "reset to P",
                    coins.resetBias(MagneticState.PARALLEL),
                    "running freely",
                    free,
                    "Bias of each device as a coin: reset to P before each toss, or running"
                        + " freely. "
                        + conditions)));
    figures.add(goodShare(coins, conditions));
    return figures;
  }

  private static Figure twoHistograms(
      String name,
      String label,
      String firstLabel,
      Readings first,
      String secondLabel,
      Readings second,
      String caption) {
    double width = width(first, second);
    Histogram bars = first.histogram(width);
    double[] centres = new double[bars.counts().size()];
    double[] heights = new double[centres.length];
    double highest = 0;
    for (int i = 0; i < centres.length; i++) {
      centres[i] = bars.centre(i);
      heights[i] = bars.counts().get(i);
      highest = Math.max(highest, heights[i]);
    }
    Histogram line = second.histogram(width);
    for (long count : line.counts()) {
      highest = Math.max(highest, count);
    }
    double low = Math.min(bars.low(), line.low());
    double high = Math.max(end(bars), end(line));
    double margin = 0.03 * (high - low);
    return new LineFigure(
            name,
            Axis.linear(label).between(low - margin, high + margin),
            Axis.linear("devices").between(0, 1.08 * highest))
        .add(outline(secondLabel, line))
        .add(Curve.of(firstLabel, Ink.HARDWARE, Style.BARS, centres, heights))
        .draw(caption, WIDTH, HEIGHT);
  }

  /** The finer of the two widths, unless it would make too many bins of the other histogram. */
  private static double width(Readings first, Readings second) {
    double fine = Math.min(first.histogram().width(), second.histogram().width());
    double span =
        Math.max(first.quantile(1), second.quantile(1))
            - Math.min(first.quantile(0), second.quantile(0));
    return span <= MOST_BINS * fine
        ? fine
        : Math.max(first.histogram().width(), second.histogram().width());
  }

  private static double end(Histogram histogram) {
    return histogram.low() + histogram.width() * histogram.counts().size();
  }

  private static Curve outline(String label, Histogram histogram) {
    int bins = histogram.counts().size();
    double[] x = new double[2 * bins + 2];
    double[] y = new double[x.length];
    for (int edge = 0; edge <= bins; edge++) {
      x[2 * edge] = x[2 * edge + 1] = histogram.low() + edge * histogram.width();
      y[2 * edge] = edge == 0 ? 0 : histogram.counts().get(edge - 1);
      y[2 * edge + 1] = edge == bins ? 0 : histogram.counts().get(edge);
    }
    return Curve.of(label, Ink.SOFTWARE, Style.LINE, x, y);
  }

  private static Figure goodShare(CoinPopulation coins, String conditions) {
    double[] tolerances = new double[YIELD_POINTS];
    Arrays.setAll(tolerances, i -> LARGEST_TOLERANCE * i / (YIELD_POINTS - 1));
    LineFigure figure =
        new LineFigure(
            "population_yield",
            Axis.linear("largest bias that is accepted").between(0, LARGEST_TOLERANCE),
            Axis.linear("share of devices").between(0, 1.02));
    Ink[] inks = {Ink.HARDWARE, Ink.SECOND, Ink.SOFTWARE};
    int next = 0;
    for (var coin : PopulationView.biases(coins).entrySet()) {
      double[] share = new double[YIELD_POINTS];
      double[] low = new double[YIELD_POINTS];
      double[] high = new double[YIELD_POINTS];
      for (int i = 0; i < YIELD_POINTS; i++) {
        CoinPopulation.Yield yield = CoinPopulation.yield(coin.getValue(), tolerances[i]);
        share[i] = yield.share();
        low[i] = Math.max(0, yield.share() - yield.standardError());
        high[i] = Math.min(1, yield.share() + yield.standardError());
      }
      figure.add(
          Curve.of(
                  coin.getKey().replace(" ap", " AP").replace(" p", " P"),
                  inks[next++],
                  Style.LINE,
                  tolerances,
                  share)
              .band(low, high));
    }
    return figure.draw(
        "Share of devices whose bias is within a tolerance, with its standard error. " + conditions,
        WIDTH,
        HEIGHT);
  }

  private PopulationFigures() {}
}
