package io.spindrift.experiment.plot;

import java.util.ArrayList;
import java.util.List;

/** Counted pulses with their confidence intervals, and the fitted curve through them. */
public final class FitFigures {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 420;

  /**
   * The data and the curve of one state.
   *
   * @param label the state in words
   * @param pulseSeconds pulse widths that were counted
   * @param share counted shares
   * @param low lower ends of their intervals
   * @param high upper ends of their intervals
   * @param curveSeconds pulse widths of the curve
   * @param curve fitted probability at these
   */
  public record Side(
      String label,
      double[] pulseSeconds,
      double[] share,
      double[] low,
      double[] high,
      double[] curveSeconds,
      double[] curve) {}

  /**
   * The figure of one voltage.
   *
   * @param name file name without ending
   * @param caption one sentence below the figure
   * @param sides one or both states
   */
  public static Figure at(String name, String caption, List<Side> sides) {
    LineFigure figure =
        new LineFigure(
            name,
            Axis.linear("pulse width (ns)"),
            Axis.linear("switching probability").between(-0.03, 1.03));
    List<Ink> inks = new ArrayList<>(List.of(Ink.HARDWARE, Ink.SOFTWARE));
    for (int i = sides.size() - 1; i >= 0; i--) {
      Side side = sides.get(i);
      figure.add(
          Curve.of(
                  side.label() + ", measured",
                  inks.get(i),
                  Curve.Style.DOTS,
                  nanoseconds(side.pulseSeconds()),
                  side.share())
              .band(side.low(), side.high()));
      figure.add(
          Curve.of(
              side.label() + ", fitted",
              inks.get(i),
              i == 0 ? Curve.Style.LINE : Curve.Style.DASHED,
              nanoseconds(side.curveSeconds()),
              side.curve()));
    }
    return figure.draw(caption, WIDTH, HEIGHT);
  }

  private static double[] nanoseconds(double[] seconds) {
    double[] scaled = seconds.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= 1e9;
    }
    return scaled;
  }

  private FitFigures() {}
}
