package io.spindrift.experiment.plot;

import org.jspecify.annotations.Nullable;

/**
 * One curve of a line figure.
 *
 * @param label legend entry, empty for none
 * @param ink colour
 * @param style how it is drawn
 * @param x abscissae
 * @param y ordinates
 * @param low lower ends of an uncertainty band, null for none
 * @param high upper ends of an uncertainty band, null for none
 */
public record Curve(
    String label,
    Ink ink,
    Style style,
    double[] x,
    double[] y,
    double @Nullable [] low,
    double @Nullable [] high) {
  /** How a curve is drawn. */
  public enum Style {
    /** A solid line. */
    LINE,
    /** A dashed line. */
    DASHED,
    /** A line through small points, with a band where the uncertainty is known. */
    POINTS,
    /** Points alone, with bars where the uncertainty is known. */
    DOTS,
    /** Bars that touch, for histograms over evenly spaced centres. */
    BARS,
    /** Thin stems from zero, for correlations. */
    STEMS
  }

  /** Checks that the columns are equally long. */
  public Curve {
    if (x.length != y.length
        || (low != null && low.length != x.length)
        || (high != null && high.length != x.length)) {
      throw new IllegalArgumentException("the columns of curve " + label + " differ in length");
    }
  }

  /** A curve without a band. */
  public static Curve of(String label, Ink ink, Style style, double[] x, double[] y) {
    return new Curve(label, ink, style, x, y, null, null);
  }

  /** This curve with an uncertainty band. */
  public Curve band(double[] lowEnds, double[] highEnds) {
    return new Curve(label, ink, style, x, y, lowEnds, highEnds);
  }
}
