package io.spindrift.entropy.gaussian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.entropy.KeyedBits;
import io.spindrift.numerics.random.StreamKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LawsTest {
  @ParameterizedTest
  @CsvSource({"5, 2, 0.5", "9, 3, 0.3", "12, 0, 0.55", "12, 8, 0.9"})
  void cumulantsOfWeightedBitsAreTheMomentsOfTheirConvolution(int bits, int fine, double p) {
    WeightedLaw law = new WeightedLaw(WeightedBits.weights(bits, fine), p);
    DiscreteLaw exact = law.standardised(0, 1);
    double variance = law.cumulant(2);
    assertThat(exact.mean()).isCloseTo(law.cumulant(1), within(1e-9 * law.cumulant(1)));
    assertThat(exact.variance()).isCloseTo(variance, within(1e-9 * variance));
    assertThat(exact.skewness()).isCloseTo(law.cumulant(3) / Math.pow(variance, 1.5), within(1e-9));
    assertThat(exact.excessKurtosis())
        .isCloseTo(law.cumulant(4) / (variance * variance), within(1e-9));
  }

  @Test
  void withoutFineBitsTheWeightedSumIsTheBinomialSum() {
    DiscreteLaw weighted = WeightedBits.of(new KeyedBits(), 16, 0).law();
    BinomialLattice binomial = BinomialLattice.fair(16);
    assertThat(weighted.distanceFromNormal().orElseThrow())
        .isCloseTo(12870.0 / 65536 / 2, within(1e-12));
    for (int k = 0; k <= 16; k++) {
      assertThat(weighted.mass(k)).isCloseTo(binomial.mass(k), within(1e-13));
      assertThat(weighted.value(k)).isCloseTo(binomial.value(k), within(1e-6));
    }
  }

  @Test
  void fineBitsBringTheSumNearerToTheNormal() {
    WeightedBits best = WeightedBits.of(new KeyedBits(), 16);
    for (int fine = 0; fine <= 8; fine++) {
      assertThat(best.law().distanceFromNormal().orElseThrow())
          .isLessThanOrEqualTo(
              WeightedBits.of(new KeyedBits(), 16, fine).law().distanceFromNormal().orElseThrow());
    }
    assertThat(best.fineBits()).isPositive();
  }

  @Test
  void theCellsOfTheInverseTableHaveTheirMeans() {
    // n = 1: the mean of half a normal, sqrt(2 / pi); n = 2: quartile 0.67448975 of the tables.
    DiscreteLaw one = new InverseTable(new KeyedBits(), 1).law();
    assertThat(one.value(1)).isCloseTo(Math.sqrt(2 / Math.PI), within(1e-7));
    assertThat(one.variance()).isCloseTo(2 / Math.PI, within(1e-14));
    DiscreteLaw two = new InverseTable(new KeyedBits(), 2).law();
    double atQuartile = Math.exp(-0.6744897501960817 * 0.6744897501960817 / 2);
    assertThat(two.value(3)).isCloseTo(4 * atQuartile / Math.sqrt(2 * Math.PI), within(1e-7));
    for (int bits = 1; bits < 16; bits++) {
      double variance = new InverseTable(new KeyedBits(), bits).law().variance();
      double next = new InverseTable(new KeyedBits(), bits + 1).law().variance();
      assertThat(next).isGreaterThan(variance).isLessThan(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 8, 16, 20})
  void theVarianceOfBoxMullerIsItsClosedForm(int m) {
    // Sum of ln((k + 1) / N) = ln N! - N ln N and of ln((k + 1/2) / N) = ln Gamma(N + 1/2) - ln
    // Gamma(1/2) - N ln N, by Stirling's series up to 1 / (360 N^3).
    double n = Math.scalb(1.0, m);
    double whole = (Math.log(2 * Math.PI * n) / 2 + 1 / (12 * n) - 1 / (360 * n * n * n)) / n;
    assertThat(new BoxMullerLaw(m, 1, 8, m).variance()).isCloseTo(1 - whole, within(1e-5 / n));
    double half = (Math.log(2) / 2 - 1 / (24 * n) + 7 / (2880 * n * n * n)) / n;
    assertThat(new BoxMullerLaw(m, 0.5, 8, m).variance()).isCloseTo(1 - half, within(1e-5 / n));
  }

  @ParameterizedTest
  @CsvSource({"4, 1", "6, 1", "6, 0.5"})
  void momentsReachAndDistanceOfBoxMullerAreThoseOfAllItsPairs(int m, double offset) {
    BoxMullerLaw law = new BoxMullerLaw(m, offset, m, m);
    int n = 1 << m;
    double[] values = new double[n * n];
    double second = 0;
    double fourth = 0;
    for (int k = 0; k < n; k++) {
      for (int j = 0; j < n; j++) {
        double r = Math.sqrt(Math.max(0, -2 * Math.log((k + offset) / n)));
        double x = r * Math.cos(2 * Math.PI * (j + 0.5) / n);
        values[n * k + j] = x;
        second += x * x / (n * n);
        fourth += x * x * x * x / (n * n);
      }
    }
    java.util.Arrays.sort(values);
    assertThat(law.variance()).isCloseTo(second, within(1e-12));
    assertThat(law.excessKurtosis()).isCloseTo(fourth / (second * second) - 3, within(1e-11));
    assertThat(law.reachSigma()).isCloseTo(values[n * n - 1], within(1e-12));
    double distance = 0;
    for (int i = 0; i < values.length; ) {
      int end = i + 1;
      while (end < values.length && values[end] - values[i] < 1e-9) {
        end++;
      }
      double normal = NormalTails.cumulative(values[i]);
      double before = (double) i / values.length;
      double after = (double) end / values.length;
      distance = Math.max(distance, Math.max(Math.abs(normal - before), Math.abs(normal - after)));
      assertThat(law.cumulative(values[i] + 1e-7)).isCloseTo(after, within(1e-12));
      i = end;
    }
    assertThat(law.distanceFromNormal().orElseThrow()).isCloseTo(distance, within(1e-6));
  }

  @Test
  void theFourthMomentOfWideBoxMullerContinuesThatOfSummedOnes() {
    // Beyond 4096 cells the sum goes over into the Euler-Maclaurin formula: plain sums beside it.
    for (double offset : new double[] {0.5, 1}) {
      int n = 1 << 18;
      double sum = 0;
      for (int k = n - 1; k >= 0; k--) {
        double ln = Math.log((k + offset) / n);
        sum += ln * ln;
      }
      assertThat(LogLattice.mean(n, offset, 2)).isCloseTo(sum / n, within(1e-12));
    }
  }

  @Test
  void theTreeOfTwoLevelsHasTheMassesOfItsCells() {
    // Depth 2: cells of 1.75 sigma; P(|x| < 1.75) = 0.9198817.
    DiscreteLaw law = ProbabilityTree.ofFairBits(new KeyedBits(), 2).law();
    assertThat(law.mass(2)).isCloseTo(0.5 * 0.9198816863, within(1e-9));
    assertThat(law.variance()).isCloseTo(1, within(1e-8));
    assertThat(law.value(3) / law.value(2)).isCloseTo(3, within(1e-6));
    assertThat(law.expectedBitsPerSample()).isCloseTo(3, within(1e-8));
  }

  @Test
  void coinsOffTheirProbabilityShowInTheLawOfTheTree() {
    TreeCoins off = new TreeCoins.Tuned("off", p -> p == 0.5 ? 0.6 : p);
    DiscreteLaw law = new ProbabilityTree(off, 6).law();
    DiscreteLaw ideal = new ProbabilityTree(new TreeCoins.Tuned("exact", p -> p), 6).law();
    double meanMagnitude = 0;
    for (int i = 0; i < ideal.size(); i++) {
      meanMagnitude += ideal.mass(i) * Math.abs(ideal.value(i));
    }
    assertThat(law.mean()).isCloseTo(-0.2 * meanMagnitude, within(1e-7));
    // Six coins of a mass that sums to one up to the rounding of 64 terms.
    assertThat(law.expectedBitsPerSample()).isCloseTo(6, within(64 * 6 * 0x1p-53));
  }

  @Test
  void aCoinOfFairBitsTakesAsManyAsItsExpansionAsks() {
    // 200,000 tosses at P = 0.3, rounded to 32 digits: share within 4.5 standard errors.
    TreeCoins.FairBits coins = new TreeCoins.FairBits(new KeyedBits());
    assertThat(coins.expectedBits(0.5)).isEqualTo(1);
    assertThat(coins.expectedBits(0.75)).isEqualTo(1.5);
    assertThat(coins.achieved(0.3)).isCloseTo(0.3, within(0x1p-33));
    TreeCoins.Tosses tosses = coins.open(StreamKey.root(1), new double[] {0.3, 0.75});
    int tossed = 200_000;
    int[] shown = new int[2];
    for (int i = 0; i < tossed; i++) {
      shown[0] += tosses.toss(0) ? 1 : 0;
      shown[1] += tosses.toss(1) ? 1 : 0;
    }
    assertThat(Math.abs(shown[0] - 0.3 * tossed)).isLessThan(4.5 * Math.sqrt(0.21 * tossed));
    assertThat(Math.abs(shown[1] - 0.75 * tossed)).isLessThan(4.5 * Math.sqrt(0.1875 * tossed));
  }

  @ParameterizedTest
  @EnumSource(GaussianMethod.class)
  void aMethodRefusesBitsOutOfItsRange(GaussianMethod method) {
    for (int bits : new int[] {method.leastBits() - 1, method.mostBits() + 1}) {
      assertThatThrownBy(() -> method.of(new KeyedBits(), bits))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "bits per sample must be between %d and %d for %s, but was %d"
                  .formatted(method.leastBits(), method.mostBits(), method, bits));
    }
  }

  @Test
  void aBiasedSumIsSkewedAndFarthestFromTheNormalOnEitherSideOfAStep() {
    BinomialLattice twelve = new BinomialLattice(12, 0.3, 3.6, Math.sqrt(2.52));
    assertThat(twelve.skewness()).isCloseTo(0.4 / Math.sqrt(2.52), within(1e-14));
    assertThat(twelve.excessKurtosis()).isCloseTo((1 - 1.26) / 2.52, within(1e-14));
    // One bit of 0.2 lies at -1/2 and 2: 0.8 - Phi(-1/2) above the step; one of 0.8 mirrored.
    double expected = 0.8 - 0.30853753872598690;
    assertThat(new BinomialLattice(1, 0.2, 0.2, 0.4).kolmogorovSmirnov())
        .isCloseTo(expected, within(1e-14));
    assertThat(new BinomialLattice(1, 0.8, 0.8, 0.4).kolmogorovSmirnov())
        .isCloseTo(expected, within(1e-14));
  }
}
