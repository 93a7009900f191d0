package io.spindrift.experiment.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.diffusion.metric.Estimate;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.testkit.DistributionAssert;
import io.spindrift.testkit.NormalDistribution;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EquivalenceTest {
  /**
   * Student's sleep data (Biometrika 6 (1908) 1), extra hours with two drugs, second minus first
   * negated as R's t.test takes it. t, p and intervals as printed by t.test and by TOSTER's t_TOST
   * with bounds of one hour.
   */
  private static final double[] SLEEP = {
    0.7 - 1.9,
    -1.6 - 0.8,
    -0.2 - 1.1,
    -1.2 - 0.1,
    -0.1 + 0.1,
    3.4 - 4.4,
    3.7 - 5.5,
    0.8 - 1.6,
    0.0 - 4.6,
    2.0 - 3.4
  };

  @Test
  void thePublishedTestOfTheSleepDataComesOut() {
    MeanDifference mean = MeanDifference.of(SLEEP);
    Equivalence test = Equivalence.of(mean, 1);
    assertThat(mean.mean()).isCloseTo(-1.58, within(1e-12));
    assertThat(mean.standardError()).isCloseTo(0.3889587, within(5e-8));
    assertThat(test.pZero()).isCloseTo(2.832890e-03, within(5e-10));
    assertThat(mean.pAbove(-1)).isCloseTo(9.149441e-01, within(5e-8));
    assertThat(mean.pBelow(1)).isCloseTo(4.778596e-05, within(5e-12));
    assertThat(test.pEquivalent()).isEqualTo(mean.pAbove(-1));
    assertThat(mean.interval(0.95).low()).isCloseTo(-2.4598858, within(5e-8));
    assertThat(mean.interval(0.95).high()).isCloseTo(-0.7001142, within(5e-8));
    assertThat(test.interval().low()).isCloseTo(-2.293005, within(5e-7));
    assertThat(test.interval().high()).isCloseTo(-0.8669947, within(5e-8));
    assertThat(test.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(test.smallestMargin()).isCloseTo(2.293005, within(5e-7));
  }

  @Test
  void theVerdictsAreThoseOfTheIntervals() {
    for (double margin = 0.02; margin < 4; margin += 0.02) {
      MeanDifference mean = MeanDifference.of(SLEEP);
      Equivalence test = Equivalence.of(mean, margin);
      Estimate ninety = mean.interval(0.90);
      Estimate ninetyFive = mean.interval(0.95);
      Verdict expected =
          ninety.low() > -margin && ninety.high() < margin
              ? Verdict.EQUIVALENT
              : ninetyFive.high() < -margin || ninetyFive.low() > margin
                  ? Verdict.DIFFERENT
                  : Verdict.UNDECIDED;
      assertThat(test.verdict()).as("margin %s", margin).isEqualTo(expected);
    }
  }

  @Test
  void exchangingHardwareAndSoftwareChangesNoPValue() {
    double[] negated = java.util.Arrays.stream(SLEEP).map(d -> -d).toArray();
    Equivalence a = Equivalence.of(MeanDifference.of(SLEEP), 0.5);
    Equivalence b = Equivalence.of(MeanDifference.of(negated), 0.5);
    assertThat(b.pEquivalent()).isCloseTo(a.pEquivalent(), within(1e-14));
    assertThat(b.pDifferent()).isCloseTo(a.pDifferent(), within(1e-14));
    assertThat(b.sentence()).contains("DIFFERENT", "above");
    assertThat(a.sentence()).contains("DIFFERENT", "below");
  }

  @Test
  void theSmallestMarginIsWhereTheVerdictTurns() {
    MeanDifference mean = MeanDifference.of(SLEEP);
    double smallest = Equivalence.of(mean, 1).smallestMargin();
    assertThat(Equivalence.of(mean, smallest * 1.000001).verdict()).isEqualTo(Verdict.EQUIVALENT);
    assertThat(Equivalence.of(mean, smallest * 0.999999).verdict())
        .isNotEqualTo(Verdict.EQUIVALENT);
  }

  /** 20,000 studies each; 4.5 standard deviations, false alarm 7e-6 for each of the three. */
  @Test
  void wrongVerdictsAreAsRareAsStatedAndThePowerIsTheExactOne() {
    int studies = 20_000;
    double margin = 1;
    long wronglyEquivalent =
        count(studies, margin, 0.2, t -> t.verdict() == Verdict.EQUIVALENT, margin);
    long wronglyDifferent =
        count(studies, margin, 0.2, t -> t.verdict() == Verdict.DIFFERENT, margin);
    long rightlyEquivalent = count(studies, 0, 0.5, t -> t.verdict() == Verdict.EQUIVALENT, margin);
    DistributionAssert.binomial(wronglyEquivalent, studies, 0.05, 4.5);
    DistributionAssert.binomial(wronglyDifferent, studies, 0.025, 4.5);
    DistributionAssert.binomial(rightlyEquivalent, studies, powerOfThree(0.5, margin), 4.5);
  }

  private static long count(
      int studies, double truth, double spread, Predicate<Equivalence> verdict, double margin) {
    return IntStream.range(0, studies)
        .filter(study -> {
          RandomStream stream = StreamKey.root(11).purpose("power").at(study).open();
          double[] differences = new double[3];
          for (int i = 0; i < 3; i++) {
            differences[i] = truth + spread * stream.nextGaussian();
          }
          return verdict.test(Equivalence.of(MeanDifference.of(differences), margin));
        })
        .count();
  }

  /**
   * P(|mean| + t s/sqrt(3) < m) for three differences of mean 0: s^2/sigma^2 = e is exponential,
   * the mean is independent of it and normal with sigma/sqrt(3).
   */
  private static double powerOfThree(double sigma, double margin) {
    double t = 2.919985580353726; // t of 2 degrees of freedom at 95 %, published tables: 2.920
    double root = Math.sqrt(3);
    double most = Math.pow(margin * root / (t * sigma), 2);
    int steps = 20_000;
    double sum = 0;
    for (int k = 0; k < steps; k++) {
      double e = (k + 0.5) * most / steps;
      double room = (margin - t * sigma * Math.sqrt(e) / root) * root / sigma;
      sum += Math.exp(-e) * (2 * NormalDistribution.cumulative(room) - 1) * most / steps;
    }
    return sum;
  }

  @Test
  void oneSeedHasTheIntervalOfItsImagesAndSaysSo() {
    SeedPair pair = new SeedPair(1, new Estimate(5.3, 5.0, 5.6), new Estimate(5.0, 4.6, 5.4));
    MeanDifference mean = MeanDifference.of(List.of(pair));
    assertThat(mean.overSeeds()).isFalse();
    assertThat(mean.interval(0.95).low()).isCloseTo(0.3 - 0.5, within(1e-9));
    assertThat(mean.interval(0.95).high()).isCloseTo(0.3 + 0.5, within(1e-9));
    assertThat(Equivalence.of(mean, 2).sentence())
        .contains("EQUIVALENT", "one seed says nothing about another training");
  }

  /** What makes the difference small is a low hardware value or a high software value. */
  @Test
  void unevenIntervalsOfOneSeedKeepTheirSides() {
    SeedPair pair = new SeedPair(1, new Estimate(7, 6.7, 8.2), new Estimate(5, 4.5, 5.4));
    assertThat(pair.sampled().value()).isCloseTo(2, within(1e-12));
    assertThat(pair.sampled().low()).isCloseTo(2 - Math.hypot(0.3, 0.4), within(1e-12));
    assertThat(pair.sampled().high()).isCloseTo(2 + Math.hypot(1.2, 0.5), within(1e-12));
  }

  @Test
  void aDifferenceIsHardwareMinusSoftware() {
    SeedPair worse = new SeedPair(1, new Estimate(9, 8.9, 9.1), new Estimate(5, 4.9, 5.1));
    assertThat(worse.difference()).isEqualTo(4);
    assertThat(Equivalence.of(MeanDifference.of(List.of(worse)), 1).sentence())
        .contains("DIFFERENT", "hardware noise is above software noise");
    List<SeedPair> two = List.of(worse, new SeedPair(2, Estimate.exact(9), Estimate.exact(5.01)));
    assertThat(MeanDifference.of(two).mean()).isCloseTo(3.995, within(1e-12));
    assertThat(Equivalence.of(MeanDifference.of(two), 1).sentence())
        .contains("DIFFERENT", "above software noise", "trainings with other seeds");
  }

  @Test
  void severalSeedsAreWeighedByTheirOwnScatter() {
    List<SeedPair> pairs =
        List.of(
            new SeedPair(1, new Estimate(5, 1, 9), Estimate.exact(4)),
            new SeedPair(2, new Estimate(7, 1, 9), Estimate.exact(4)));
    MeanDifference mean = MeanDifference.of(pairs);
    assertThat(mean).isEqualTo(new MeanDifference(2, 1, 1, 2));
    // Cauchy's law: 95 % within 12.7062.
    assertThat(mean.interval(0.95).high()).isCloseTo(2 + 12.7062, within(1e-4));
    assertThat(Equivalence.of(mean, 20).sentence()).contains("2 were compared");
  }

  @Test
  void equalDifferencesLeaveNoDoubt() {
    MeanDifference mean = MeanDifference.of(new double[] {0.25, 0.25, 0.25});
    assertThat(Equivalence.of(mean, 0.3).verdict()).isEqualTo(Verdict.EQUIVALENT);
    assertThat(Equivalence.of(mean, 0.2).verdict()).isEqualTo(Verdict.DIFFERENT);
    assertThat(Equivalence.of(mean, 0.25).verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(mean.interval(0.9)).isEqualTo(Estimate.exact(0.25));
  }

  /** t of two degrees of freedom at 95 % is 2.920; the standard error here is 0.1 / sqrt(3). */
  @Test
  void aVerdictIsSaidWithTheIntervalThatDecidesIt() {
    double half = 2.919985580353726 * 0.1 / Math.sqrt(3);
    MeanDifference apart = MeanDifference.of(new double[] {0.4, 0.5, 0.6});
    assertThat(Equivalence.of(apart, 1).sentence())
        .contains(
            "difference 0.5, 90 % interval ["
                + Digits.of(0.5 - half)
                + ", "
                + Digits.of(0.5 + half)
                + "], margin 1")
        .contains("EQUIVALENT: ", "less than the margin", "though not by nothing");
    MeanDifference near = MeanDifference.of(new double[] {-0.1, 0.01, 0.1});
    assertThat(Equivalence.of(near, 1).sentence())
        .contains("EQUIVALENT: ", "less than the margin")
        .doesNotContain("though");
    assertThat(Equivalence.of(apart, 0.5).sentence())
        .contains("UNDECIDED: ", "would show a margin of " + Digits.of(0.5 + half));
  }

  @Test
  void whatIsNotANumberIsRefused() {
    MeanDifference mean = MeanDifference.of(SLEEP);
    assertThatThrownBy(() -> Equivalence.of(mean, Double.NaN))
        .hasMessageContaining("margin must be positive");
    assertThatThrownBy(() -> new Estimate(Double.NaN, 0, 1))
        .hasMessageContaining("value must be finite");
    assertThatThrownBy(() -> new Estimate(1, 2, 3)).hasMessageContaining("interval must hold");
    assertThatThrownBy(() -> MeanDifference.of(new double[] {1}))
        .hasMessageContaining("differences must be at least 2, but was 1");
  }

  @Test
  void aMarginIsAnAmountOrAShare() {
    assertThat(Margin.parse("10%").about(5)).isCloseTo(0.5, within(1e-15));
    assertThat(Margin.parse("0.75").about(5)).isEqualTo(0.75);
    assertThat(Margin.parse("10%").about(-5)).isCloseTo(0.5, within(1e-15));
    assertThat(Margin.parse("0.75").about(-5)).isEqualTo(0.75);
    assertThat(Margin.DEFAULT).isEqualTo(Margin.parse("10%"));
    assertThat(Margin.DEFAULT).hasToString("10 % of the software value");
    assertThat(Margin.parse("0.75")).hasToString("0.75");
    for (String wrong : List.of("", "%", "-1", "0", "ten", "NaN", "Infinity%")) {
      assertThatThrownBy(() -> Margin.parse(wrong))
          .isInstanceOf(io.spindrift.numerics.UnusableInput.class)
          .hasMessageContaining("the margin must be a positive number");
    }
  }
}
