package io.spindrift.diffusion.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.diffusion.image.StrokesImageSet;
import io.spindrift.diffusion.process.GaussianDiffusion.Posterior;
import io.spindrift.numerics.random.StreamKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoiseScheduleTest {
  @Test
  void theCosineScheduleFollowsItsFormulaUntilBetaIsClipped() {
    NoiseSchedule schedule = NoiseSchedule.cosine(1000);
    double start = Math.pow(Math.cos(0.008 / 1.008 * Math.PI / 2), 2);
    for (int t = 0; t < 998; t++) {
      double expected =
          Math.pow(Math.cos(((t + 1) / 1000.0 + 0.008) / 1.008 * Math.PI / 2), 2) / start;
      assertThat(schedule.alphaBar(t)).isCloseTo(expected, within(1e-12));
    }
    assertThat(schedule.beta(999)).isEqualTo(0.999);
    // f(1/2) / f(0) of equation 17 at t = T / 2.
    assertThat(schedule.alphaBar(499)).isCloseTo(0.49384, within(1e-5));
  }

  @Test
  void theLinearScheduleHasThePublishedEndsAndScalesWithTheSteps() {
    NoiseSchedule thousand = NoiseSchedule.linear(1000);
    assertThat(thousand.beta(0)).isCloseTo(1e-4, within(1e-18));
    assertThat(thousand.beta(999)).isCloseTo(0.02, within(1e-15));
    // Ho et al. state that the last image keeps almost no signal: alphaBar is about 4e-5.
    assertThat(thousand.alphaBar(999)).isCloseTo(4.04e-5, within(1e-7));
    NoiseSchedule hundred = NoiseSchedule.linear(100);
    assertThat(Math.log(hundred.alphaBar(99)))
        .isCloseTo(Math.log(thousand.alphaBar(999)), within(1.2));
    assertThat(NoiseSchedule.linear(5).beta(4)).isEqualTo(0.999);
  }

  @Test
  void theSigmoidScheduleFollowsItsFormulaAndIsSymmetric() {
    NoiseSchedule schedule = NoiseSchedule.sigmoid(1000);
    double top = 1 / (1 + Math.exp(-3));
    double bottom = 1 / (1 + Math.exp(3));
    for (int t = 0; t < 999; t++) {
      double x = (t + 1) / 1000.0 * 6 - 3;
      double expected = (top - 1 / (1 + Math.exp(-x))) / (top - bottom);
      assertThat(schedule.alphaBar(t)).isCloseTo(expected, within(1e-12));
      // Chen's curve is point-symmetric about the middle: gamma(1 - u) = 1 - gamma(u).
      assertThat(schedule.alphaBar(998 - t)).isCloseTo(1 - expected, within(1e-12));
    }
    assertThat(schedule.alphaBar(499)).isCloseTo(0.5, within(1e-12));
    assertThat(schedule.beta(999)).isEqualTo(0.999);
  }

  @Test
  void theEdmScheduleHasThePublishedEndsAndIsStraightInTheSeventhRoot() {
    NoiseSchedule schedule = NoiseSchedule.edm(18);
    assertThat(schedule.level(0).sigma()).isCloseTo(0.002, within(1e-12));
    assertThat(schedule.level(17).sigma()).isCloseTo(80, within(1e-9));
    for (int t = 1; t < 17; t++) {
      double before = Math.pow(schedule.level(t - 1).sigma(), 1 / 7.0);
      double after = Math.pow(schedule.level(t + 1).sigma(), 1 / 7.0);
      assertThat(Math.pow(schedule.level(t).sigma(), 1 / 7.0))
          .isCloseTo((before + after) / 2, within(1e-9));
    }
    assertThat(NoiseSchedule.edm(1).level(0).sigma()).isCloseTo(80, within(1e-9));
  }

  @ParameterizedTest
  @EnumSource(ScheduleKind.class)
  void aNoiseLevelIsFoundAtItsStepAndBetweenSteps(ScheduleKind kind) {
    NoiseSchedule schedule = kind.steps(100);
    for (int t = 0; t < 100; t++) {
      NoiseLevel level = schedule.level(t);
      assertThat(level.signal() * level.signal() + level.spread() * level.spread())
          .isCloseTo(1, within(1e-12));
      assertThat(schedule.levelOf(level.sigma()).timestep()).isCloseTo(t, within(1e-6));
      assertThat(schedule.levelAt(t)).isEqualTo(level);
    }
    for (int t : new int[] {0, 3, 50, 97}) {
      double a = schedule.level(t).sigma();
      double b = schedule.level(t + 1).sigma();
      NoiseLevel third = schedule.levelOf(Math.pow(a, 2 / 3.0) * Math.pow(b, 1 / 3.0));
      assertThat(third.timestep()).isCloseTo(t + 1 / 3.0, within(1e-9));
      assertThat(schedule.levelAt(t + 1 / 3.0).sigma())
          .isCloseTo(third.sigma(), within(1e-9 * third.sigma()));
    }
    NoiseLevel beyond = schedule.levelOf(1e9);
    assertThat(beyond.timestep()).isEqualTo(99);
    assertThat(beyond.sigma()).isCloseTo(1e9, within(1.0));
    assertThat(schedule.levelOf(1e-9).timestep()).isZero();
  }

  @ParameterizedTest
  @EnumSource(ScheduleKind.class)
  void theMarginalIsWhatTheStepsAddUpTo(ScheduleKind kind) {
    // x_t = sqrt(1 - beta_t) x_{t-1} + sqrt(beta_t) z from x_0 = 1: mean and variance by recursion.
    NoiseSchedule schedule = kind.steps(60);
    double mean = 1;
    double variance = 0;
    for (int t = 0; t < 60; t++) {
      mean *= Math.sqrt(1 - schedule.beta(t));
      variance = (1 - schedule.beta(t)) * variance + schedule.beta(t);
      assertThat(schedule.signal(t)).isCloseTo(mean, within(1e-12));
      assertThat(schedule.spread(t) * schedule.spread(t)).isCloseTo(variance, within(1e-12));
    }
  }

  @ParameterizedTest
  @EnumSource(ScheduleKind.class)
  void thePosteriorAgreesWithBayesOnAGrid(ScheduleKind kind) {
    NoiseSchedule schedule = kind.steps(40);
    GaussianDiffusion diffusion = new GaussianDiffusion(schedule);
    double clean = 0.7;
    for (int t : new int[] {1, 5, 20, 38}) {
      double noisy = schedule.signal(t) * clean - 0.9 * schedule.spread(t);
      // q(x_{t-1} | x_t, x_0) is proportional to q(x_t | x_{t-1}) q(x_{t-1} | x_0).
      double norm = 0;
      double first = 0;
      double second = 0;
      double reach = 9 * schedule.spread(t - 1);
      for (int i = -8000; i <= 8000; i++) {
        double x = schedule.signal(t - 1) * clean + reach * i / 8000;
        double before = x - schedule.signal(t - 1) * clean;
        double after = noisy - Math.sqrt(1 - schedule.beta(t)) * x;
        double density =
            Math.exp(
                -before * before / (2 * (1 - schedule.alphaBar(t - 1)))
                    - after * after / (2 * schedule.beta(t)));
        norm += density;
        first += density * x;
        second += density * x * x;
      }
      Posterior posterior = diffusion.posterior(t);
      double mean = first / norm;
      assertThat(posterior.cleanWeight() * clean + posterior.noisyWeight() * noisy)
          .isCloseTo(mean, within(1e-9));
      assertThat(posterior.variance()).isCloseTo(second / norm - mean * mean, within(1e-9));
    }
    assertThat(diffusion.posterior(0)).isEqualTo(new Posterior(1, 0, 0));
  }

  @Test
  void noiseIsAddedInClosedForm() {
    NoiseSchedule schedule = NoiseSchedule.ofBetas(0.36);
    float[] noisy = new float[3];
    new GaussianDiffusion(schedule)
        .addNoise(new float[] {9, 1, -1}, new float[] {9, 2, 0.5f}, noisy, 1, 2, 0);
    assertThat(noisy).containsExactly(new float[] {0, 2.0f, -0.5f}, within(1e-6f));
  }

  @Test
  void pixelsSurviveTheWayToNumbersAndBack() {
    StrokesImageSet images = new StrokesImageSet(StreamKey.root(1), 40);
    PixelScale standard = PixelScale.standardising(images, 40);
    byte[] pixels = new byte[784];
    float[] numbers = new float[784];
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < 40; i++) {
      images.read(i, pixels, 0);
      for (PixelScale scale : new PixelScale[] {PixelScale.PLAIN, standard}) {
        scale.toNumbers(pixels, 0, images.shape(), numbers, 0);
        for (int p = 0; p < 784; p++) {
          assertThat(scale.toPixel(numbers[p])).isEqualTo(pixels[p]);
        }
      }
      for (float number : numbers) {
        sum += number;
        squares += number * number;
      }
    }
    assertThat(sum / (40 * 784)).isCloseTo(0, within(1e-5));
    assertThat(squares / (40 * 784)).isCloseTo(1, within(1e-5));
    assertThat(PixelScale.PLAIN.toPixel(-7)).isZero();
    assertThat(PixelScale.PLAIN.toPixel(7)).isEqualTo((byte) 255);
  }
}
