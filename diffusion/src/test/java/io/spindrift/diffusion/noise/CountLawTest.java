package io.spindrift.diffusion.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.diffusion.noise.BiasDrift.Clock;
import io.spindrift.diffusion.noise.CountLaw.Values;
import io.spindrift.entropy.gaussian.BinomialLattice;
import io.spindrift.entropy.gaussian.MarkovSum;
import io.spindrift.memory.MemoryNoise.Standardisation;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.testkit.DistributionAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountLawTest {
  private static final StreamKey POPULATION = StreamKey.root(3).purpose("cells");

  private static NoiseImperfection imperfect(int bits, double p, double rho) {
    return NoiseImperfection.ideal(bits).withProbabilityOfOne(p).withCorrelation(rho);
  }

  private static CellVariation cells(double spread, boolean rotated) {
    return new CellVariation(spread, 0.05, 0.1, 128, rotated, POPULATION);
  }

  /** What two neighbouring samples of four bits do, by all 2^8 states of the latent chain. */
  private static final class Enumeration {
    private static final int N = 4;
    final double[] mean = new double[2];
    final double[] square = new double[2];
    double product;
    final double[] masses = new double[N + 1];

    Enumeration(double p, double rho, CellPulls cells, int firstCell) {
      for (int chain = 0; chain < 1 << 2 * N; chain++) {
        double chance = (chain & 1) == 1 ? p : 1 - p;
        for (int i = 1; i < 2 * N; i++) {
          int now = chain >> i & 1;
          double fresh = now == 1 ? p : 1 - p;
          chance *= (now == (chain >> i - 1 & 1) ? rho : 0) + (1 - rho) * fresh;
        }
        double[][] counts = {shown(chain, 0, cells, firstCell), shown(chain, N, cells, firstCell)};
        for (int k = 0; k <= N; k++) {
          masses[k] += chance * counts[0][k];
          for (int l = 0; l <= N; l++) {
            product += chance * counts[0][k] * counts[1][l] * k * l;
          }
          for (int s = 0; s < 2; s++) {
            mean[s] += chance * counts[s][k] * k;
            square[s] += chance * counts[s][k] * k * k;
          }
        }
      }
    }

    /** P(K = k) given the chain, by all 2^4 patterns that the cells may show. */
    private static double[] shown(int chain, int from, CellPulls cells, int firstCell) {
      double[] counts = new double[N + 1];
      for (int shown = 0; shown < 1 << N; shown++) {
        double chance = 1;
        for (int i = 0; i < N; i++) {
          double one = cells.pull((firstCell + from + i) % cells.cells()).of(chain >> from + i & 1);
          chance *= (shown >> i & 1) == 1 ? one : 1 - one;
        }
        counts[Integer.bitCount(shown)] += chance;
      }
      return counts;
    }
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0, 0", "0.6, 0.5, 0", "0.55, 0.3, 0.7", "0.4, 0, 0.4", "0.5, 0.2, 2"})
  void momentsAndMassesAreThoseOfEveryChainAndPattern(double p, double rho, double spread) {
    NoiseImperfection imperfection = imperfect(4, p, rho).withCells(cells(spread, false));
    CountLaw law = CountLaw.atCalibration(imperfection, Standardisation.FAIR);
    CellPulls pulls = CellPulls.of(imperfection.cells(), p);
    for (int v : new int[] {0, 7, 31}) {
      Enumeration all = new Enumeration(p, rho, pulls, 4 * v);
      // Fair standardisation of four bits: centre 2, scale 1.
      assertThat(law.mean(v)).isCloseTo(all.mean[0] - 2, within(1e-12));
      assertThat(law.variance(v))
          .isCloseTo(all.square[0] - all.mean[0] * all.mean[0], within(1e-12));
      assertThat(law.covariance(v, 1))
          .isCloseTo(all.product - all.mean[0] * all.mean[1], within(1e-12));
      double[] masses = law.masses(v);
      for (int k = 0; k <= 4; k++) {
        assertThat(masses[k]).isCloseTo(all.masses[k], within(1e-13));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 0.5, 0", "16, 0.55, 0", "16, 0.5, 0.5", "64, 0.6, 0.25", "5, 0.45, 0.1"})
  void likeCellsHaveTheClosedFormOfTheMarkovChain(int n, double p, double rho) {
    CountLaw law = CountLaw.atCalibration(imperfect(n, p, rho), Standardisation.FAIR);
    MarkovSum chain = new MarkovSum(n, p, rho);
    double scale = Math.sqrt(n) / 2;
    assertThat(law.mean(3)).isCloseTo((n * p - n / 2.0) / scale, within(1e-12));
    assertThat(law.variance(3)).isCloseTo(chain.variance() / (scale * scale), within(1e-12));
    double sum = (1 - Math.pow(rho, n)) / (1 - rho);
    assertThat(law.covariance(3, 1))
        .isCloseTo(p * (1 - p) * rho * sum * sum / (scale * scale), within(1e-12));
    assertThat(law.covariance(3, 2))
        .isCloseTo(law.covariance(3, 1) * Math.pow(rho, n), within(1e-12));
    assertThat(law.masses(3)).containsExactly(chain.masses(), within(1e-13));
  }

  @Test
  void aCalibratedCircuitTakesTheBiasAwayAndLeavesTheSkewness() {
    CountLaw law = CountLaw.atCalibration(imperfect(16, 0.6, 0), Standardisation.CALIBRATED);
    assertThat(law.mean(0)).isCloseTo(0, within(1e-12));
    assertThat(law.variance(0)).isCloseTo(1, within(1e-12));
    BinomialLattice lattice = new BinomialLattice(16, 0.6, 9.6, Math.sqrt(3.84));
    assertThat(law.value(16)).isCloseTo(lattice.value(16), within(1e-12));
    double[] masses = law.masses(0);
    for (int k = 0; k <= 16; k++) {
      assertThat(masses[k]).isCloseTo(lattice.mass(k), within(1e-12));
    }
  }

  @Test
  void aCalibratedCircuitKnowsTheArraysOwnShareAndNotItsDrift() {
    NoiseImperfection imperfection =
        imperfect(16, 0.55, 0)
            .withCells(cells(0.5, true))
            .withDrift(new BiasDrift(0.1, Clock.STEP, 10));
    assertThat(CountLaw.at(imperfection, Standardisation.CALIBRATED, 4, 0).mean(new Values(64)))
        .isCloseTo(0, within(1e-12));
    CountLaw later = CountLaw.at(imperfection, Standardisation.CALIBRATED, 4, 5);
    double share = CountLaw.calibratedShare(imperfection);
    assertThat(later.shareOfOnes()).isGreaterThan(share);
    assertThat(later.mean(new Values(64)))
        .isCloseTo(
            4 * (later.shareOfOnes() - share) / Math.sqrt(share * (1 - share)), within(1e-12));
  }

  @Test
  void rotatedBlocksMixTheLawsOfAllStarts() {
    NoiseImperfection fixed = imperfect(16, 0.5, 0.2).withCells(cells(1, false));
    CountLaw one = CountLaw.atCalibration(fixed, Standardisation.FAIR);
    CountLaw mixed = CountLaw.atCalibration(fixed.withCells(cells(1, true)), Standardisation.FAIR);
    // 128 cells: a block starts at cell 0 or 64, that is four samples of 16 bits on.
    double mean = 0.5 * (one.mean(1) + one.mean(5));
    double apart = 0.5 * (one.mean(1) - one.mean(5));
    assertThat(mixed.mean(1)).isCloseTo(mean, within(1e-12));
    assertThat(mixed.variance(1))
        .isCloseTo(0.5 * (one.variance(1) + one.variance(5)) + apart * apart, within(1e-12));
    double next = 0.5 * (one.mean(2) - one.mean(6));
    assertThat(mixed.covariance(1, 1))
        .isCloseTo(
            0.5 * (one.covariance(1, 1) + one.covariance(5, 1)) + apart * next, within(1e-12));
    assertThat(mixed.masses(1)[8])
        .isCloseTo(0.5 * (one.masses(1)[8] + one.masses(5)[8]), within(1e-13));
  }

  @Test
  void samplesOfTwoChunksAreIndependentAndBeginAtTheFirstCell() {
    CountLaw law =
        CountLaw.atCalibration(
            imperfect(16, 0.5, 0.5).withCells(cells(1, false)), Standardisation.FAIR);
    assertThat(law.covariance(4095, 1)).isZero();
    assertThat(law.covariance(4094, 1)).isNotZero();
    assertThat(law.mean(4096)).isEqualTo(law.mean(0));
  }

  @Test
  void aFixedPatternOfCellsCountsAsVarianceOfTheBlock() {
    CountLaw law =
        CountLaw.atCalibration(
            imperfect(16, 0.5, 0).withCells(cells(1, false)), Standardisation.FAIR);
    Values values = new Values(8);
    double mean = 0;
    double square = 0;
    double next = 0;
    for (int v = 0; v < 8; v++) {
      mean += law.mean(v) / 8;
      square += (law.variance(v) + law.mean(v) * law.mean(v)) / 8;
    }
    for (int v = 0; v < 7; v++) {
      next += (law.mean(v) - mean) * (law.mean(v + 1) - mean) / 7;
    }
    assertThat(law.mean(values)).isCloseTo(mean, within(1e-12));
    assertThat(law.variance(values)).isCloseTo(square - mean * mean, within(1e-12));
    assertThat(law.lagOneCorrelation(values))
        .isCloseTo(next / (square - mean * mean), within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0", "0.5, 0.4", "0.6, 1", "0.7, 3"})
  void thePopulationOfCellsHasTheStatedMeanAndVariance(double p, double spread) {
    // 65,536 cells, mean within 4.5 standard errors and variance within 4.5 of its own: 1.4e-5.
    CellVariation variation = new CellVariation(spread, 0.02, 0.05, 65_536, false, POPULATION);
    double[] drawn = variation.draw(p);
    DistributionAssert.mean(drawn, variation.expected(p), 4.5);
    DistributionAssert.variance(drawn, variation.expectedVariance(p), 4.5);
  }

  @Test
  void theMeanOfAFairSpreadIsFairAndItsVarianceThatOfTheSeries() {
    CellVariation variation = new CellVariation(0.01, 0, 0, 64, false, POPULATION);
    assertThat(variation.expected(0.5)).isCloseTo(0.5, within(1e-15));
    // p = 1/2 + x/4 - x^3/48 with x = s z: var = s^2/16 - s^4/32 + O(s^6).
    assertThat(variation.expectedVariance(0.5)).isCloseTo(1e-4 / 16 - 1e-8 / 32, within(1e-11));
  }

  @Test
  void aDriftHasTheStatedMeanAndVarianceOverAnInterval() {
    BiasDrift drift = new BiasDrift(-0.08, Clock.IMAGE, 7);
    double mean = 0;
    double square = 0;
    for (int image = 7; image < 14; image++) {
      double shift = drift.at(image, 100);
      mean += shift / 7;
      square += shift * shift / 7;
    }
    assertThat(drift.mean()).isCloseTo(mean, within(1e-15));
    assertThat(drift.variance()).isCloseTo(square - mean * mean, within(1e-15));
    assertThat(drift.at(7, 3)).isZero();
    assertThat(drift.at(13, 0)).isEqualTo(drift.last());
    assertThat(new BiasDrift(0.1, Clock.STEP, 4).at(9, 3)).isCloseTo(0.075, within(1e-15));
    assertThat(new BiasDrift(0.1, Clock.STEP, 1).any()).isFalse();
  }

  @Test
  void refusesWhatIsNoProbability() {
    assertThatThrownBy(() -> imperfect(16, Double.NaN, 0)).hasMessageContaining("probability of");
    assertThatThrownBy(() -> imperfect(16, 0.5, 1)).hasMessageContaining("lag-one correlation");
    assertThatThrownBy(() -> imperfect(16, 0.9, 0).withDrift(new BiasDrift(0.2, Clock.STEP, 100)))
        .hasMessageContaining("end of the drift");
    assertThatThrownBy(() -> new CellVariation(0, 0.6, 0.5, 64, false, POPULATION))
        .hasMessageContaining("stuck at 1");
    assertThatThrownBy(() -> new CellVariation(0, 0, 0, 100, false, POPULATION))
        .hasMessageContaining("multiple of 64");
  }
}
