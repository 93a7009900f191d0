package io.spindrift.device.population;

import java.util.Arrays;
import java.util.List;

/**
 * How many values fall into each of equally wide bins; the last bin holds its upper end.
 *
 * @param low lower end of the first bin
 * @param width width of each
 * @param counts values in each
 */
public record Histogram(double low, double width, List<Long> counts) {
  private static final int FEWEST = 6;
  private static final int MOST = 60;
  private static final double ON_EDGE = 1e-9; // in bins: a counted share may lie on an edge

  /** Copies the list. */
  public Histogram {
    counts = List.copyOf(counts);
  }

  /**
   * The histogram of values in rising order, bins near the width 2 IQR n^(-1/3) of Freedman and
   * Diaconis (Probab. Theory Relat. Fields 57, 453 (1981)), rounded to 1, 2 or 5 times a power of
   * ten and set on its multiples.
   */
  static Histogram of(double[] sorted) {
    int n = sorted.length;
    double least = sorted[0];
    double span = sorted[n - 1] - least;
    if (!(span > 0)) {
      double width = least == 0 ? 0.01 : Math.abs(least) / 50;
      return new Histogram(least - width / 2, width, List.of((long) n));
    }
    double quartiles = sorted[(3 * (n - 1)) / 4] - sorted[(n - 1) / 4];
    double width = roundedUp(Math.clamp(2 * quartiles / Math.cbrt(n), span / MOST, span / FEWEST));
    return of(sorted, width);
  }

  /** The histogram of values in rising order in bins of a given width. */
  static Histogram of(double[] sorted, double width) {
    double low = width * Math.floor(sorted[0] / width + ON_EDGE);
    int bins = Math.max(1, (int) Math.ceil((sorted[sorted.length - 1] - low) / width - ON_EDGE));
    long[] counts = new long[bins];
    for (double value : sorted) {
      counts[Math.clamp((long) Math.floor((value - low) / width + ON_EDGE), 0, bins - 1)]++;
    }
    return new Histogram(low, width, Arrays.stream(counts).boxed().toList());
  }

  /** Middle of a bin. */
  public double centre(int bin) {
    return low + (bin + 0.5) * width;
  }

  private static double roundedUp(double width) {
    double decade = Math.pow(10, Math.floor(Math.log10(width)));
    for (double step : new double[] {1, 2, 5}) {
      if (width <= step * decade * (1 + 1e-9)) {
        return step * decade;
      }
    }
    return 10 * decade;
  }
}
