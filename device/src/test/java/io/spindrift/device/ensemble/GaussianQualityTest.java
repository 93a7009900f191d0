package io.spindrift.device.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.numerics.random.StreamKey;
import java.util.Arrays;
import org.hipparchus.special.Erf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The noise of the vector kernels as a sample of the standard normal law.
 *
 * <p>6,291,456 values from 256 generators, seed 11. Bounds are five standard errors of each
 * statistic, false alarm 6e-7 each.
 */
class GaussianQualityTest {
  private static final int SIZE = 256;
  private static final int BLOCKS = 2048;

  enum Precision {
    FLOAT32,
    FLOAT64
  }

  @ParameterizedTest
  @EnumSource
  void momentsAreThoseOfTheNormalLaw(Precision precision) {
    double[] z = sample(precision);
    double root = Math.sqrt(z.length);
    // Variances of z, z^2, z^3, z^4 are 1, 2, 15, 96.
    assertThat(mean(z, 1)).isCloseTo(0, within(5 / root));
    assertThat(mean(z, 2)).isCloseTo(1, within(5 * Math.sqrt(2) / root));
    assertThat(mean(z, 3)).isCloseTo(0, within(5 * Math.sqrt(15) / root));
    assertThat(mean(z, 4)).isCloseTo(3, within(5 * Math.sqrt(96) / root));
  }

  @ParameterizedTest
  @EnumSource
  void tailsAreFullOutToFiveSigma(Precision precision) {
    double[] z = sample(precision);
    for (double sigma : new double[] {1, 2, 3, 4, 4.5, 5}) {
      double expected = z.length * Erf.erfc(sigma / Math.sqrt(2)) / 2;
      double above = Arrays.stream(z).filter(x -> x > sigma).count();
      double below = Arrays.stream(z).filter(x -> x < -sigma).count();
      // Poisson with mean 1.8 at 5 sigma: more than 11 has probability 1e-6.
      assertThat(above)
          .isBetween(expected - 5 * Math.sqrt(expected), expected + 5 * Math.sqrt(expected) + 3);
      assertThat(below)
          .isBetween(expected - 5 * Math.sqrt(expected), expected + 5 * Math.sqrt(expected) + 3);
    }
  }

  /** Kolmogorov-Smirnov: sqrt(n) D beyond 2.7 has probability 2 exp(-2 2.7^2) = 9e-7. */
  @ParameterizedTest
  @EnumSource
  void distributionFunctionIsThatOfTheNormalLaw(Precision precision) {
    double[] z = sample(precision);
    Arrays.sort(z);
    double largest = 0;
    for (int i = 0; i < z.length; i++) {
      double f = Erf.erfc(-z[i] / Math.sqrt(2)) / 2;
      largest = Math.max(largest, Math.max(f - (double) i / z.length, (i + 1.0) / z.length - f));
    }
    assertThat(Math.sqrt(z.length) * largest).isLessThan(2.7);
  }

  /** Neighbours in time, in component and in trajectory, and the two halves of a pair. */
  @ParameterizedTest
  @EnumSource
  void neighboursAreIndependent(Precision precision) {
    double[] z = sample(precision);
    int half = Float32Spins.PAIRS * SIZE;
    for (int lag : new int[] {1, 2, SIZE, 2 * SIZE, 3 * SIZE, half, 2 * half}) {
      double product = 0;
      double squares = 0;
      int n = z.length - lag;
      for (int i = 0; i < n; i++) {
        product += z[i] * z[i + lag];
        squares += (z[i] * z[i] - 1) * (z[i + lag] * z[i + lag] - 1);
      }
      assertThat(product / n).as("lag %d", lag).isCloseTo(0, within(5 / Math.sqrt(n)));
      assertThat(squares / n).as("squares, lag %d", lag).isCloseTo(0, within(10 / Math.sqrt(n)));
    }
  }

  private static double mean(double[] z, int power) {
    double sum = 0;
    for (double x : z) {
      sum += Math.pow(x, power);
    }
    return sum / z.length;
  }

  private static double[] sample(Precision precision) {
    int block = 3 * Float32Spins.STEPS * SIZE;
    double[] z = new double[BLOCKS * block];
    Float32Spins single = new Float32Spins(SIZE);
    Float64Spins twice = new Float64Spins(SIZE);
    for (int i = 0; i < SIZE; i++) {
      single.seed(i, StreamKey.root(11).at(i).open());
      twice.seed(i, StreamKey.root(11).at(i).open());
    }
    Float32Motion narrow = new VectorFloat32();
    Float64Motion wide = new VectorFloat64();
    for (int b = 0; b < BLOCKS; b++) {
      if (precision == Precision.FLOAT32) {
        narrow.fill(single);
        for (int i = 0; i < block; i++) {
          z[b * block + i] = single.noise[i];
        }
      } else {
        wide.fill(twice);
        System.arraycopy(twice.noise, 0, z, b * block, block);
      }
    }
    return z;
  }
}
