package io.spindrift.entropy.sp80022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;

class PoolingLimitTest {
  private static double cumulative(double z) {
    return 0.5 * Erf.erfc(-z / Math.sqrt(2));
  }

  /** Adds up the lattice point by point. */
  private static double enumerated(double offset, double step, double sigma, double assumed) {
    double[] share = new double[10];
    int reach = (int) (9 * sigma / step);
    for (int k = -reach; k <= reach; k++) {
      double d = offset + k * step;
      double mass = cumulative((d + step / 2) / sigma) - cumulative((d - step / 2) / sigma);
      share[UniformityCheck.bin(Erf.erfc(Math.abs(d) / (assumed * Math.sqrt(2))))] += mass;
    }
    double delta = 0;
    for (double s : share) {
      delta += (s - 0.1) * (s - 0.1) / 0.1;
    }
    return delta;
  }

  @Test
  void theDiscrepancyIsThatOfTheLattice() {
    for (double sigma : new double[] {5.3, 31.7, 111.8}) {
      for (double offset : new double[] {0, 0.37, 0.5}) {
        for (double assumed : new double[] {sigma, 0.97 * sigma}) {
          assertThat(PoolingLimit.discrepancy(offset, 1, sigma, assumed))
              .isEqualTo(enumerated(offset, 1, sigma, assumed), within(1e-12));
        }
      }
    }
  }

  /** The table of docs/entropy/testing-files.md. */
  @Test
  void aMillionBitsAllowMoreSequencesThanAThousand() {
    int[][] table = {
      {1000, 28, 1, 1, 28},
      {10_000, 349, 24, 20, 349},
      {100_000, 1952, 408, 198, 1000},
      {1_000_000, 53_651, 1850, 611, 1000}
    };
    for (int[] row : table) {
      assertThat(PoolingLimit.of("Frequency", row[0], ReferenceConstants.EXACT)).isEqualTo(row[1]);
      assertThat(PoolingLimit.of("FFT", row[0], ReferenceConstants.EXACT)).isEqualTo(row[2]);
      assertThat(PoolingLimit.of("FFT", row[0], ReferenceConstants.STS)).isEqualTo(row[3]);
      assertThat(PoolingLimit.of("Rank", row[0], ReferenceConstants.EXACT)).isEqualTo(row[4]);
    }
  }

  @Test
  void theVarianceThatStsAssumesLowersTheLimitOfTheSpectralTest() {
    assertThat(PoolingLimit.of("FFT", 1_000_000, ReferenceConstants.STS))
        .isLessThan(PoolingLimit.of("FFT", 1_000_000, ReferenceConstants.EXACT) / 2);
  }

  /** The sum of an odd number of signs is odd. */
  @Test
  void anOddLengthIsThatOfAnOddSum() {
    double root = Math.sqrt(1001);
    assertThat(PoolingLimit.of("Rank", 1001, ReferenceConstants.EXACT))
        .isEqualTo((int) Math.floor(1 / enumerated(1, 2, root, root)));
    assertThat(enumerated(1, 2, root, root))
        .isNotCloseTo(enumerated(0, 2, root, root), within(1e-3));
  }
}
