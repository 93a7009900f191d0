package io.spindrift.entropy.certificate;

import io.spindrift.entropy.gaussian.PowerSums;
import io.spindrift.numerics.Require;
import java.util.Arrays;
import java.util.List;

/**
 * Everything that a Gaussian certificate needs to know of samples, gathered block by block.
 *
 * <p>Bounded memory whatever the number of samples: sums of powers, counts in 1,024 cells, counts
 * beyond 3, 4 and 5 sigma, products at 32 lags, the extremes, and the first samples themselves, at
 * most {@link #SORTED}, for the tests that need them sorted. Stretches gathered apart can be joined
 * in their order by {@link #append}.
 */
public final class GaussianTally {
  /** Samples, from the first on, that the Kolmogorov-Smirnov and Anderson-Darling tests see. */
  public static final int SORTED = 1 << 22;

  /** Levels at which the tails are counted, in standard deviations. */
  public static final List<Integer> TAIL_SIGMAS = List.of(3, 4, 5);

  private static final double NEAREST_TAIL = TAIL_SIGMAS.getFirst();
  private static final int BLOCK = 4096;
  private static final int FIRST_ROOM = 1 << 14;

  private final double[] block = new double[LagSums.LAGS + BLOCK];
  private final long[] cells = new long[NormalCells.CELLS];
  private final long[] beyond = new long[TAIL_SIGMAS.size()];
  private final LagSums lags = new LagSums();
  private PowerSums sums = PowerSums.NONE;
  private double lowest = Double.POSITIVE_INFINITY;
  private double highest = Double.NEGATIVE_INFINITY;
  private float[] first = new float[FIRST_ROOM];
  private int kept;

  /**
   * Adds {@code samples[from .. to)}.
   *
   * @throws IllegalArgumentException when a sample is not finite, with its place in the stream
   */
  public void add(float[] samples, int from, int to) {
    keep(samples, from, to);
    for (int at = from; at < to; at += BLOCK) {
      int length = Math.min(BLOCK, to - at);
      for (int i = 0; i < length; i++) {
        double x = samples[at + i];
        if (!(Math.abs(x) <= Float.MAX_VALUE)) {
          Require.finite("sample " + (sums.count() + i), x, "");
        }
        block[LagSums.LAGS + i] = x;
        cells[NormalCells.cell(x)]++;
        lowest = Math.min(lowest, x);
        highest = Math.max(highest, x);
        if (Math.abs(x) > NEAREST_TAIL) {
          countTail(Math.abs(x));
        }
      }
      lags.add(block, length);
      sums = sums.plus(PowerSums.of(block, LagSums.LAGS, LagSums.LAGS + length));
    }
  }

  /** Adds a stretch that follows this one. */
  public void append(GaussianTally next) {
    keep(next.first, 0, next.kept);
    for (int i = 0; i < cells.length; i++) {
      cells[i] += next.cells[i];
    }
    for (int i = 0; i < beyond.length; i++) {
      beyond[i] += next.beyond[i];
    }
    lags.append(next.lags);
    sums = sums.plus(next.sums);
    lowest = Math.min(lowest, next.lowest);
    highest = Math.max(highest, next.highest);
  }

  private void keep(float[] samples, int from, int to) {
    int more = Math.min(to - from, SORTED - kept);
    if (kept + more > first.length) {
      first = Arrays.copyOf(first, Math.min(SORTED, Math.max(kept + more, 2 * first.length)));
    }
    System.arraycopy(samples, from, first, kept, more);
    kept += more;
  }

  private void countTail(double magnitude) {
    for (int i = 0; i < beyond.length; i++) {
      beyond[i] += magnitude > TAIL_SIGMAS.get(i) ? 1 : 0;
    }
  }

  /** Number of samples added. */
  public long count() {
    return sums.count();
  }

  PowerSums sums() {
    return sums;
  }

  long[] cells() {
    return cells;
  }

  long beyond(int index) {
    return beyond[index];
  }

  /** Smallest sample. */
  public double lowest() {
    return lowest;
  }

  /** Largest sample. */
  public double highest() {
    return highest;
  }

  double[] correlations() {
    return lags.correlations(sums);
  }

  /** The first samples in rising order. */
  float[] sorted() {
    float[] rising = Arrays.copyOf(first, kept);
    Arrays.sort(rising);
    return rising;
  }
}
