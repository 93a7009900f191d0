package io.spindrift.entropy.sp80022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;

class FarTailsTest {
  private static final int EXCURSIONS = 500;
  private static final int STATE = 9;

  /**
   * Exact probability that the variant test of the excursions gives a p-value of at most {@code
   * nominal}: an excursion reaches x with probability q = 1/(2x) and then visits it k times with
   * probability q (1 - q)^(k-1), so that of J excursions K ~ binomial(J, q) reach it and the visits
   * are K plus a negative binomial.
   */
  private static double exactly(double nominal) {
    double q = 1.0 / (2 * STATE);
    double half = Math.sqrt(2) * Erf.erfcInv(nominal) * Math.sqrt(EXCURSIONS * (4.0 * STATE - 2));
    double inside = 0;
    for (int visits = (int) Math.max(1, Math.ceil(EXCURSIONS - half));
        visits < EXCURSIONS + half;
        visits++) {
      for (int reached = 1; reached <= Math.min(visits, 120); reached++) {
        double log =
            logChoose(EXCURSIONS, reached)
                + reached * Math.log(q)
                + (EXCURSIONS - reached) * Math.log1p(-q)
                + logChoose(visits - 1, reached - 1)
                + reached * Math.log(q)
                + (visits - reached) * Math.log1p(-q);
        inside += Math.exp(log);
      }
    }
    return 1 - inside;
  }

  private static double logChoose(int n, int k) {
    return Gamma.logGamma(n + 1.0) - Gamma.logGamma(k + 1.0) - Gamma.logGamma(n - k + 1.0);
  }

  @Test
  void aSmallPValueOfTheExcursionsIsFarTooSmall() {
    assertThat(exactly(0.01)).isEqualTo(0.0114, within(5e-5));
    assertThat(exactly(1e-6)).isEqualTo(3.9e-5, within(5e-7));
  }

  @Test
  void onlyTheExcursionTestsAreConcerned() {
    for (SequenceTest test : new StatisticalTestSuite(ReferenceConstants.EXACT).tests()) {
      assertThat(FarTails.areThin(test.name())).isEqualTo(test.name().contains("Excursions"));
    }
  }
}
