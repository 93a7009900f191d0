package io.spindrift.diffusion.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import org.junit.jupiter.api.Test;

class FrechetDistanceTest {
  @Test
  void twoGaussiansOfOneFeatureFollowTheClosedForm() {
    // (m1 - m2)^2 + (s1 - s2)^2
    FeatureStatistics a = new FeatureStatistics(9, new double[] {1}, new double[] {4});
    FeatureStatistics b = new FeatureStatistics(9, new double[] {-2}, new double[] {0.25});
    assertThat(FrechetDistance.between(a, b)).isCloseTo(9 + 2.25, within(1e-14));
  }

  @Test
  void diagonalCovariancesFollowTheClosedForm() {
    FeatureStatistics a = diagonal(new double[] {0, 1, 2}, 1, 4, 9);
    FeatureStatistics b = diagonal(new double[] {0, 0, 0}, 9, 0, 16);
    assertThat(FrechetDistance.between(a, b)).isCloseTo(5 + 4 + 4 + 1, within(1e-13));
  }

  /** A variance a million times smaller than the largest still counts, one of zero does not. */
  @Test
  void smallVariancesBesideNoneFollowTheClosedForm() {
    FeatureStatistics a = diagonal(new double[3], 1, 1e-6, 0);
    FeatureStatistics b = diagonal(new double[3], 9, 4, 1);
    double expected = 4 + (2 - 1e-3) * (2 - 1e-3) + 1;
    assertThat(FrechetDistance.between(a, b)).isCloseTo(expected, within(1e-13));
  }

  /** Two images have A = v v^T, so that the root of A^1/2 B A^1/2 has the trace (v^T B v)^1/2. */
  @Test
  void twoImagesFollowTheClosedFormOfRankOne() {
    int n = 60;
    FeatureStatistics a = sample(1, 2, n, 1).statistics();
    FeatureStatistics b = sample(2, 7, n, 1).statistics();
    double traces = 0;
    double means = 0;
    double form = 0;
    for (int i = 0; i < n; i++) {
      traces += a.covariance()[i * n + i] + b.covariance()[i * n + i];
      means += (a.mean()[i] - b.mean()[i]) * (a.mean()[i] - b.mean()[i]);
      for (int j = 0; j < n; j++) {
        form += a.covariance()[i * n + j] * b.covariance()[j * n + i];
      }
    }
    // v^T B v = Tr AB
    double expected = means + traces - 2 * Math.sqrt(form);
    assertThat(FrechetDistance.between(a, b)).isCloseTo(expected, within(1e-11));
  }

  @Test
  void twoFeaturesFollowTheClosedFormOfTheTrace() {
    // Tr (AB)^1/2 = sqrt(Tr AB + 2 sqrt(det A det B)) for 2 x 2.
    FeatureStatistics a = new FeatureStatistics(9, new double[2], new double[] {2, 0.6, 0.6, 1});
    FeatureStatistics b =
        new FeatureStatistics(9, new double[2], new double[] {1, -0.3, -0.3, 0.5});
    double trace = 2 * 1 + 2 * 0.6 * -0.3 + 1 * 0.5;
    double determinants = (2 - 0.36) * (0.5 - 0.09);
    double expected = 3 + 1.5 - 2 * Math.sqrt(trace + 2 * Math.sqrt(determinants));
    assertThat(FrechetDistance.between(a, b)).isCloseTo(expected, within(1e-14));
  }

  @Test
  void theDistanceIsSymmetricToTheBitAndZeroForASetAndItself() {
    FeatureStatistics a = sample(1, 300, 40, 1).statistics();
    FeatureStatistics b = sample(2, 200, 40, 1.3).statistics();
    assertThat(FrechetDistance.between(a, b)).isEqualTo(FrechetDistance.between(b, a)).isPositive();
    for (int seed = 0; seed < 20; seed++) {
      FeatureStatistics same = sample(seed, 60, 8, 1).statistics();
      assertThat(FrechetDistance.between(same, same)).isBetween(0.0, 1e-12);
    }
  }

  @Test
  void fewerImagesThanFeaturesGiveAFiniteDistance() {
    FeatureStatistics a = sample(1, 2, 60, 1).statistics();
    FeatureStatistics b = sample(2, 7, 60, 1).statistics();
    assertThat(FrechetDistance.between(a, b)).isFinite().isPositive();
    assertThat(FrechetDistance.between(a, a)).isLessThan(1e-11);
    FeatureStatistics constant = new FeatureStatistics(5, new double[60], new double[3600]);
    double trace = 0;
    for (int i = 0; i < 60; i++) {
      trace += b.covariance()[i * 60 + i] + b.mean()[i] * b.mean()[i];
    }
    assertThat(FrechetDistance.between(constant, b)).isCloseTo(trace, within(1e-12 * trace));
  }

  @Test
  void aRotationOfTheFeaturesChangesNothing() {
    FeatureStatistics a = sample(1, 100, 2, 1).statistics();
    FeatureStatistics b = sample(2, 100, 2, 2).statistics();
    assertThat(FrechetDistance.between(rotated(a), rotated(b)))
        .isCloseTo(FrechetDistance.between(a, b), within(1e-13));
  }

  private static FeatureStatistics rotated(FeatureStatistics s) {
    double c = Math.cos(0.7);
    double d = Math.sin(0.7);
    double[] m = s.mean();
    double[] v = s.covariance();
    double cross = c * d * (v[0] - v[3]) + (c * c - d * d) * v[1];
    return new FeatureStatistics(
        s.count(),
        new double[] {c * m[0] - d * m[1], d * m[0] + c * m[1]},
        new double[] {
          c * c * v[0] - 2 * c * d * v[1] + d * d * v[3],
          cross,
          cross,
          d * d * v[0] + 2 * c * d * v[1] + c * c * v[3]
        });
  }

  private static FeatureStatistics diagonal(double[] mean, double... variances) {
    double[] covariance = new double[mean.length * mean.length];
    for (int i = 0; i < mean.length; i++) {
      covariance[i * mean.length + i] = variances[i];
    }
    return new FeatureStatistics(9, mean, covariance);
  }

  static FeatureSums sample(long seed, int images, int features, double deviation) {
    FeatureSums sums = new FeatureSums(features, StreamKey.root(99));
    RandomStream random = StreamKey.root(seed).open();
    float[] rows = new float[images * features];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) (deviation * random.nextGaussian());
    }
    sums.add(rows, images);
    return sums;
  }
}
