package io.spindrift.entropy.sp80090b.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.entropy.sp80090b.Finding;
import io.spindrift.entropy.sp80090b.Symbols;
import io.spindrift.numerics.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be said of an estimate without another program. */
class ClosedFormsTest {
  private static final Finding.Scope LITERAL = Finding.Scope.LITERAL;

  private static double bits(MinEntropyEstimator estimator, Symbols symbols) {
    return estimator.estimate(symbols, LITERAL).result() instanceof Finding.Result.Entropy(double h)
        ? h
        : Double.NaN;
  }

  private static Symbols coin(double p, int length, String purpose) {
    RandomStream stream = TestSequences.stream(purpose, length);
    return TestSequences.of(length, 1, i -> stream.nextDouble() < p ? 1 : 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void aConstantSequenceHasNoEntropy(int value) {
    Symbols constant = TestSequences.of(20_000, 1, i -> value);
    for (MinEntropyEstimator estimator : NonIidAssessment.estimators()) {
      assertThat(bits(estimator, constant)).as(estimator.name()).isCloseTo(0, within(1e-9));
    }
  }

  @Test
  void anAlternatingSequenceIsSeenThroughByAllThatLookBack() {
    int length = 20_000;
    Symbols alternating = TestSequences.of(length, 1, i -> i % 2);
    // Half of the bits are ones; waits for a collision are three, above 5/2; both see full entropy.
    double half = -UpperBound.log2(UpperBound.ofProportion(0.5, length));
    assertThat(bits(new MostCommonValueEstimator(), alternating)).isCloseTo(half, within(1e-12));
    assertThat(bits(new CollisionEstimator(), alternating)).isEqualTo(1);
    // Only the first bit of the 128 is free.
    assertThat(bits(new MarkovEstimator(), alternating)).isCloseTo(1.0 / 128, within(1e-12));
    // At most a handful of guesses fail before lag 2 and the contexts lead.
    double few = -UpperBound.log2(1 - 8.0 / length);
    assertThat(bits(new LagEstimator(), alternating)).isBetween(0.0, few);
    assertThat(bits(new MultiMarkovModelEstimator(), alternating)).isBetween(0.0, few);
    assertThat(bits(new Lz78yEstimator(), alternating)).isBetween(0.0, few);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.6, 0.9})
  void aMemorylessCoinIsEstimatedWithinItsSamplingError(double p) {
    // Five standard errors on either side: a false alarm of 5.7e-7 for each statement.
    int length = 200_000;
    double error = Math.sqrt(p * (1 - p) / length);
    Symbols coin = coin(p, length, "coin");
    assertThat(bits(new MostCommonValueEstimator(), coin))
        .isBetween(
            -UpperBound.log2(p + (UpperBound.Z + 5) * error),
            -UpperBound.log2(p + (UpperBound.Z - 5) * error));
    // 127 steps 1 -> 1 of probability P, whose error is that of a share of p L places.
    double step = 5 * Math.sqrt(p * (1 - p) / (p * length));
    assertThat(bits(new MarkovEstimator(), coin))
        .isBetween(-UpperBound.log2(p + 2 * step), -UpperBound.log2(p - 2 * step));
    // X = 2 + 2 p q with deviation below one half over about L / 2.5 waits.
    Finding collisions = new CollisionEstimator().estimate(coin, LITERAL);
    assertThat(collisions.quantities().get("X-bar"))
        .isCloseTo(2 + 2 * p * (1 - p), within(5 * 0.5 / Math.sqrt(length / 3.0)));
    // Nobody guesses a memoryless coin better than by its likelier side.
    for (MinEntropyEstimator predictor :
        new MinEntropyEstimator[] {
          new MultiMostCommonInWindowEstimator(),
          new LagEstimator(),
          new MultiMarkovModelEstimator(),
          new Lz78yEstimator()
        }) {
      Finding finding = predictor.estimate(coin, LITERAL);
      assertThat(finding.quantities().get("P_global"))
          .as(predictor.name())
          .isLessThan(p + 5 * error);
    }
  }

  @Test
  void theCompressionMeanOfEvenBlocksIsMaurersExpectation() {
    // Maurer 1992, table I: E[f] = 5.2177052 for blocks of six bits after long training.
    CompressionMean mean = new CompressionMean(1000, 1_000_000);
    assertThat(mean.expected(1.0 / 64, 64)).isCloseTo(5.2177052, within(1e-6));
    assertThat(mean.expected(1, 64)).isZero();
  }

  @Test
  void theAbsenceOfRunsIsThatOfTheRecurrence() {
    // Probability of no run of r successes in n trials, by stepping the length of the present run.
    double p = 0.7;
    int r = 6;
    int n = 60;
    double[] runs = new double[r];
    runs[0] = 1;
    for (int i = 0; i < n; i++) {
      double[] next = new double[r];
      for (int k = 0; k < r; k++) {
        next[0] += runs[k] * (1 - p);
        if (k + 1 < r) {
          next[k + 1] += runs[k] * p;
        }
      }
      runs = next;
    }
    double absent = 0;
    for (double share : runs) {
      absent += share;
    }
    // Feller's formula keeps the first root alone; the next is smaller by a factor below 1e-4 here.
    assertThat(PredictionEstimate.logAbsence(p, r, n)).isCloseTo(Math.log(absent), within(1e-4));
  }

  @Test
  void shortSequencesAreNotApplicableWithTheirReason() {
    Symbols few = TestSequences.of(300, 1, i -> i % 3 % 2);
    assertThat(new CompressionEstimator().estimate(few, LITERAL).result())
        .isEqualTo(new Finding.Result.NotApplicable("it needs more than 6006 bits"));
    assertThat(new MultiMostCommonInWindowEstimator().estimate(few, LITERAL).result())
        .isEqualTo(new Finding.Result.NotApplicable("it needs at least 4096 symbols"));
    Symbols one = TestSequences.of(1, 1, i -> 0);
    for (MinEntropyEstimator estimator : NonIidAssessment.estimators()) {
      assertThat(estimator.estimate(one, LITERAL).result())
          .as(estimator.name())
          .isInstanceOf(Finding.Result.NotApplicable.class);
    }
  }
}
