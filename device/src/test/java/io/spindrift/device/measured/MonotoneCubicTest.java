package io.spindrift.device.measured;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import org.junit.jupiter.api.Test;

/** The curve goes through its points, turns only at them, and keeps to the range of neighbours. */
final class MonotoneCubicTest {
  @Test
  void aStraightLineAndAConstantComeBackExactly() {
    MonotoneCubic line = new MonotoneCubic(new double[] {0, 1, 3, 4}, new double[] {1, 3, 7, 9});
    for (double x = 0; x <= 4; x += 0.125) {
      assertThat(line.at(x)).isCloseTo(1 + 2 * x, within(1e-12));
    }
    assertThat(new MonotoneCubic(new double[] {2}, new double[] {5}).at(2)).isEqualTo(5);
  }

  /**
   * Slopes of Fritsch and Butland on unequal intervals 1 and 2 with secants 1 and 1/2: the weighted
   * harmonic mean 9/(5/1 + 4/(1/2)) = 9/13 at the middle point, (5 x 1/2 - 2 x 1)/3 = 1/6 at the
   * end.
   */
  @Test
  void slopesOnUnequalIntervalsAreTheWeightedHarmonicMean() {
    MonotoneCubic curve = new MonotoneCubic(new double[] {0, 1, 3}, new double[] {0, 1, 2});
    assertThat(curve.at(2)).isCloseTo(1.5 + (9 / 13.0 - 1 / 6.0) / 4, within(1e-14));
  }

  /** 500 curves of 2 to 12 random points, seed 1. */
  @Test
  void betweenNeighboursItIsMonotoneAndWithinTheirRange() {
    RandomStream random = StreamKey.root(1).purpose("curves").open();
    for (int trial = 0; trial < 500; trial++) {
      int n = 2 + (int) (11 * random.nextDouble());
      double[] x = new double[n];
      double[] y = new double[n];
      for (int i = 0; i < n; i++) {
        x[i] = (i == 0 ? 0 : x[i - 1]) + 0.01 + random.nextDouble();
        y[i] = random.nextDouble() < 0.2 && i > 0 ? y[i - 1] : random.nextDouble();
      }
      MonotoneCubic curve = new MonotoneCubic(x, y);
      for (int i = 0; i < n; i++) {
        assertThat(curve.at(x[i])).isCloseTo(y[i], within(1e-12));
      }
      for (int i = 0; i + 1 < n; i++) {
        double before = y[i];
        double way = Math.signum(y[i + 1] - y[i]);
        for (int k = 1; k <= 20; k++) {
          double value = curve.at(x[i] + (x[i + 1] - x[i]) * k / 20);
          assertThat((value - before) * (way == 0 ? 1 : way)).isGreaterThanOrEqualTo(-1e-12);
          before = value;
        }
        assertThat(before).isCloseTo(y[i + 1], within(1e-12));
      }
    }
  }

  /** Error falls with the third to fourth power of the distance away from turning points. */
  @Test
  void aSmoothMonotoneCurveIsFollowedToHighOrder() {
    double coarse = error(16);
    double fine = error(32);
    assertThat(coarse / fine).isGreaterThan(3.5);
    assertThat(fine).isLessThan(2e-4);
  }

  private static double error(int intervals) {
    double[] x = new double[intervals + 1];
    double[] y = new double[intervals + 1];
    for (int i = 0; i <= intervals; i++) {
      x[i] = -1 + 2.0 * i / intervals;
      y[i] = Math.exp(x[i]);
    }
    MonotoneCubic curve = new MonotoneCubic(x, y);
    double largest = 0;
    for (double at = -1; at < 1; at += 0.003) {
      largest = Math.max(largest, Math.abs(curve.at(at) - Math.exp(at)));
    }
    return largest;
  }

  private static org.assertj.core.data.Offset<Double> within(double tolerance) {
    return org.assertj.core.data.Offset.offset(tolerance);
  }
}
