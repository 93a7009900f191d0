package io.spindrift.experiment.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.diffusion.metric.Estimate;
import io.spindrift.experiment.comparison.Sweep.Point;
import io.spindrift.experiment.comparison.Threshold.Before;
import io.spindrift.experiment.comparison.Threshold.NotReached;
import io.spindrift.experiment.comparison.Threshold.Within;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.testkit.NormalDistribution;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThresholdEstimateTest {
  private static final double HALF = 1.959963984540054;
  private static final ThresholdEstimate ESTIMATE = ThresholdEstimate.of(StreamKey.root(3));

  @Test
  void anExactLineIsCrossedWhereItShould() {
    // 4 + 3 x meets 5 + 0.5 at x = 0.5.
    Sweep sweep = sweep(SizeScale.LINEAR, 5, 0.5, new double[] {0, 0.2, 0.7, 1}, x -> 4 + 3 * x, 0);
    Within threshold = (Within) ESTIMATE.of(sweep);
    assertThat(threshold.size()).isCloseTo(0.5, within(1e-12));
    assertThat(threshold.near()).isEqualTo(threshold.size());
    assertThat(threshold.far()).isEqualTo(threshold.size());
    assertThat(threshold.mayPrecede() || threshold.mayFollow()).isFalse();
  }

  @Test
  void sizesMayFallAndLieOnALogarithmicScale() {
    // FID rises by 1 with every halving of the bits, from 4 at 64 bits; 6.5 lies at 64/2^2.5.
    Sweep sweep =
        sweep(
            SizeScale.LOGARITHMIC,
            6,
            0.5,
            new double[] {64, 32, 16, 8, 4},
            bits -> 4 + Math.log(64 / bits) / Math.log(2),
            0);
    Within threshold = (Within) ESTIMATE.of(sweep);
    assertThat(threshold.size()).isCloseTo(64 / Math.pow(2, 2.5), within(1e-9));
    assertThat(threshold.sentence("bits")).contains("bits = 11.31");
  }

  /**
   * From a certain 0 at size 0 to y +- e at size 1, level c certain: the line crosses at c/y, so
   * P(at most q) = P(y >= c/q). Both ends must lie at 2.5 % within 4.5 standard deviations of a
   * count of 2,000 (false alarm 7e-6 each).
   */
  @Test
  void theIntervalHoldsTheExactQuantilesOfASingleUncertainPoint() {
    double y = 3;
    double e = 0.4;
    Sweep sweep =
        new Sweep(
            List.of(
                new Point(0, Estimate.exact(0)),
                new Point(1, new Estimate(y, y - HALF * e, y + HALF * e))),
            Estimate.exact(0.5),
            0.5,
            SizeScale.LINEAR);
    Within threshold = (Within) ESTIMATE.of(sweep);
    double band = 4.5 * Math.sqrt(0.025 * 0.975 / ThresholdEstimate.REPLICATES);
    assertThat(threshold.size()).isCloseTo(1 / y, within(1e-12));
    assertThat(1 - NormalDistribution.cumulative((1 / threshold.near() - y) / e))
        .isCloseTo(0.025, within(band));
    assertThat(NormalDistribution.cumulative((1 / threshold.far() - y) / e))
        .isCloseTo(0.025, within(band));
  }

  /** The same with the error in software: the level is 1 +- e on the line y = 3 x. */
  @Test
  void theErrorOfSoftwareWidensTheInterval() {
    double e = 0.1;
    Sweep sweep =
        new Sweep(
            List.of(new Point(0, Estimate.exact(0)), new Point(1, Estimate.exact(3))),
            new Estimate(0.5, 0.5 - HALF * e, 0.5 + HALF * e),
            0.5,
            SizeScale.LINEAR);
    Within threshold = (Within) ESTIMATE.of(sweep);
    double band = 4.5 * Math.sqrt(0.025 * 0.975 / ThresholdEstimate.REPLICATES);
    assertThat(NormalDistribution.cumulative((3 * threshold.near() - 1) / e))
        .isCloseTo(0.025, within(band));
    assertThat(NormalDistribution.cumulative((3 * threshold.far() - 1) / e))
        .isCloseTo(0.975, within(band));
  }

  @Test
  void aMarginThatIsNotReachedIsSaidToBeBorneAsFarAsItIsShown() {
    double[] sizes = {0, 1, 2, 3};
    NotReached flat = (NotReached) ESTIMATE.of(sweep(SizeScale.LINEAR, 5, 1, sizes, x -> 5, 0.05));
    assertThat(flat.near()).isEqualTo(3);
    assertThat(flat.share()).isZero();
    assertThat(flat.sentence("bias")).contains("not reached", "bias = 3").doesNotContain("shown");
    NotReached doubtful =
        (NotReached) ESTIMATE.of(sweep(SizeScale.LINEAR, 5, 1, sizes, x -> 5 + 0.3 * x, 0.3));
    assertThat(doubtful.near()).isBetween(1.5, 3.0);
    assertThat(doubtful.share()).isBetween(0.2, 0.5);
    assertThat(doubtful.sentence("bias")).contains("shown with 95 % confidence up to");
  }

  @Test
  void aMarginThatIsExceededFromTheStartIsSaidToBe() {
    Before before =
        (Before)
            ESTIMATE.of(sweep(SizeScale.LINEAR, 5, 1, new double[] {1, 2}, x -> 6.5 + x, 0.05));
    assertThat(before.first()).isEqualTo(1);
    assertThat(before.share()).isEqualTo(1);
    assertThat(before.sentence("bias")).contains("at the first size already", "bias = 1");
  }

  @Test
  void anIntervalThatLeavesTheSweepSaysSo() {
    Within late =
        (Within)
            ESTIMATE.of(
                sweep(SizeScale.LINEAR, 5, 1, new double[] {0, 1, 2}, x -> 5 + 0.55 * x, 0.2));
    assertThat(late.mayFollow()).isTrue();
    assertThat(late.far()).isEqualTo(2);
    assertThat(late.sentence("bias")).contains("to beyond 2");
  }

  @Test
  void theRisingFitPoolsWhatFalls() {
    assertThat(MonotoneFit.rising(new double[] {1, 3, 2, 4}, new double[] {1, 1, 1, 1}))
        .containsExactly(1, 2.5, 2.5, 4);
    assertThat(MonotoneFit.rising(new double[] {1, 3, 2, 4}, new double[] {1, 3, 1, 1}))
        .containsExactly(1, 2.75, 2.75, 4);
    assertThat(MonotoneFit.rising(new double[] {4, 3, 2, 1}, new double[] {1, 1, 1, 1}))
        .containsExactly(2.5, 2.5, 2.5, 2.5);
  }

  /** No rising sequence on a grid of 0.25 is nearer than the fit, over 20 drawn cases. */
  @Test
  void theRisingFitIsTheNearestOneByEnumeration() {
    for (int c = 0; c < 20; c++) {
      RandomStream stream = StreamKey.root(5).at(c).open();
      double[] values = IntStream.range(0, 4).mapToDouble(i -> 2 * stream.nextDouble()).toArray();
      double[] weights = IntStream.range(0, 4).mapToDouble(i -> 1 + stream.nextInt(3)).toArray();
      double[] fit = MonotoneFit.rising(values, weights);
      assertThat(fit).isSorted();
      double least = distance(fit, values, weights);
      for (int code = 0; code < 9 * 9 * 9 * 9; code++) {
        double[] other = {
          code % 9 / 4.0, code / 9 % 9 / 4.0, code / 81 % 9 / 4.0, code / 729 / 4.0
        };
        double[] sorted = other.clone();
        Arrays.sort(sorted);
        assertThat(distance(sorted, values, weights)).isGreaterThanOrEqualTo(least - 1e-12);
      }
    }
  }

  private static double distance(double[] fit, double[] values, double[] weights) {
    return IntStream.range(0, fit.length)
        .mapToDouble(i -> weights[i] * (fit[i] - values[i]) * (fit[i] - values[i]))
        .sum();
  }

  @Test
  void sizesThatTurnBackAreRefused() {
    for (double[] wrong : new double[][] {{1}, {1, 2, 1.5}, {1, 1}, {3, 2, 2}}) {
      assertThatThrownBy(() -> sweep(SizeScale.LINEAR, 5, 1, wrong, x -> x, 0))
          .isInstanceOf(UnusableInput.class);
    }
    assertThatThrownBy(() -> sweep(SizeScale.LOGARITHMIC, 5, 1, new double[] {0, 1}, x -> x, 0))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("positive on a logarithmic scale");
  }

  private static Sweep sweep(
      SizeScale scale,
      double software,
      double margin,
      double[] sizes,
      java.util.function.DoubleUnaryOperator metric,
      double error) {
    List<Point> points =
        Arrays.stream(sizes)
            .mapToObj(x -> {
              double y = metric.applyAsDouble(x);
              return new Point(x, new Estimate(y, y - HALF * error, y + HALF * error));
            })
            .toList();
    return new Sweep(points, Estimate.exact(software), margin, scale);
  }
}
