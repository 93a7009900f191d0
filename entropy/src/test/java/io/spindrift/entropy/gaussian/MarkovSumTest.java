package io.spindrift.entropy.gaussian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkovSumTest {
  @ParameterizedTest
  @CsvSource({"1, 0.5, 0.3", "2, 0.5, -0.9", "8, 0.3, 0.4", "12, 0.55, -0.2", "12, 0.5, 0.95"})
  void momentsAndMassesAreThoseOfAllSequences(int n, double p, double rho) {
    double[] masses = new double[n + 1];
    for (int sequence = 0; sequence < 1 << n; sequence++) {
      int last = sequence & 1;
      double probability = last == 1 ? p : 1 - p;
      for (int i = 1; i < n; i++) {
        int bit = sequence >>> i & 1;
        double toOne = last == 1 ? rho + (1 - rho) * p : (1 - rho) * p;
        probability *= bit == 1 ? toOne : 1 - toOne;
        last = bit;
      }
      masses[Integer.bitCount(sequence)] += probability;
    }
    MarkovSum sum = new MarkovSum(n, p, rho);
    assertThat(sum.masses()).containsExactly(masses, within(1e-14));
    double mean = 0;
    double square = 0;
    for (int k = 0; k <= n; k++) {
      mean += k * masses[k];
      square += (double) k * k * masses[k];
    }
    assertThat(sum.mean()).isCloseTo(mean, within(1e-12));
    assertThat(sum.variance()).isCloseTo(square - mean * mean, within(1e-11));
  }

  @Test
  void independentBitsAreTheBinomialLattice() {
    MarkovSum sum = new MarkovSum(16, 0.4, 0);
    assertThat(sum.varianceInflation()).isEqualTo(1);
    BinomialLattice lattice = BinomialLattice.fair(16);
    StatedLaw law = sum.standardised(lattice);
    BinomialLattice same = new BinomialLattice(16, 0.4, lattice.centre(), lattice.scale());
    assertThat(law.mean()).isCloseTo(same.mean(), within(1e-12));
    assertThat(law.excessKurtosis()).isCloseTo(same.excessKurtosis(), within(1e-10));
  }

  @Test
  void inLongSumsTheInflationIsThatOfTheSpectrumAtZero() {
    assertThat(new MarkovSum(4096, 0.5, 0.2).varianceInflation())
        .isCloseTo(1.5 - 2 * 0.2 / (4096 * 0.64), within(1e-12));
  }

  @Test
  void aCorrelationThatNoChainHasIsRefused() {
    assertThatThrownBy(() -> new MarkovSum(8, 0.2, -0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("correlation must be between");
  }
}
