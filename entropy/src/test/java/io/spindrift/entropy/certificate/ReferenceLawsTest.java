package io.spindrift.entropy.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.entropy.gaussian.NormalTails;
import io.spindrift.entropy.gaussian.PowerSums;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.hipparchus.special.Erf;
import org.hipparchus.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

class ReferenceLawsTest {
  @Test
  void theErrorFunctionAgreesWithAnIndependentOne() {
    for (double x = -6; x < 26; x += 0.0137) {
      double reference = Erf.erfc(x);
      assertThat(NormalTails.erfc(x))
          .as("erfc(" + x + ")")
          .isCloseTo(reference, within(2e-13 * reference));
    }
  }

  /** Abramowitz and Stegun, table 26.1: 1 - Phi at 3, 4 and 5; table 26.5: quantiles. */
  @Test
  void theNormalTailsHasItsPublishedTailsAndQuantiles() {
    assertThat(NormalTails.upperTail(3)).isCloseTo(1.349898031630095e-3, within(1e-17));
    assertThat(NormalTails.upperTail(4)).isCloseTo(3.167124183311992e-5, within(1e-19));
    assertThat(NormalTails.upperTail(5)).isCloseTo(2.866515718791939e-7, within(1e-21));
    assertThat(NormalTails.quantile(0.975)).isCloseTo(1.959963984540054, within(1e-12));
    assertThat(NormalTails.quantile(0.001)).isCloseTo(-3.090232306167813, within(1e-12));
    assertThat(NormalTails.upperQuantile(1e-9)).isCloseTo(5.997807015007686, within(1e-10));
  }

  /** Smirnov, Ann. Math. Stat. 19 (1948): 1 - Q at 1.36 is 0.950515, at 1.63 is 0.990154. */
  @Test
  void kolmogorovsLimitHasItsPublishedValues() {
    assertThat(KolmogorovLaw.upper(1.36)).isCloseTo(1 - 0.950515, within(5e-6));
    assertThat(KolmogorovLaw.upper(1.63)).isCloseTo(1 - 0.990154, within(5e-6));
    assertThat(KolmogorovLaw.upper(0.5)).isCloseTo(1 - 0.036055, within(5e-6));
    // Both series of the theta function meet.
    assertThat(KolmogorovLaw.upper(Math.nextDown(1.18)))
        .isCloseTo(KolmogorovLaw.upper(1.18), within(1e-12));
  }

  @Test
  void kolmogorovAtFiniteNumbersAgreesWithTheExpansionOfPelzAndGood() {
    // Vrbik's correction leaves a term of order 1/n^(3/2).
    KolmogorovSmirnovTest reference = new KolmogorovSmirnovTest();
    for (int n : new int[] {1000, 10_000}) {
      for (double x : new double[] {0.5, 0.8, 1.0, 1.36, 1.63, 2}) {
        double d = x / Math.sqrt(n);
        assertThat(KolmogorovLaw.pValue(d, n))
            .isCloseTo(1 - reference.pelzGood(d, n), within(0.5 / (n * Math.sqrt(n)) * 10));
      }
    }
  }

  /** Lewis, Ann. Math. Stat. 32 (1961), table 1; Anderson and Darling 1954: 1.933 and 2.492. */
  @Test
  void andersonDarlingHasItsPublishedValues() {
    assertThat(AndersonDarlingLaw.upper(1.933)).isCloseTo(0.10, within(5e-5));
    assertThat(AndersonDarlingLaw.upper(2.492)).isCloseTo(0.05, within(5e-5));
    assertThat(AndersonDarlingLaw.upper(3.878)).isCloseTo(0.01, within(5e-6));
  }

  /**
   * The series of Anderson and Darling (1954), summed in double precision by adaptive quadrature.
   */
  @Test
  void andersonDarlingAgreesWithItsOtherSeries() {
    assertThat(AndersonDarlingLaw.upper(0.3)).isCloseTo(1 - 0.0618423639429, within(1e-11));
    assertThat(AndersonDarlingLaw.upper(0.47)).isCloseTo(1 - 0.2224419080328, within(1e-11));
    assertThat(AndersonDarlingLaw.upper(1.0)).isCloseTo(1 - 0.6427333267860, within(1e-11));
    assertThat(AndersonDarlingLaw.upper(1.933)).isCloseTo(1 - 0.9000053767918, within(1e-11));
    assertThat(AndersonDarlingLaw.upper(3.878)).isCloseTo(1 - 0.9899985901155, within(1e-11));
  }

  @Test
  void theFarTailOfAndersonDarlingIsThatOfItsLargestTerm() {
    // P ~ sqrt(3) e^(-z) / sqrt(pi) (z^(-1/2) (1 - 1/2z) + ...), relative error of order 1/z^2.
    double z = 40;
    double leading = Math.sqrt(3) * NormalTails.erfc(Math.sqrt(z)) * (1 + 11.0 / (36 * z));
    assertThat(AndersonDarlingLaw.upper(z)).isCloseTo(leading, within(2 * leading / (z * z)));
  }

  @Test
  void binomialTailsAreThoseOfTheDistribution() {
    BinomialDistribution law = new BinomialDistribution(50, 0.1);
    for (int k = 0; k <= 50; k++) {
      double upper = k == 0 ? 1 : 1 - law.cumulativeProbability(k - 1);
      double expected = Math.min(1, 2 * Math.min(upper, law.cumulativeProbability(k)));
      assertThat(BinomialTail.pValue(k, 50, 0.1)).isCloseTo(expected, within(1e-13));
    }
    // A thousand million samples: close to the normal limit with continuity correction.
    double p = 2 * NormalTails.upperTail(3);
    double mean = 1e9 * p;
    double sigma = Math.sqrt(mean * (1 - p));
    long counted = Math.round(mean + 2 * sigma);
    double z = (counted - 0.5 - mean) / sigma;
    assertThat(BinomialTail.pValue(counted, 1_000_000_000L, p))
        .isCloseTo(NormalTails.twoSided(z), within(1e-4));
    assertThat(BinomialTail.pValue(0, 1000, 0)).isEqualTo(1);
    assertThat(BinomialTail.pValue(3, 1000, 0)).isZero();
  }

  @Test
  void chiSquareTailsHoldForAThousandMillionDegrees() {
    // Wilson and Hilferty's cube root is exact to order 1/k there.
    double k = 1e9;
    double x = k + 2 * Math.sqrt(2 * k);
    double z = (Math.cbrt(x / k) - (1 - 2 / (9 * k))) / Math.sqrt(2 / (9 * k));
    assertThat(ChiSquareTail.upper(x, k)).isCloseTo(NormalTails.upperTail(z), within(1e-6));
    // Abramowitz and Stegun, table 26.8: 18.3070 for 10 degrees at 5 %.
    assertThat(ChiSquareTail.upper(18.3070, 10)).isCloseTo(0.05, within(1e-6));
  }

  /** Published examples of the SciPy manual: skewtest of 1..8 and kurtosistest of 0..19. */
  @Test
  void testsOfTheMomentsReproducePublishedExamples() {
    double[] eight = {1, 2, 3, 4, 5, 6, 7, 8};
    Moments none = Moments.of(PowerSums.of(eight, 0, 8));
    assertThat(none.skewness()).isCloseTo(0, within(1e-12));
    double[] last = {1, 2, 3, 4, 5, 6, 7, 8000};
    Moments far = Moments.of(PowerSums.of(last, 0, 8));
    assertThat(MomentTests.skewness(far.skewness(), 8).statistic())
        .isCloseTo(3.571773510360407, within(1e-9));
    double[] twenty = new double[20];
    for (int i = 0; i < 20; i++) {
      twenty[i] = i;
    }
    Moments flat = Moments.of(PowerSums.of(twenty, 0, 20));
    assertThat(MomentTests.excessKurtosis(flat.excessKurtosis(), 20).statistic())
        .isCloseTo(-1.7058104152122062, within(1e-9));
    assertThat(MomentTests.excessKurtosis(flat.excessKurtosis(), 20).pValue())
        .isCloseTo(0.08804338332528348, within(1e-9));
  }
}
