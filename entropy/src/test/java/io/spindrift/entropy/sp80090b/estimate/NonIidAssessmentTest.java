package io.spindrift.entropy.sp80090b.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.entropy.sp80090b.Finding;
import io.spindrift.entropy.sp80090b.Symbols;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.RandomStream;
import org.junit.jupiter.api.Test;

class NonIidAssessmentTest {
  private static NonIidAssessment assess(Symbols symbols, int threads) {
    try (Workers workers = new Workers(threads)) {
      return NonIidAssessment.of(symbols, workers, Progress.NONE);
    }
  }

  private static double bits(NonIidAssessment assessment, String name) {
    return assessment.findings().stream()
        .filter(finding -> finding.name().equals(name))
        .map(finding -> finding.quantities().getOrDefault("min entropy", Double.NaN))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theThreadCountChangesNothing() {
    Symbols symbols = TestSequences.named("sticky", 20_000, 4);
    NonIidAssessment alone = assess(symbols, 1);
    assertThat(assess(symbols, 3)).isEqualTo(alone);
    assertThat(assess(symbols, 8)).isEqualTo(alone);
  }

  @Test
  void theAssessmentIsTheLeastOfSymbolsAndOfTheirBits() {
    NonIidAssessment assessment = assess(TestSequences.named("fair", 20_000, 4), 1);
    double perBit = assessment.bitstringBitsPerBit().orElseThrow();
    assertThat(assessment.findings()).hasSize(20);
    assertThat(assessment.assessedBitsPerSymbol())
        .isEqualTo(Math.min(assessment.originalBitsPerSymbol(), 4 * perBit));
    assertThat(perBit)
        .isEqualTo(NonIidAssessment.least(assessment.findings(), Finding.Scope.BITSTRING, 1));
  }

  @Test
  void twoDifferentSymbolsAreBitsAlready() {
    NonIidAssessment assessment = assess(TestSequences.of(5000, 8, i -> i % 5 == 0 ? 200 : 7), 1);
    assertThat(assessment.bitstringBitsPerBit()).isEmpty();
    assertThat(assessment.findings()).hasSize(10);
    assertThat(assessment.assessedBitsPerSymbol()).isLessThan(0.01);
  }

  @Test
  void oneSymbolAloneHasNoEntropy() {
    assertThat(assess(TestSequences.of(100_000, 8, i -> 65), 1).assessedBitsPerSymbol())
        .isLessThan(1e-9);
  }

  @Test
  void telegraphFluctuationIsCaughtThoughHalfOfTheBitsAreOnes() {
    // A threshold that hops between two levels, p = 0.4 and 0.6, and stays for 1000 bits on
    // average.
    // A window of 63 takes some 32 bits to turn after a hop and is wrong with probability 0.05
    // else:
    // right with 0.6 - 0.2 (0.032 + 0.05), above 0.57 by far more than its error of 5e-4.
    int length = 1_000_000;
    RandomStream stream = TestSequences.stream("telegraph", 0);
    boolean[] high = {false};
    Symbols telegraph =
        TestSequences.of(
            length,
            1,
            i -> {
              high[0] ^= stream.nextDouble() < 1e-3;
              return stream.nextDouble() < (high[0] ? 0.6 : 0.4) ? 1 : 0;
            });
    NonIidAssessment fluctuating = assess(telegraph, 1);
    assertThat(bits(fluctuating, "Most Common Value Estimate")).isGreaterThan(0.95);
    assertThat(bits(fluctuating, "MultiMCW Prediction Estimate")).isLessThan(-log2(0.57));
    assertThat(fluctuating.assessedBitsPerSymbol()).isLessThan(-log2(0.57));

    // The same share of ones without memory: P' stays below one half and 2.576 + 5 errors.
    int ones = 0;
    for (byte bit : telegraph.values()) {
      ones += bit;
    }
    double share = ones / (double) length;
    RandomStream other = TestSequences.stream("memoryless", 0);
    NonIidAssessment memoryless =
        assess(TestSequences.of(length, 1, i -> other.nextDouble() < share ? 1 : 0), 1);
    double limit = -log2(Math.max(share, 1 - share) + (UpperBound.Z + 5) * 5e-4);
    assertThat(bits(memoryless, "Most Common Value Estimate")).isGreaterThan(limit);
    assertThat(bits(memoryless, "MultiMCW Prediction Estimate")).isGreaterThan(limit);
    assertThat(bits(memoryless, "Markov Estimate")).isGreaterThan(limit);
  }

  private static double log2(double x) {
    return UpperBound.log2(x);
  }
}
