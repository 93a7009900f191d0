package io.spindrift.memory.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwoStateKernelTest {
  private static final MathContext DIGITS = new MathContext(60);

  /** Every path of bits through the steps, weighted with its probability. */
  private static double enumerated(List<TwoStateKernel> steps, int first, int last) {
    int n = steps.size();
    double sum = 0;
    for (int path = 0; path < 1 << (n - 1); path++) {
      int bits = path | (last << (n - 1));
      double weight = 1;
      int from = first;
      for (int t = 0; t < n; t++) {
        int to = (bits >>> t) & 1;
        double flip = from == 0 ? steps.get(t).fromZero() : steps.get(t).fromOne();
        weight *= from == to ? 1 - flip : flip;
        from = to;
      }
      sum += weight;
    }
    return sum;
  }

  @Test
  void stepsOfDifferentStrengthComposeToTheSumOverAllPaths() {
    List<TwoStateKernel> steps =
        List.of(
            new TwoStateKernel(0.1, 0.3),
            new TwoStateKernel(0.02, 0.9),
            new TwoStateKernel(0, 0.5),
            new TwoStateKernel(0.7, 0.6),
            new TwoStateKernel(0.25, 0));
    TwoStateKernel all = TwoStateKernel.IDENTITY;
    for (TwoStateKernel step : steps) {
      all = all.then(step);
    }
    for (int first = 0; first < 2; first++) {
      for (int last = 0; last < 2; last++) {
        assertThat(all.probability(first, last))
            .isCloseTo(enumerated(steps, first, last), within(1e-15));
      }
      assertThat(all.one(first)).isCloseTo(enumerated(steps, first, 1), within(1e-15));
    }
  }

  @ParameterizedTest
  @CsvSource({"0.02, 0.05", "0.3, 0.3", "0.9, 0.8", "0.5, 0.5", "1, 1", "0, 0.4", "1, 0.6"})
  void equalStepsHaveAClosedForm(double a, double b) {
    TwoStateKernel step = new TwoStateKernel(a, b);
    TwoStateKernel composed = TwoStateKernel.IDENTITY;
    for (int n = 0; n <= 12; n++) {
      assertThat(step.times(n).fromZero()).isCloseTo(composed.fromZero(), within(1e-14));
      assertThat(step.times(n).fromOne()).isCloseTo(composed.fromOne(), within(1e-14));
      composed = composed.then(step);
    }
  }

  /** (1 - (1 - 2 p)^n)/2 in 60 digits, at 1, 10, 1000 and 10^6 pulses. */
  @ParameterizedTest
  @CsvSource({
    "0.01, 1", "0.01, 10", "0.01, 1000", "1e-9, 1", "1e-9, 10", "1e-9, 1000", "1e-9, 1000000",
    "3e-13, 1000000", "0.3, 1000", "0.4999, 10", "0.75, 1", "0.75, 10", "0.75, 11", "0.999, 1000"
  })
  void aTinyFlipProbabilityKeepsItsDigitsOverAMillionSteps(String probability, int n) {
    BigDecimal p = new BigDecimal(probability);
    BigDecimal power = BigDecimal.ONE.subtract(p.multiply(BigDecimal.TWO), DIGITS).pow(n, DIGITS);
    double exact =
        BigDecimal.ONE.subtract(power, DIGITS).divide(BigDecimal.TWO, DIGITS).doubleValue();
    TwoStateKernel kernel = TwoStateKernel.symmetric(p.doubleValue()).times(n);
    assertThat(kernel.fromZero()).isCloseTo(exact, within(4e-15 * exact));
    assertThat(kernel.fromOne()).isEqualTo(kernel.fromZero());
  }

  @Test
  void theShareOfOnesGoesToItsStationaryValueFromBothSides() {
    TwoStateKernel step = new TwoStateKernel(0.03, 0.01);
    assertThat(step.stationaryShare()).isCloseTo(0.75, within(1e-15));
    assertThat(step.times(100_000).one(0)).isCloseTo(0.75, within(1e-15));
    assertThat(step.times(100_000).one(1)).isCloseTo(0.75, within(1e-15));
    double share = step.stationaryShare();
    double after = share * step.one(1) + (1 - share) * step.one(0);
    assertThat(after).isCloseTo(share, within(1e-15));
    assertThatThrownBy(TwoStateKernel.IDENTITY::stationaryShare)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("neither state flips");
  }

  @Test
  void theCorrelationOfComposedStepsIsTheProductOfTheirs() {
    TwoStateKernel first = new TwoStateKernel(0.1, 0.3);
    TwoStateKernel second = new TwoStateKernel(0.6, 0.7);
    assertThat(first.then(second).correlation())
        .isCloseTo(first.correlation() * second.correlation(), within(1e-15));
  }

  @Test
  void thePosteriorIsTheShareOfPathsThroughTheMiddle() {
    TwoStateKernel before = new TwoStateKernel(0.2, 0.35);
    TwoStateKernel step = new TwoStateKernel(0.05, 0.15);
    for (int first = 0; first < 2; first++) {
      for (int now = 0; now < 2; now++) {
        double[] weight = new double[2];
        for (int middle = 0; middle < 2; middle++) {
          weight[middle] =
              enumerated(List.of(before), first, middle) * enumerated(List.of(step), middle, now);
        }
        assertThat(step.posteriorOne(before, now, first))
            .isCloseTo(weight[1] / (weight[0] + weight[1]), within(1e-15));
      }
    }
    assertThatThrownBy(() -> TwoStateKernel.IDENTITY.posteriorOne(TwoStateKernel.IDENTITY, 1, 0))
        .hasMessage("bit now must be reachable, but 0 never becomes 1");
  }

  @Test
  void probabilitiesOutsideTheirRangeAreRefused() {
    assertThatThrownBy(() -> new TwoStateKernel(Double.NaN, 0))
        .hasMessageContaining("probability from 0 to 1 must be between 0 and 1");
    assertThatThrownBy(() -> new TwoStateKernel(0, 1.1)).hasMessageContaining("from 1 to 0");
    assertThatThrownBy(() -> TwoStateKernel.FLIP.times(-1)).hasMessageContaining("steps");
  }
}
