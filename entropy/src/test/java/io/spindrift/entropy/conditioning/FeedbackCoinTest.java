package io.spindrift.entropy.conditioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.entropy.BitSequence;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.random.StreamKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedbackCoinTest {
  private static final PulseResponse LINE = PulseResponse.linear(0.8, 3);

  private static FeedbackCoin held(PulseResponse response, FeedbackLoop loop) {
    return new FeedbackCoin("held", response, SetPoint.near(response, 0.75), loop);
  }

  /**
   * The share of ones in a window has the variance var e + E[P (1 - P)]/n. Over W = 40,000 windows
   * the error of a variance is at most sqrt(2 (1 + 2 S)/W) of it, S the sum of squared correlations
   * of window shares, below 1.5 for these loops. Products of neighbours have a variance of at most
   * 1, to which 4 e^2, common to a window, adds at most 1.4. Four errors each. With one bit per
   * window and g = 1/2 the correlation is -1/4, and P stays in [0, 1].
   */
  @ParameterizedTest
  @CsvSource({"0.5, 64, 0", "1.2, 32, 0.06", "0.2, 50, -0.01", "1.7, 128, 0", "0.5, 1, 0"})
  void windowsSpreadAndNeighboursCorrelateAsPredicted(double gain, int window, double drift) {
    FeedbackLoop loop = new FeedbackLoop(gain, window, drift);
    int windows = 40_000;
    BitSequence bits = BitSequence.draw(held(LINE, loop), StreamKey.root(51), windows * window);
    double sum = 0;
    double squares = 0;
    for (int w = 0; w < windows; w++) {
      double share = (double) bits.ones(w * window, (w + 1) * window) / window;
      sum += share;
      squares += share * share;
    }
    double mean = sum / windows;
    double variance = squares / windows - mean * mean;
    double bias = loop.residualBias();
    double predicted = loop.variance() + (0.25 - bias * bias - loop.variance()) / window;
    assertThat(variance / predicted).isCloseTo(1, within(4 * Math.sqrt(8.0 / windows)));
    MeasuredBits drawn = MeasuredBits.of(held(LINE, loop), StreamKey.root(51), windows * window);
    assertThat(drawn.correlation())
        .isCloseTo(
            loop.lagOneCorrelation(), within(4 * Math.sqrt(2.4 / ((double) windows * window))));
  }

  /**
   * The control integrates the counts, so the mean over W windows leaves delta/g only by the
   * difference of two values of e over W g: its error falls as 1/W. Four standard deviations of it.
   */
  @ParameterizedTest
  @CsvSource({"0.5, 64, 0.02", "0.1, 256, 0.002", "1.5, 100, -0.1"})
  void aLinearDriftLeavesItsShareOfTheGainAsBias(double gain, int window, double drift) {
    FeedbackLoop loop = new FeedbackLoop(gain, window, drift);
    assertThat(loop.law().bias()).isCloseTo(drift / gain, within(1e-15));
    int windows = 5_000;
    MeasuredBits drawn = MeasuredBits.of(held(LINE, loop), StreamKey.root(52), windows * window);
    double tolerance = 4 * Math.sqrt(2 * loop.variance()) / (windows * gain);
    assertThat(drawn.share() - 0.5).isCloseTo(drift / gain, within(tolerance));
  }

  /** With g = 1 and n = 1 the next offset is -xi, so that v = 1/4 - v. */
  @Test
  void aLoopOfOneBitAndFullGainRepeatsTheNoiseOfItsBit() {
    FeedbackLoop loop = new FeedbackLoop(1, 1, 0);
    assertThat(loop.variance()).isCloseTo(0.125, within(1e-15));
  }

  @Test
  void aCurvedResponseIsHeldToo() {
    FeedbackLoop loop = new FeedbackLoop(0.2, 1024, 0.001);
    MeasuredBits drawn =
        MeasuredBits.of(held(PulseResponse.logistic(0.7, -4), loop), StreamKey.root(53), 1 << 20);
    // The curvature adds at most P'' var/2 to the bias, a third-order term here: below 1e-4.
    assertThat(drawn.share() - 0.5).isCloseTo(0.005, within(3e-4));
  }

  @ParameterizedTest
  @ValueSource(doubles = {2, 2.5, 0, -0.1, Double.NaN})
  void anUnstableLoopIsRefused(double gain) {
    assertThatThrownBy(() -> new FeedbackLoop(gain, 64, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unstable from 2 on");
  }

  @Test
  void aDriftThatTheLoopCannotFollowIsRefused() {
    assertThatThrownBy(() -> new FeedbackLoop(0.1, 64, 0.03))
        .hasMessageContaining("a quarter of the gain");
  }

  @Test
  void aCoinThatCannotBeSetToOneHalfIsRefused() {
    assertThatThrownBy(() -> SetPoint.near(control -> 0.3, 1))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("P = 1/2");
    assertThatThrownBy(() -> SetPoint.near(control -> 0.5, 1))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("hardly changes");
    assertThatThrownBy(() ->
            SetPoint.near(
                control -> {
                  if (control != 1) {
                    throw new IllegalArgumentException("not covered");
                  }
                  return 0.4;
                },
                1))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("known at its operating point alone");
  }

  @Test
  void theNearestCrossingIsFoundWithItsSlope() {
    SetPoint found = SetPoint.near(PulseResponse.linear(0.8, 3), 0.7);
    assertThat(found.control()).isCloseTo(0.8, within(1e-12));
    assertThat(found.slope()).isCloseTo(3, within(1e-9));
  }

  @Test
  void theLoopStatesItsSpreadAndItsSettling() {
    // Drift 0.1 at gain 1/2 leaves 0.2: p q = 0.21, and a window of 10 bits varies by
    // g p q / (10 (2 - g) + g).
    FeedbackLoop loop = new FeedbackLoop(0.5, 10, 0.1);
    assertThat(loop.residualBias()).isCloseTo(0.2, within(1e-15));
    assertThat(loop.variance()).isCloseTo(0.5 * 0.21 / 15.5, within(1e-15));
    // Halves to 1e-6 in 20 windows; at gain one a single window settles it.
    assertThat(loop.settlingWindows()).isEqualTo(20);
    assertThat(new FeedbackLoop(1, 10, 0).settlingWindows()).isEqualTo(1);
  }
}
