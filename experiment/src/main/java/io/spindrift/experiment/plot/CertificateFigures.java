package io.spindrift.experiment.plot;

import io.spindrift.experiment.plot.Curve.Style;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The figures of a certificate of bits or of Gaussian samples. */
public final class CertificateFigures {
  private static final int WIDTH = 480;
  private static final int HEIGHT = 300;
  private static final double BAND = 2.5758293;

  /**
   * Histogram of p-values in equal cells of [0, 1], with the level that is expected and the 99 %
   * band of a count.
   *
   * @param counts p-values in each cell
   */
  public static Figure pValues(long[] counts) {
    long total = Arrays.stream(counts).sum();
    double expected = total / (double) counts.length;
    double half = BAND * Math.sqrt(expected * (1 - 1.0 / counts.length));
    double[] centres =
        IntStream.range(0, counts.length).mapToDouble(i -> (i + 0.5) / counts.length).toArray();
    double[] heights = Arrays.stream(counts).asDoubleStream().toArray();
    double top = Math.max(Arrays.stream(heights).max().orElse(1), expected + half) * 1.12;
    return new LineFigure(
            "p-values",
            Axis.linear("p-value").between(-0.02, 1.02),
            Axis.linear("number of p-values").between(0, Math.max(1, top)))
        .add(Curve.of("", Ink.HARDWARE, Style.BARS, centres, heights))
        .markY(expected, "", Ink.TEXT)
        .markY(expected + half, "", Ink.ACCENT)
        .markY(Math.max(0, expected - half), "", Ink.ACCENT)
        .draw(
            "P-values of all tests and sequences. Dashed: the mean, and the counts between which 99"
                + " of 100 cells would lie if all p-values were independent and uniform; tests of"
                + " the same bits are related, so a little more scatter is no defect.",
            WIDTH,
            HEIGHT);
  }

  /**
   * Number of runs of each length against the geometric law.
   *
   * @param counts runs of length 1, 2, ...
   * @param expected what fair bits have on average
   */
  public static Figure runLengths(long[] counts, double[] expected) {
    int shown = 1;
    while (shown < counts.length && (counts[shown] > 0 || expected[shown] > 0.5)) {
      shown++;
    }
    double[] length = IntStream.rangeClosed(1, shown).asDoubleStream().toArray();
    double[] law = Arrays.copyOf(expected, shown);
    double[] low = new double[shown];
    double[] high = new double[shown];
    for (int i = 0; i < shown; i++) {
      low[i] = Math.max(0.2, law[i] - BAND * Math.sqrt(law[i]));
      high[i] = law[i] + BAND * Math.sqrt(law[i]);
    }
    double[] found = new double[shown];
    for (int i = 0; i < shown; i++) {
      found[i] = counts[i] == 0 ? Double.NaN : counts[i];
    }
    return new LineFigure(
            "run-lengths",
            Axis.linear("length of a run (bits)").between(0.5, shown + 0.5),
            Axis.powersOfTen("number of runs").between(0.2, 3 * Math.max(1, high[0])))
        .add(Curve.of("runs found", Ink.HARDWARE, Style.DOTS, length, found))
        .add(Curve.of("geometric law", Ink.REFERENCE, Style.DASHED, length, law).band(low, high))
        .draw(
            "Runs of equal bits by length, and the geometric law of fair independent bits with the"
                + " 99 % band of a count.",
            WIDTH, HEIGHT);
  }

  /**
   * Autocorrelation against the lag.
   *
   * @param unit what a lag is counted in, such as {@code "bits"}
   * @param correlation r(1), r(2), ...
   * @param standardError standard deviation of r of independent values
   */
  public static Figure autocorrelation(String unit, double[] correlation, double standardError) {
    double[] lag = IntStream.rangeClosed(1, correlation.length).asDoubleStream().toArray();
    double half = BAND * standardError;
    double largest = Arrays.stream(correlation).map(Math::abs).max().orElse(0);
    double end = 1.15 * Math.max(largest, 1.6 * half);
    return new LineFigure(
            "autocorrelation",
            Axis.linear("lag (" + unit + ")").between(0, correlation.length + 1),
            Axis.linear("autocorrelation").between(-end, end))
        .add(Curve.of("", Ink.HARDWARE, Style.STEMS, lag, correlation))
        .add(level("", Ink.REFERENCE, 0, correlation.length + 1, 0, half))
        .draw(
            "Autocorrelation. Shaded: ±2.58/√N, outside of which one lag in a hundred of"
                + " independent values lies.",
            WIDTH,
            HEIGHT);
  }

  /**
   * Averaged power spectrum.
   *
   * @param frequency in cycles per bit
   * @param power mean power, 1 for fair bits
   * @param half half width of the 99 % band of one point
   */
  public static Figure spectrum(double[] frequency, double[] power, double half) {
    double largest = Arrays.stream(power).map(p -> Math.abs(p - 1)).max().orElse(0);
    double end = 1.15 * Math.max(largest, 1.6 * half);
    return new LineFigure(
            "spectrum",
            Axis.linear("frequency (cycles per bit)").between(0, 0.5),
            Axis.linear("power, fair bits = 1").between(Math.max(0, 1 - end), 1 + end))
        .add(Curve.of("", Ink.HARDWARE, Style.LINE, frequency, power))
        .add(level("", Ink.REFERENCE, 0, 0.5, 1, half))
        .draw(
            "Power spectrum of the bits as −1 and +1, averaged over segments of 4,096. Shaded: 99 %"
                + " band of one point; white noise is flat at 1.",
            WIDTH, HEIGHT);
  }

  /**
   * Quantiles of samples less those of the normal, where a small deviation can be seen.
   *
   * @param normal quantiles of the standard normal
   * @param sample quantiles of the samples
   * @param error standard errors of these
   */
  public static Figure quantiles(double[] normal, double[] sample, double[] error) {
    double[] low = new double[normal.length];
    double[] high = new double[normal.length];
    for (int i = 0; i < normal.length; i++) {
      low[i] = normal[i] - BAND * error[i];
      high[i] = normal[i] + BAND * error[i];
    }
    double end = 1.04 * Math.abs(normal[0]);
    double top =
        1.04 * Math.max(Math.abs(normal[0]), Arrays.stream(sample).map(Math::abs).max().orElse(1));
    return new LineFigure(
            "quantiles",
            Axis.linear("quantile of the standard normal (σ)").between(-end, end),
            Axis.linear("quantile of the samples (σ)").between(-top, top))
        .add(Curve.of("samples", Ink.HARDWARE, Style.DOTS, normal, sample))
        .add(
            Curve.of("standard normal", Ink.REFERENCE, Style.DASHED, normal, normal)
                .band(low, high))
        .draw(
            "Q-Q plot against the standard normal. Shaded: 99 % band of one quantile.",
            WIDTH, HEIGHT);
  }

  /**
   * Histogram of samples against the density of the standard normal.
   *
   * @param centres centres of cells of one width
   * @param densities share of samples in a cell over its width
   * @param lattice whether a cell is one value of a lattice
   */
  public static Figure histogram(double[] centres, double[] densities, boolean lattice) {
    double[] x = IntStream.rangeClosed(-200, 200).mapToDouble(i -> i / 40.0).toArray();
    double[] density =
        Arrays.stream(x).map(v -> Math.exp(-v * v / 2) / Math.sqrt(2 * Math.PI)).toArray();
    double top = Math.max(0.42, Arrays.stream(densities).max().orElse(0) * 1.06);
    return new LineFigure(
            "histogram",
            Axis.linear("sample (σ)").between(-5, 5),
            Axis.linear("density").between(0, top))
        .add(Curve.of("standard normal", Ink.ACCENT, Style.LINE, x, density))
        .add(Curve.of("samples", Ink.HARDWARE, Style.BARS, centres, densities))
        .draw(
            "Histogram in cells of 0.1 σ, and the density of the standard normal.", WIDTH, HEIGHT);
  }

  /**
   * Share of samples beyond a distance from zero, on a logarithmic scale.
   *
   * @param levels distances
   * @param beyond shares found
   * @param normal shares of the standard normal
   * @param samples number of samples
   */
  public static Figure tails(double[] levels, double[] beyond, double[] normal, long samples) {
    double[] low = new double[levels.length];
    double[] high = new double[levels.length];
    double floor = 0.3 / samples;
    double[] found = new double[levels.length];
    for (int i = 0; i < levels.length; i++) {
      double half = BAND * Math.sqrt(normal[i] * (1 - normal[i]) / samples);
      low[i] = Math.max(floor, normal[i] - half);
      high[i] = normal[i] + half;
      found[i] = beyond[i] > 0 ? beyond[i] : Double.NaN;
    }
    return new LineFigure(
            "tails",
            Axis.linear("distance from zero (σ)").between(0, levels[levels.length - 1]),
            Axis.powersOfTen("share of samples beyond").between(floor, 2))
        .add(Curve.of("samples", Ink.HARDWARE, Style.DOTS, levels, found))
        .add(
            Curve.of("standard normal", Ink.REFERENCE, Style.DASHED, levels, normal)
                .band(low, high))
        .draw(
            "Both tails together, against the standard normal with the 99 % band of a share.",
            WIDTH, HEIGHT);
  }

  private static Curve level(String label, Ink ink, double from, double to, double y, double half) {
    double[] x = {from, to};
    return Curve.of(label, ink, Style.DASHED, x, new double[] {y, y})
        .band(new double[] {y - half, y - half}, new double[] {y + half, y + half});
  }

  private CertificateFigures() {}
}
