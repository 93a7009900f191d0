package io.spindrift.memory.gaussian;

import io.spindrift.numerics.Require;
import java.util.Arrays;
import org.hipparchus.special.Gamma;

/**
 * The chi-square test of measured noise against its law, over cells of about equal probability.
 *
 * <p>Cells end half-way between values that the noise can take; their number is lowered until each
 * is expected at least ten times and no two ends meet. Nothing is fitted, so with n cells there are
 * n - 1 degrees of freedom.
 *
 * @param ends ends of the cells, rising; the outer two are open
 * @param expected how many values each cell should hold
 * @param counts how many it holds
 */
public record NoiseCells(double[] ends, double[] expected, long[] counts) {
  private static final int LEAST = 10;

  /** Sorts noise into at most {@code most} cells of its law. */
  public static NoiseCells of(double[] noise, GaussianLaw law, int most) {
    Require.atLeast("cells", most, 2);
    int cells = Math.clamp(noise.length / LEAST, 2, most);
    double least = (double) LEAST / noise.length;
    double deviation = Math.sqrt(law.variance());
    double[] ends = new double[cells];
    double[] expected = new double[cells + 1];
    int count = 0;
    double below = 0;
    for (int i = 1; i < cells; i++) {
      double end = law.between(law.mean() + deviation * normalQuantile((double) i / cells));
      double upTo = law.cumulative(end);
      if (upTo - below >= least && 1 - upTo >= least) {
        ends[count] = end;
        expected[count++] = noise.length * (upTo - below);
        below = upTo;
      }
    }
    expected[count] = noise.length * (1 - below);
    return counted(noise, Arrays.copyOf(ends, count), Arrays.copyOf(expected, count + 1));
  }

  private static NoiseCells counted(double[] noise, double[] ends, double[] expected) {
    long[] counts = new long[expected.length];
    for (double value : noise) {
      int at = Arrays.binarySearch(ends, value);
      counts[at < 0 ? -at - 1 : at]++;
    }
    return new NoiseCells(ends, expected, counts);
  }

  private static double normalQuantile(double share) {
    return Math.sqrt(2) * org.hipparchus.special.Erf.erfInv(2 * share - 1);
  }

  /** Sum of (counted - expected)^2 / expected. */
  public double chiSquare() {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      double off = counts[i] - expected[i];
      sum += off * off / expected[i];
    }
    return sum;
  }

  /** P(chi-square at least this large) when the law is right. */
  public double pValue() {
    return counts.length < 2
        ? 1
        : Gamma.regularizedGammaQ((counts.length - 1) / 2.0, chiSquare() / 2);
  }
}
