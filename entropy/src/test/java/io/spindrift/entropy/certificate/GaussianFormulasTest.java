package io.spindrift.entropy.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.entropy.certificate.FamilyVerdict.Member;
import io.spindrift.entropy.gaussian.BinomialLattice;
import io.spindrift.entropy.gaussian.NormalTails;
import io.spindrift.entropy.gaussian.StatedLaw;
import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import io.spindrift.entropy.sp80022.TestResult;
import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The formulas of the Gaussian certificate, each on a sample small enough to work out by hand. */
class GaussianFormulasTest {
  /** The normal law, said to reach only so far. */
  private record NormalWithin(double reachSigma) implements StatedLaw {
    @Override
    public double mean() {
      return 0;
    }

    @Override
    public double variance() {
      return 1;
    }

    @Override
    public double skewness() {
      return 0;
    }

    @Override
    public double excessKurtosis() {
      return 0;
    }

    @Override
    public double cumulative(double x) {
      return NormalTails.cumulative(x);
    }

    @Override
    public double expectedBitsPerSample() {
      return 1;
    }

    @Override
    public OptionalDouble distanceFromNormal() {
      return OptionalDouble.of(0);
    }
  }

  /** 1,000 samples, the two values in turn. */
  private static float[] inTurn(float even, float odd) {
    float[] samples = new float[1000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = i % 2 == 0 ? even : odd;
    }
    return samples;
  }

  private static GaussianCertificate certify(float[] samples, StatedLaw law) {
    return GaussianCertificate.of("test", samples, Double.POSITIVE_INFINITY, law);
  }

  private static Judged judged(FamilyVerdict family, String title) {
    return family.members().stream()
        .filter(m -> m.title().startsWith(title))
        .findFirst()
        .map(Member::result)
        .map(TestResult::outcome)
        .map(Judged.class::cast)
        .orElseThrow();
  }

  @Test
  void theDistanceIsTakenOnBothSidesOfEveryStep() {
    // Three of four at -1: 0.75 - Phi(-1) above the step; mirrored, as much below it.
    double expected = 0.75 - NormalTails.cumulative(-1);
    assertThat(SortedSamples.withNormal(new float[] {-1, -1, -1, 0.5f}).distance())
        .isCloseTo(expected, within(1e-14));
    assertThat(SortedSamples.withNormal(new float[] {-0.5f, 1, 1, 1}).distance())
        .isCloseTo(expected, within(1e-14));
  }

  @Test
  void aContinuousStatedLawIsComparedAsTheNormalIs() {
    // The law is asked half a float to either side of a sample, which halves out to second order.
    float[] rising = {-1.5f, -0.25f, 0.125f, 0.5f, 2};
    SortedSamples.Comparison stated = SortedSamples.with(new NormalWithin(3), rising);
    assertThat(stated.andersonDarling())
        .isCloseTo(SortedSamples.withNormal(rising).andersonDarling(), within(1e-12));
    assertThat(stated.atoms()).isFalse();
    assertThat(stated.impossible()).isZero();
    assertThat(SortedSamples.with(new NormalWithin(1.9), rising).impossible()).isEqualTo(1);
  }

  @Test
  void theMomentsAreJudgedAboutThoseOfTheStatedLaw() {
    // Sixteen bits of 0.3 on the lattice of fair ones: mean (4.8 - 8) / 2, variance 16 0.21 / 4.
    BinomialLattice law = new BinomialLattice(16, 0.3, 8, 2);
    FamilyVerdict found = Objects.requireNonNull(certify(inTurn(0, 1), law).stated());
    assertThat(judged(found, "Mean").statistic())
        .isCloseTo((0.5 + 1.6) * Math.sqrt(1000 / 0.84), within(1e-9));
    double second = (1.6 * 1.6 + 2.6 * 2.6) / 2;
    double kurtosis = (1 - 6 * 0.21) / (16 * 0.21);
    assertThat(judged(found, "Variance").statistic())
        .isCloseTo((second / 0.84 - 1) / Math.sqrt((kurtosis + 2) / 1000), within(1e-9));
  }

  @Test
  void theMomentsStateTheirStandardErrors() {
    Moments moments = certify(inTurn(1, -1), new NormalWithin(3)).moments();
    assertThat(moments.meanError()).isCloseTo(Math.sqrt(1e-3), within(1e-15));
    assertThat(moments.varianceError()).isCloseTo(Math.sqrt(2e-3), within(1e-15));
    assertThat(moments.skewnessError()).isCloseTo(Math.sqrt(6e-3), within(1e-15));
    assertThat(moments.excessKurtosisError()).isCloseTo(Math.sqrt(24e-3), within(1e-15));
  }

  @Test
  void tailsAreCountedOnBothSides() {
    // Of 1,000 samples 2.7 lie beyond 3 sigma; none at all with probability 0.067.
    GaussianCertificate found = certify(inTurn(1, -1), new NormalWithin(3));
    double beyond = 2.699796063260207e-3;
    assertThat(found.tails().getFirst().normalExpected()).isCloseTo(1000 * beyond, within(1e-9));
    assertThat(judged(found.normal(), "Tail 3").pValue())
        .isCloseTo(2 * Math.pow(1 - beyond, 1000), within(1e-12));
  }

  @Test
  void theVarianceHasOneDegreeOfFreedomToASample() {
    // The sum of squares is 1,000 of 1,000: Q(500, 500), the Poisson law below its mean.
    FamilyVerdict found = certify(inTurn(1, -1), new NormalWithin(3)).normal();
    double below = 0;
    double term = Math.exp(-500 + 499 * Math.log(500) - logFactorial(499));
    for (int k = 499; k >= 0; k--) {
      below += term;
      term *= k / 500.0;
    }
    assertThat(judged(found, "Variance").pValue()).isCloseTo(2 * below, within(1e-10));
  }

  private static double logFactorial(int n) {
    double sum = 0;
    for (int k = 2; k <= n; k++) {
      sum += Math.log(k);
    }
    return sum;
  }

  @Test
  void ljungAndBoxWeighEachLagByItsPairs() {
    double[] r = {1, 0.1, -0.05};
    Judged found = LagSums.ljungBox(r, 100);
    double q = 100 * 102 * (0.01 / 99 + 0.0025 / 98);
    assertThat(found.statistic()).isCloseTo(q, within(1e-12));
    // Two degrees of freedom: exp(-q/2).
    assertThat(found.pValue()).isCloseTo(Math.exp(-q / 2), within(1e-12));
    Judged first =
        (Judged)
            GaussianCertificate.independence(new double[] {1, 0.05, 0}, 1600).getFirst().outcome();
    assertThat(first.pValue()).isCloseTo(0.04550026389635841, within(1e-12));
  }

  @Test
  void theNumberOfEquiprobableCellsIsThatOfMannAndWald() {
    // 4 (2 n^2 / 2.326^2)^(1/5) = 125 for 9,000 samples: 64 cells, the power of two below.
    long[] counts = new long[NormalCells.CELLS];
    Arrays.setAll(counts, i -> i % 16 == 0 ? 140 : 0);
    counts[3] += 70;
    counts[1008] -= 30;
    long n = Arrays.stream(counts).sum();
    assertThat(n).isEqualTo(9000);
    double expected = 9000.0 / 64;
    double chiSquare =
        (62 * Math.pow(140 - expected, 2)
                + Math.pow(210 - expected, 2)
                + Math.pow(110 - expected, 2))
            / expected;
    Judged found = NormalCells.equiprobable(counts, n);
    assertThat(found.statistic()).isCloseTo(chiSquare, within(1e-9));
    assertThat(found.pValue()).isCloseTo(ChiSquareTail.upper(chiSquare, 63), within(1e-12));
  }

  @Test
  void cellsOfAStatedLawArePooledUntilFiveAreExpected() {
    // Four fair bits at -2, -1, 0, 1, 2. Of 160 samples 10, 40, 60, 40, 10 are expected; of 64
    // the ends expect four and join their neighbours: 20, 24, 20.
    BinomialLattice law = BinomialLattice.fair(4);
    assertPooled(law, new int[] {16, 40, 50, 42, 12}, 3.6 + 0 + 100.0 / 60 + 0.1 + 0.4, 4);
    assertPooled(law, new int[] {5, 18, 22, 17, 2}, 9.0 / 20 + 4.0 / 24 + 1.0 / 20, 2);
  }

  private static void assertPooled(
      BinomialLattice law, int[] observed, double chiSquare, double degrees) {
    long[] counts = new long[NormalCells.CELLS];
    for (int ones = 0; ones < observed.length; ones++) {
      counts[NormalCells.cell(law.value(ones))] += observed[ones];
    }
    long n = Arrays.stream(counts).sum();
    Judged found = (Judged) NormalCells.against(law::cumulative, counts, n);
    assertThat(found.statistic()).isCloseTo(chiSquare, within(1e-9));
    assertThat(found.pValue()).isCloseTo(ChiSquareTail.upper(chiSquare, degrees), within(1e-12));
  }
}
