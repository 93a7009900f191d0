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

  @Test
  void aMillionBitsAllowMoreSequencesThanAThousand() {
    ReferenceConstants exact = ReferenceConstants.EXACT;
    assertThat(PoolingLimit.of("FFT", 1_000_000, exact)).isBetween(1800, 1900);
    assertThat(PoolingLimit.of("Frequency", 1_000_000, exact)).isBetween(50_000, 57_000);
    assertThat(PoolingLimit.of("Frequency", 1000, exact)).isEqualTo(28);
    assertThat(PoolingLimit.of("FFT", 1000, exact)).isOne();
    assertThat(PoolingLimit.of("Rank", 1_000_000, exact))
        .isEqualTo(PoolingLimit.CALIBRATED_SEQUENCES);
  }

  @Test
  void theVarianceThatStsAssumesLowersTheLimitOfTheSpectralTest() {
    assertThat(PoolingLimit.of("FFT", 1_000_000, ReferenceConstants.STS))
        .isLessThan(PoolingLimit.of("FFT", 1_000_000, ReferenceConstants.EXACT) / 2);
  }
}
