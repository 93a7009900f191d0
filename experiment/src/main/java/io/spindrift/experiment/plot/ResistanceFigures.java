package io.spindrift.experiment.plot;

import java.util.Arrays;
import java.util.List;

/** Measured resistance and the fitted curve through it. */
public final class ResistanceFigures {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 420;

  /**
   * The data and the curve of one state.
   *
   * @param label the state in words
   * @param at where it was measured, in the unit of the axis
   * @param ohms measured resistances
   * @param curveAt where the curve is drawn
   * @param curveOhms fitted resistances
   */
  public record Side(
      String label, double[] at, double[] ohms, double[] curveAt, double[] curveOhms) {}

  /**
   * The figure of one sweep.
   *
   * @param name file name without ending
   * @param caption one sentence below the figure
   * @param axis what was swept, with its unit
   * @param sides one or both states
   */
  public static Figure of(String name, String caption, String axis, List<Side> sides) {
    LineFigure figure =
        new LineFigure(name, Axis.linear(axis), Axis.linear("resistance (k\u03a9)"));
    List<Ink> inks = List.of(Ink.HARDWARE, Ink.SOFTWARE);
    for (int i = sides.size() - 1; i >= 0; i--) {
      Side side = sides.get(i);
      figure.add(
          Curve.of(
              side.label() + ", measured",
              inks.get(i),
              Curve.Style.DOTS,
              side.at(),
              kiloohms(side.ohms())));
      figure.add(
          Curve.of(
              side.label() + ", fitted",
              inks.get(i),
              i == 0 ? Curve.Style.LINE : Curve.Style.DASHED,
              side.curveAt(),
              kiloohms(side.curveOhms())));
    }
    return figure.draw(caption, WIDTH, HEIGHT);
  }

  private static double[] kiloohms(double[] ohms) {
    return Arrays.stream(ohms).map(r -> r * 1e-3).toArray();
  }

  private ResistanceFigures() {}
}
