package io.spindrift.entropy.sp80022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProportionCheckTest {
  /** Section 4.2.1 of the standard: m = 1000 gives 0.99 +- 0.0094392. */
  @Test
  void theIntervalOfTheStandardIsItsNormalApproximation() {
    ProportionCheck check = ProportionCheck.of(1000, ReferenceConstants.STS);
    assertThat(check.lowest()).isEqualTo(0.99 - 0.0094392, within(5e-7));
    assertThat(check.highest()).isEqualTo(0.99 + 0.0094392, within(5e-7));
  }

  @Test
  void theExactIntervalLeavesTailsOfThreeSigma() {
    for (int m : new int[] {2, 10, 55, 100, 1000, 5000}) {
      ProportionCheck check = ProportionCheck.of(m, ReferenceConstants.EXACT);
      double few = 0;
      double[] mass = binomial(m);
      for (int failed = 0; failed <= m; failed++) {
        double many = 1 - few;
        few += mass[failed];
        boolean accepted = few >= 0.0013499 && many >= 0.0013499;
        assertThat(check.accepts(1 - failed / (double) m))
            .as("%d of %d", failed, m)
            .isEqualTo(accepted);
      }
    }
  }

  @Test
  void thePValueIsTwiceTheSmallerTail() {
    assertThat(ProportionCheck.pValue(0, 3)).isEqualTo(2e-6, within(1e-18));
    assertThat(ProportionCheck.pValue(1, 2)).isEqualTo(2 * (1 - 0.99 * 0.99), within(1e-15));
    assertThat(ProportionCheck.pValue(1000, 1000))
        .isEqualTo(2 * Math.pow(0.99, 1000), within(1e-15));
    assertThat(ProportionCheck.pValue(990, 1000)).isEqualTo(1, within(0.1));
    assertThat(ProportionCheck.pValue(0, 1000)).isZero();
  }

  private static double[] binomial(int m) {
    double[] mass = new double[m + 1];
    mass[0] = Math.pow(0.99, m);
    for (int k = 1; k <= m; k++) {
      mass[k] = mass[k - 1] * (m - k + 1) / k * 0.01 / 0.99;
    }
    return mass;
  }
}
