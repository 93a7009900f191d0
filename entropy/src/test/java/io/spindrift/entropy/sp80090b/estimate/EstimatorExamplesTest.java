package io.spindrift.entropy.sp80090b.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.entropy.sp80090b.Finding;
import io.spindrift.entropy.sp80090b.Symbols;
import org.junit.jupiter.api.Test;

/**
 * The examples that end the sections of 6.3 of SP 800-90B, with the small cutoffs, windows and
 * dictionaries that they use. Entropies are printed there to three or four digits, computed with
 * 2.576 for the normal quantile 2.57583, which moves an entropy below one bit by less than 2e-4.
 */
class EstimatorExamplesTest {
  private static final String FORTY_BITS = "1000111001010101110011000111001010101110";
  private static final double PRINTED = 2e-4;
  private static final String SYMBOLS = "220102012120121001000";

  private static Finding of(MinEntropyEstimator estimator, int bits, String digits) {
    byte[] values = new byte[digits.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) (digits.charAt(i) - '0');
    }
    return estimator.estimate(new Symbols(values, bits), Finding.Scope.LITERAL);
  }

  private static void hasEntropy(Finding finding, double bits, double printed) {
    assertThat(finding.result()).isInstanceOf(Finding.Result.Entropy.class);
    assertThat(finding.quantities().get("min entropy")).isCloseTo(bits, within(printed));
  }

  private static void has(Finding finding, String quantity, double value, double printed) {
    assertThat(finding.quantities().get(quantity)).as(quantity).isCloseTo(value, within(printed));
  }

  @Test
  void theMostCommonOfTwentySymbolsOccursEightTimes() {
    Finding finding = of(new MostCommonValueEstimator(), 2, "01120122010110221021");
    has(finding, "Mode count", 8, 0);
    has(finding, "p-hat", 0.4, 1e-15);
    has(finding, "p_u", 0.6895, 1e-4);
    hasEntropy(finding, 0.5363, PRINTED);
  }

  @Test
  void fortyBitsHoldFourteenCollisions() {
    Finding finding = of(new CollisionEstimator(), 1, FORTY_BITS);
    has(finding, "v", 14, 0);
    has(finding, "X-bar", 2.7143, 1e-4);
    has(finding, "sigma-hat", 0.4688, 1e-4);
    has(finding, "X-bar'", 2.3915, 1e-4);
    has(finding, "p", 0.7329, 1e-4);
    hasEntropy(finding, 0.4483, PRINTED);
  }

  @Test
  void theLikeliestPathOfTheMarkovChainAlternates() {
    Finding finding = of(new MarkovEstimator(), 1, FORTY_BITS);
    has(finding, "P_0", 0.475, 1e-15);
    has(finding, "P_1", 0.525, 1e-15);
    has(finding, "P_{0,1}", 0.611, 5e-4);
    has(finding, "P_{1,0}", 0.571, 5e-4);
    hasEntropy(finding, 0.761, 1e-3);
  }

  @Test
  void fortyEightBitsAreEightBlocksOfWhichFourTrain() {
    Finding finding = of(new CompressionEstimator(4), 1, FORTY_BITS + "11100011");
    has(finding, "p", 0.5715, 1e-4);
    hasEntropy(finding, 0.1345, PRINTED);
  }

  @Test
  void tuplesOfThreeSymbolsAreTheLongestThatOccurThreeTimes() {
    Finding finding = of(new TTupleEstimator(3), 2, SYMBOLS);
    has(finding, "t", 3, 0);
    has(finding, "p-hat_max", Math.cbrt(3.0 / 19), 1e-12);
    hasEntropy(finding, 0.273, 1e-3);
  }

  @Test
  void theLongestRepeatedSubstringHasFiveSymbols() {
    Finding finding = of(new LongestRepeatedSubstringEstimator(3), 2, SYMBOLS);
    has(finding, "u", 4, 0);
    has(finding, "v", 5, 0);
    hasEntropy(finding, 0.6146, PRINTED);
  }

  @Test
  void theMostCommonOfAWindowIsRightThreeTimesInNine() {
    Finding finding = of(new MultiMostCommonInWindowEstimator(3, 5, 7, 9), 2, "121021122000");
    has(finding, "N", 9, 0);
    has(finding, "C", 3, 0);
    hasEntropy(finding, 0.3908, PRINTED);
  }

  @Test
  void threeLagsAreRightTwiceInNine() {
    Finding finding = of(new LagEstimator(3), 2, "2132131312");
    has(finding, "N", 9, 0);
    has(finding, "C", 2, 0);
    hasEntropy(finding, 0.735, 1e-3);
  }

  @Test
  void threeOrdersOfMarkovModelsAreRightThreeTimesInSeven() {
    Finding finding = of(new MultiMarkovModelEstimator(3, 100_000), 2, "213213131");
    has(finding, "N", 7, 0);
    has(finding, "C", 3, 0);
    hasEntropy(finding, 0.0755, PRINTED);
  }

  @Test
  void aDictionaryOfContextsOfFourIsRightFourTimesInEight() {
    Finding finding = of(new Lz78yEstimator(4, 65_536), 2, "2132131312132");
    has(finding, "N", 8, 0);
    has(finding, "C", 4, 0);
    hasEntropy(finding, 0.0191, PRINTED);
  }
}
