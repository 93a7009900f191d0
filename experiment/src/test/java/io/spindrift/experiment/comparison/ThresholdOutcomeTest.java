package io.spindrift.experiment.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.diffusion.metric.Estimate;
import io.spindrift.experiment.comparison.Sweep.Point;
import io.spindrift.experiment.comparison.Threshold.Before;
import io.spindrift.experiment.comparison.Threshold.NotReached;
import io.spindrift.experiment.comparison.Threshold.Within;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.testkit.NormalDistribution;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Sweeps whose replicates follow a normal law through a line, so that shares and quantiles are
 * known. A share p of 20,000 replicates is met within 4.5 deviations, false alarm 7e-6 each.
 */
class ThresholdOutcomeTest {
  private static final ThresholdEstimate ESTIMATE =
      new ThresholdEstimate(StreamKey.root(3), 20_000);

  /** Level of the sweeps: software 0.5 with an error of 0.2, and a margin of 0.5. */
  private static final Estimate SOFTWARE = known(0.5, 0.2);

  @Test
  void theThresholdIsWhereTheLineFirstRisesAboveTheLevel() {
    assertThat(ThresholdEstimate.crossing(new double[] {0, 1, 1, 2}, 1)).isEqualTo(2);
    assertThat(ThresholdEstimate.crossing(new double[] {1, 2}, 1)).isZero();
    assertThat(ThresholdEstimate.crossing(new double[] {1, 2}, 0.99))
        .isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(ThresholdEstimate.crossing(new double[] {1, 2}, 2))
        .isEqualTo(Double.POSITIVE_INFINITY);
  }

  /** 3 with the error 0.1 and 2 with 0.2 pool to (3 / 0.01 + 2 / 0.04) / (1 / 0.01 + 1 / 0.04). */
  @Test
  void valuesThatFallArePooledByTheInverseSquaresOfTheirErrors() {
    Within found =
        (Within)
            ESTIMATE.of(
                sweep(
                    Estimate.exact(1.5), known(1, 0.1), known(3, 0.1), known(2, 0.2), known(4, 1)));
    assertThat(found.size()).isCloseTo(1 / 1.8, within(1e-12));
  }

  /** Certain values 0, 3, 2, 4 pool to the line 0, 2.5, 2.5, 4: it crosses l at l / 2.5. */
  @Test
  void everyReplicatePoolsToo() {
    Within found =
        (Within) ESTIMATE.of(sweep(known(0.5, 0.1), exact(0), exact(3), exact(2), exact(4)));
    assertThat(found.size()).isCloseTo(0.4, within(1e-12));
    share(NormalDistribution.cumulative((2.5 * found.near() - 1) / 0.1), 0.025);
    share(NormalDistribution.cumulative((2.5 * found.far() - 1) / 0.1), 0.975);
  }

  /** From 0 to y = 0.9 with an error of 0.2 at size 1: a replicate crosses 1 at 1 / y, if y > 1. */
  @Test
  void aSizeIsShownToBeBorneWhenOneReplicateInTwentyCrossesBefore() {
    NotReached found = (NotReached) ESTIMATE.of(sweep(exact(0.5), exact(0), known(0.9, 0.2)));
    assertThat(found.last()).isEqualTo(1);
    share(1 - NormalDistribution.cumulative((1 / found.near() - 0.9) / 0.2), 0.05);
    share(found.share(), 1 - NormalDistribution.cumulative(0.1 / 0.2));
  }

  /** Of a flat line at 0.9 a replicate exceeds its level from the first size on, or nowhere. */
  @Test
  void replicatesThatExceedTheMarginFromTheStartCountAsExceedingIt() {
    NotReached found = (NotReached) ESTIMATE.of(sweep(SOFTWARE, exact(0.9), exact(0.9)));
    assertThat(found.near()).isZero();
    share(found.share(), NormalDistribution.cumulative(-0.1 / 0.2));
  }

  /** The line 1.1 + x lies above the level of most replicates; others cross at level - 1.1. */
  @Test
  void aMarginExceededFromTheStartIsSoInAShareAndByASizeWithConfidence() {
    Before found = (Before) ESTIMATE.of(sweep(SOFTWARE, exact(1.1), exact(2.1)));
    assertThat(found.first()).isZero();
    share(found.share(), NormalDistribution.cumulative(0.1 / 0.2));
    share(NormalDistribution.cumulative((found.far() + 1.1 - 1) / 0.2), 0.95);
  }

  /** The line 0.9 + x starts above the level of 31 % of the replicates. */
  @Test
  void anIntervalThatBeginsBeforeTheSweepSaysSo() {
    Within found = (Within) ESTIMATE.of(sweep(SOFTWARE, exact(0.9), exact(1.9)));
    assertThat(found.size()).isCloseTo(0.1, within(1e-12));
    assertThat(found.mayPrecede()).isTrue();
    assertThat(found.mayFollow()).isFalse();
    assertThat(found.near()).isZero();
    share(NormalDistribution.cumulative((found.far() + 0.9 - 1) / 0.2), 0.975);
    assertThat(found.sentence("bias")).contains("interval from before 0 to 0.");
  }

  private static void share(double found, double expected) {
    double deviation = Math.sqrt(expected * (1 - expected) / ESTIMATE.replicates());
    assertThat(found).isCloseTo(expected, within(4.5 * deviation));
  }

  private static Sweep sweep(Estimate software, Estimate... metrics) {
    List<Point> points = new ArrayList<>();
    for (Estimate metric : metrics) {
      points.add(new Point(points.size(), metric));
    }
    return new Sweep(points, software, 0.5, SizeScale.LINEAR);
  }

  private static Estimate exact(double value) {
    return Estimate.exact(value);
  }

  private static Estimate known(double value, double error) {
    double half = Estimate.SIGMAS * error;
    return new Estimate(value, value - half, value + half);
  }
}
