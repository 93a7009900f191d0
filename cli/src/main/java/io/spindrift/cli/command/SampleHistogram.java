package io.spindrift.cli.command;

import io.spindrift.entropy.gaussian.NormalTails;
import io.spindrift.entropy.gaussian.StatedLaw;
import io.spindrift.experiment.plot.Axis;
import io.spindrift.experiment.plot.Curve;
import io.spindrift.experiment.plot.Figure;
import io.spindrift.experiment.plot.Ink;
import io.spindrift.experiment.plot.LineFigure;
import io.spindrift.experiment.run.Table;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How often samples lie in cells of half a standard deviation, (x - 1/4, x + 1/4] about multiples x
 * of one half from -8 to 8, beside what the stated law and the normal say.
 */
final class SampleHistogram {
  private static final double WIDTH = 0.5;
  private static final double SMALLEST_MASS = 1e-14;
  private static final int CELLS = 33;
  private static final int MIDDLE = CELLS / 2;

  private final long[] counts = new long[CELLS];
  private long drawn;

  /** Counts the first {@code length} samples; those beyond the cells count as drawn alone. */
  void add(float[] samples, int length) {
    for (int i = 0; i < length; i++) {
      int cell = MIDDLE + (int) Math.ceil(2.0 * samples[i] - WIDTH);
      if (cell >= 0 && cell < CELLS) {
        counts[cell]++;
      }
    }
    drawn += length;
  }

  /** Counts what another histogram counted. */
  void add(SampleHistogram other) {
    Arrays.setAll(counts, cell -> counts[cell] + other.counts[cell]);
    drawn += other.drawn;
  }

  /** Forgets everything. */
  void clear() {
    Arrays.fill(counts, 0);
    drawn = 0;
  }

  /** Densities over every cell. */
  Table table(StatedLaw law) {
    return Table.named("gaussian_law")
        .reals("cell_sigma", centres())
        .reals("stated_density", density(law))
        .reals("drawn_density", drawnDensity())
        .reals("normal_density", normalDensity())
        .wholes("drawn_count", counts);
  }

  /**
   * The densities on a logarithmic axis; cells without any probability, or beyond the reach of the
   * law, are left out.
   */
  Figure draw(StatedLaw law, String method) {
    double end = law.reachSigma() + 2 * WIDTH;
    return new LineFigure(
            "gaussian_law",
            Axis.linear("sample (standard deviations)"),
            Axis.powersOfTen("density in steps of one half"))
        .add(curve("drawn", Ink.HARDWARE, Curve.Style.DOTS, drawnDensity(), end))
        .add(curve("stated law", Ink.SECOND, Curve.Style.LINE, density(law), end))
        .add(curve("normal", Ink.REFERENCE, Curve.Style.LINE, normalDensity(), end))
        .draw(
            "The exact law of %s, %d samples drawn from it, and the normal."
                .formatted(method, drawn),
            720,
            420);
  }

  private static Curve curve(
      String label, Ink ink, Curve.Style style, double[] density, double end) {
    double[] centres = centres();
    int[] kept =
        IntStream.range(0, CELLS)
            .filter(cell -> density[cell] > 0 && Math.abs(centres[cell]) <= end)
            .toArray();
    return Curve.of(
        label,
        ink,
        style,
        Arrays.stream(kept).mapToDouble(cell -> centres[cell]).toArray(),
        Arrays.stream(kept).mapToDouble(cell -> density[cell]).toArray());
  }

  private static double[] centres() {
    return IntStream.range(0, CELLS).mapToDouble(cell -> WIDTH * (cell - MIDDLE)).toArray();
  }

  /** Differences of F, below whose rounding in the upper tail nothing is shown. */
  private static double[] density(StatedLaw law) {
    return Arrays.stream(centres())
        .map(x -> law.cumulative(x + WIDTH / 2) - law.cumulative(x - WIDTH / 2))
        .map(mass -> mass > SMALLEST_MASS ? mass / WIDTH : 0)
        .toArray();
  }

  private static double[] normalDensity() {
    return Arrays.stream(centres())
        .map(x -> NormalTails.between(x - WIDTH / 2, x + WIDTH / 2) / WIDTH)
        .toArray();
  }

  private double[] drawnDensity() {
    return Arrays.stream(counts).mapToDouble(count -> count / (WIDTH * drawn)).toArray();
  }
}
