package io.spindrift.experiment.plot;

import io.spindrift.experiment.plot.Curve.Style;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A metric against what sampling costs, one curve a sampler: steps in one figure, time in another.
 */
public final class SamplerFigure {
  private static final List<Ink> INKS =
      List.of(Ink.HARDWARE, Ink.SOFTWARE, Ink.SECOND, Ink.ACCENT, Ink.REFERENCE);

  private record Row(
      String sampler,
      double[] calls,
      double[] millisPerImage,
      double[] values,
      double[] low,
      double[] high) {}

  private final String metric;
  private final List<Row> rows = new ArrayList<>();

  /** Begins figures of a metric, named with its unit. */
  public SamplerFigure(String metric) {
    this.metric = metric;
  }

  /**
   * Adds one sampler.
   *
   * @param sampler its name
   * @param calls network calls an image
   * @param millisPerImage time an image in milliseconds
   * @param values the metric
   * @param low lower ends of its intervals
   * @param high upper ends of its intervals
   */
  public SamplerFigure add(
      String sampler,
      double[] calls,
      double[] millisPerImage,
      double[] values,
      double[] low,
      double[] high) {
    rows.add(new Row(sampler, calls, millisPerImage, values, low, high));
    return this;
  }

  /** The metric against network calls. */
  public Figure overCalls(String name, String caption, int width, int height) {
    LineFigure figure =
        new LineFigure(name, Axis.logarithmic("network calls an image", ""), values());
    for (int i = 0; i < rows.size(); i++) {
      draw(figure, rows.get(i), rows.get(i).calls(), ink(i));
    }
    return figure.draw(caption, width, height);
  }

  /** The metric against time. */
  public Figure overTime(String name, String caption, int width, int height) {
    LineFigure figure = new LineFigure(name, Axis.logarithmic("time an image (ms)", ""), values());
    for (int i = 0; i < rows.size(); i++) {
      draw(figure, rows.get(i), rows.get(i).millisPerImage(), ink(i));
    }
    return figure.draw(caption, width, height);
  }

  /** Logarithmic, unless an interval reaches down to zero. */
  private Axis values() {
    boolean positive =
        rows.stream().flatMapToDouble(r -> Arrays.stream(r.low())).allMatch(v -> v > 0);
    return positive ? Axis.logarithmic(metric, "") : Axis.linear(metric);
  }

  private static void draw(LineFigure figure, Row row, double[] x, Ink ink) {
    figure.add(
        Curve.of(row.sampler(), ink, Style.DOTS, x, row.values()).band(row.low(), row.high()));
    figure.add(Curve.of("", ink, Style.LINE, x, row.values()));
  }

  private static Ink ink(int index) {
    return INKS.get(index % INKS.size());
  }
}
