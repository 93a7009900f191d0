package io.spindrift.experiment.stage;

import io.spindrift.experiment.run.Table;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Histogram of samples beside the density of the standard normal. */
final class NoiseHistogram {
  private static final double END_SIGMA = 4.5;

  /**
   * Counts samples in cells of one width; a lattice of samples gets one cell per value.
   *
   * @param samples the samples
   * @param width width of a cell in standard deviations
   */
  static Table table(float[] samples, double width) {
    int half = (int) Math.ceil(END_SIGMA / width);
    long[] counts = new long[2 * half + 1];
    for (float sample : samples) {
      int cell = (int) Math.rint(sample / width) + half;
      if (cell >= 0 && cell < counts.length) {
        counts[cell]++;
      }
    }
    double[] centres = IntStream.rangeClosed(-half, half).mapToDouble(i -> i * width).toArray();
    return Table.named("noise_histogram")
        .reals("center_sigma", centres)
        .wholes("count", counts)
        .reals(
            "density",
            Arrays.stream(counts).mapToDouble(c -> c / (samples.length * width)).toArray())
        .reals(
            "normal_density",
            Arrays.stream(centres)
                .map(x -> Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI))
                .toArray());
  }

  private NoiseHistogram() {}
}
