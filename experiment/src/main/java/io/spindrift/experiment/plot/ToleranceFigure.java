package io.spindrift.experiment.plot;

import io.spindrift.experiment.plot.Curve.Style;
import java.util.Arrays;

/**
 * A metric over the size of an imperfection, beside its level with software noise and the margin
 * above it.
 */
public final class ToleranceFigure {
  private final LineFigure figure;
  private final double from;
  private final double to;

  /**
   * Begins a figure.
   *
   * @param name file name without ending
   * @param size axis of the sizes
   * @param metric axis of the metric
   * @param sizes sizes of the imperfection, in any order
   */
  public ToleranceFigure(String name, Axis size, Axis metric, double[] sizes) {
    this.figure = new LineFigure(name, size, metric);
    this.from = Arrays.stream(sizes).min().orElseThrow();
    this.to = Arrays.stream(sizes).max().orElseThrow();
  }

  /** Adds a measured curve with its intervals. */
  public ToleranceFigure measured(
      String label, Ink ink, double[] sizes, double[] values, double[] low, double[] high) {
    figure.add(Curve.of(label, ink, Style.DOTS, sizes, values).band(low, high));
    figure.add(Curve.of("", ink, Style.LINE, sizes, values));
    return this;
  }

  /** Adds the level without the imperfection, with its interval and the margin above it. */
  public ToleranceFigure software(double value, double low, double high, double margin) {
    figure.add(
        Curve.of(
                "software noise",
                Ink.SOFTWARE,
                Style.LINE,
                new double[] {from, to},
                new double[] {value, value})
            .band(new double[] {low, low}, new double[] {high, high}));
    figure.markY(value + margin, "software + margin", Ink.REFERENCE);
    return this;
  }

  /** Adds the size at which the margin is exceeded, with its interval. */
  public ToleranceFigure threshold(double size, double oneEnd, double otherEnd) {
    figure.bandX(Math.min(oneEnd, otherEnd), Math.max(oneEnd, otherEnd), Ink.ACCENT);
    figure.markX(size, "threshold", Ink.ACCENT);
    return this;
  }

  /** Draws the figure. */
  public Figure draw(String caption, int width, int height) {
    return figure.draw(caption, width, height);
  }
}
