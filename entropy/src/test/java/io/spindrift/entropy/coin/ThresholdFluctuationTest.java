package io.spindrift.entropy.coin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.numerics.random.StreamKey;
import io.spindrift.testkit.DistributionAssert;
import io.spindrift.testkit.NormalDistribution;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class ThresholdFluctuationTest {
  @Test
  void aSumOfWanderersHasTheSumOfTheirCovariances() {
    GaussianWander wander =
        new GaussianWander(
            "two",
            List.of(new GaussianWander.Component(0.03, 2), new GaussianWander.Component(0.04, 5)));
    double expected = 9e-4 * Math.exp(-0.5) + 16e-4 * Math.exp(-0.2);
    assertThat(wander.covariance(1)).isCloseTo(expected, within(1e-18));
    assertThat(wander.mean(x -> 0.5 + x)).isCloseTo(0.5, within(1e-14));
    assertThat(wander.mean(x -> x * x)).isCloseTo(25e-4, within(1e-15));
    assertThat(wander.meanProduct(x -> 0.5 + x, 1)).isCloseTo(0.25 + expected, within(1e-14));
  }

  @Test
  void averagesOverAProbitResponseAreThoseOfTheBivariateNormalDistribution() {
    // E Phi(x/w) = 1/2 and E Phi(x/w) Phi(y/w) = 1/4 + asin(r) / (2 pi), r = C / (s^2 + w^2);
    // off centre E Phi((x+d)/w) = Phi(d / sqrt(s^2 + w^2)).
    GaussianWander wander = GaussianWander.slow(0.02, 3);
    double width = 0.025;
    double total = 0.02 * 0.02 + width * width;
    for (double lag : new double[] {0, 0.1, 1, 10}) {
      double r = 0.02 * 0.02 * Math.exp(-lag / 3) / total;
      assertThat(wander.meanProduct(x -> NormalDistribution.cumulative(x / width), lag))
          .isCloseTo(0.25 + Math.asin(r) / (2 * Math.PI), within(1e-7));
    }
    assertThat(wander.mean(x -> NormalDistribution.cumulative((x + 0.01) / width)))
        .isCloseTo(NormalDistribution.cumulative(0.01 / Math.sqrt(total)), within(1e-7));
  }

  @Test
  void aWanderingPathHasItsVarianceAndCovariance() {
    // 20,000 independent paths; bounds of 5 standard errors.
    GaussianWander wander = GaussianWander.flicker(0.05, 1, 1000, 2);
    double[] first = new double[20_000];
    double[] product = new double[first.length];
    for (int i = 0; i < first.length; i++) {
      DoubleSupplier path = wander.path(StreamKey.root(41).at(i), 4);
      double[] steps = {path.getAsDouble(), path.getAsDouble(), path.getAsDouble()};
      first[i] = steps[0];
      product[i] = steps[0] * steps[2];
    }
    DistributionAssert.follows(first, x -> NormalDistribution.cumulative(x / 0.05), 1e-6);
    DistributionAssert.mean(product, wander.covariance(8), 5);
  }

  @Test
  void theSpectrumOfFlickerFallsAsOneOverF() {
    // S(f) = sum of 4 s^2 tau / (1 + (2 pi f tau)^2). The ends are two decades away, where the
    // Lorentzians that are missing would add (2/pi) atan(1/100) = 0.6 % each; two processes per
    // decade ripple by less than 1 %.
    GaussianWander wander = GaussianWander.flicker(0.05, 1e-3, 1e3, 2);
    double level = flatness(wander, 1 / (2 * Math.PI));
    for (double f = 0.1 / (2 * Math.PI); f < 10 / (2 * Math.PI); f *= 1.3) {
      assertThat(flatness(wander, f) / level).isCloseTo(1, within(0.03));
    }
    assertThat(wander.covariance(0)).isCloseTo(0.05 * 0.05, within(1e-15));
  }

  private static double flatness(GaussianWander wander, double f) {
    double sum = 0;
    for (GaussianWander.Component part : wander.components()) {
      double turn = 2 * Math.PI * f * part.correlationSeconds();
      sum +=
          f * 4 * part.rmsVolts() * part.rmsVolts() * part.correlationSeconds() / (1 + turn * turn);
    }
    return sum;
  }

  @Test
  void aSineHasTheCovarianceOfASine() {
    PeriodicDrift sine = PeriodicDrift.sine(0.1, 8);
    assertThat(sine.mean(x -> 0.4 + x)).isCloseTo(0.4, within(1e-12));
    for (double lag : new double[] {0, 1, 2, 5.5, 8, 21}) {
      double expected = 0.16 + 0.005 * Math.cos(2 * Math.PI * lag / 8);
      assertThat(sine.meanProduct(x -> 0.4 + x, lag)).isCloseTo(expected, within(1e-8));
    }
  }

  @Test
  void aRampHasTheCovarianceOfASawtooth() {
    // A^2 (1/3 - 2 s (1 - s)) at the part s of a period, from the Bernoulli polynomial B_2.
    PeriodicDrift ramp = PeriodicDrift.ramp(0.05, 4);
    assertThat(ramp.reachVolts()).isEqualTo(0.1);
    for (double lag : new double[] {0, 0.5, 1, 2, 3, 4, 6}) {
      double s = lag / 4 - Math.floor(lag / 4);
      double expected = 0.25 + 0.01 * (1.0 / 3 - 2 * s * (1 - s));
      assertThat(ramp.meanProduct(x -> 0.5 + x, lag)).isCloseTo(expected, within(1e-8));
    }
  }

  @Test
  void aRampRisesAtItsRateAndJumpsBack() {
    DoubleSupplier path = PeriodicDrift.ramp(0.05, 4).path(StreamKey.root(43), 0.25);
    double[] shift = new double[64];
    Arrays.setAll(shift, i -> path.getAsDouble());
    int jumps = 0;
    for (int i = 1; i < shift.length; i++) {
      boolean jump = shift[i] < shift[i - 1];
      jumps += jump ? 1 : 0;
      assertThat(shift[i] - shift[i - 1]).isCloseTo(jump ? 0.0125 - 0.2 : 0.0125, within(1e-12));
    }
    assertThat(jumps).isBetween(3, 4);
  }

  @Test
  void aLogisticResponseHasItsValueAndSlopeAtRestAndIsHeldAtTheEnds() {
    ThresholdResponse response = ThresholdResponse.logistic(0.4, 6, 0.1);
    assertThat(response.probability(0)).isCloseTo(0.4, within(1e-12));
    double slope = (response.probability(1e-3) - response.probability(-1e-3)) / 2e-3;
    // The third derivative is below 6 k^2 = 3750 per cubic volt: error below 3750/6 x 1e-6.
    assertThat(slope).isCloseTo(6, within(1e-3));
    assertThat(response.probability(5)).isEqualTo(response.probability(0.1));
    assertThat(response.probability(-5)).isEqualTo(response.probability(-0.1));
    assertThatThrownBy(() -> ThresholdResponse.logistic(1, 6, 0.1))
        .hasMessageContaining("one minus");
  }

  @Test
  void refusesFluctuationsThatCannotBe() {
    assertThatThrownBy(() -> GaussianWander.slow(-1, 1)).hasMessageStartingWith("rms");
    assertThatThrownBy(() -> GaussianWander.slow(1, 0)).hasMessageStartingWith("correlation time");
    assertThatThrownBy(() -> GaussianWander.flicker(1, 2, 1, 2)).hasMessageContaining("above");
    assertThatThrownBy(() -> PeriodicDrift.sine(1, Double.NaN)).hasMessageStartingWith("period");
  }
}
