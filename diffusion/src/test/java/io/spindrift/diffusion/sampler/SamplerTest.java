package io.spindrift.diffusion.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.diffusion.KeyedNoise;
import io.spindrift.diffusion.WorkAhead;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.diffusion.process.NoiseSchedule;
import io.spindrift.diffusion.process.PixelScale;
import io.spindrift.diffusion.process.Target;
import io.spindrift.numerics.NumericalFailure;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamplerTest {
  private static final double MEAN = 0.2;
  private static final double DEVIATION = 0.5;
  private final NoiseSchedule schedule = NoiseSchedule.cosine(1000);
  private final GaussianDenoiser denoiser = new GaussianDenoiser(schedule, MEAN, DEVIATION);
  private final KeyedNoise noise = new KeyedNoise(StreamKey.root(21));

  /** Mean and variance of the samples of Gaussian data, which every step changes linearly. */
  private double[] exactMoments(Sampler sampler) {
    double mean = 0;
    double variance = 1;
    for (ReverseStep step : sampler.steps()) {
      double gain = denoiser.gain((int) step.from().timestep());
      double signal = step.from().signal();
      double spread = step.from().spread();
      double slope = step.cleanWeight() * (1 - spread * gain) / signal + step.stateWeight();
      mean = slope * mean + step.cleanWeight() * spread * gain * MEAN;
      variance = slope * slope * variance + step.sigma() * step.sigma();
    }
    return new double[] {mean, variance};
  }

  private Sampler ancestral(int count) {
    return new AncestralSampler(Spacing.STEPS.levels(schedule, count));
  }

  private Sampler implicit(int count, double eta) {
    return new DdimSampler(Spacing.STEPS.levels(schedule, count), eta);
  }

  private static ImageGenerator generator(Sampler sampler, ImageShape shape, int batch) {
    return new ImageGenerator(
        sampler, Target.EPSILON, Labels.NONE, 1, shape, PixelScale.PLAIN, batch);
  }

  @Test
  void bothSamplersConvergeToTheDataOfTheBestDenoiser() {
    for (double eta : new double[] {-1, 0, 0.5, 1}) {
      double worst = Double.POSITIVE_INFINITY;
      for (int count : new int[] {125, 250, 500, 1000}) {
        double[] moments = exactMoments(eta < 0 ? ancestral(count) : implicit(count, eta));
        double error = Math.abs(moments[1] - DEVIATION * DEVIATION);
        assertThat(error).as("eta %s, %d steps", eta, count).isLessThan(0.75 * worst);
        assertThat(moments[0]).isCloseTo(MEAN, within(0.02));
        worst = error;
      }
      assertThat(worst).isLessThan(0.004);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ancestral", "implicit 0", "implicit 0.7"})
  void samplesHaveTheMomentsOfTheExactRecursion(String kind) {
    int count = 100;
    Sampler sampler =
        switch (kind) {
          case "ancestral" -> ancestral(count);
          case "implicit 0" -> implicit(count, 0);
          default -> implicit(count, 0.7);
        };
    ReverseProcess process =
        new ReverseProcess(
            sampler.steps(),
            Target.EPSILON,
            Labels.NONE,
            Known.NOTHING,
            Double.NEGATIVE_INFINITY,
            Double.POSITIVE_INFINITY);
    float[] values;
    try (WorkAhead ahead = new WorkAhead("test")) {
      values = process.run(denoiser, noise, 0, 200, 100, () -> {}, ahead);
    }
    double sum = 0;
    double squares = 0;
    for (float value : values) {
      sum += value;
      squares += (double) value * value;
    }
    double[] exact = exactMoments(sampler);
    double mean = sum / values.length;
    double variance = squares / values.length - mean * mean;
    // 20,000 values, 4.5 standard errors each way: false-alarm probability 7e-6 per comparison.
    double root = Math.sqrt(values.length);
    assertThat(mean).isCloseTo(exact[0], within(4.5 * Math.sqrt(exact[1]) / root));
    assertThat(variance).isCloseTo(exact[1], within(4.5 * exact[1] * Math.sqrt(2) / root));
  }

  @Test
  void theImplicitSamplerWithFullNoiseIsTheAncestralOne() {
    List<ReverseStep> ancestral = ancestral(200).steps();
    List<ReverseStep> implicit = implicit(200, 1).steps();
    for (int i = 0; i < 200; i++) {
      ReverseStep a = ancestral.get(i);
      ReverseStep b = implicit.get(i);
      assertThat(b.from()).isEqualTo(a.from());
      assertThat(b.to()).isEqualTo(a.to());
      assertThat(b.cleanWeight()).isCloseTo(a.cleanWeight(), within(1e-9));
      assertThat(b.stateWeight()).isCloseTo(a.stateWeight(), within(1e-9));
      assertThat(b.sigma()).isCloseTo(a.sigma(), within(1e-9));
      double part = implicit(200, 0.3).steps().get(i).sigma();
      assertThat(part).isCloseTo(0.3 * a.sigma(), within(1e-9));
    }
  }

  @Test
  void theLastStepGivesTheCleanImageItself() {
    for (Sampler sampler : List.of(ancestral(10), implicit(10, 0.3))) {
      ReverseStep last = sampler.steps().getLast();
      assertThat(last.cleanWeight()).isEqualTo(1);
      assertThat(last.stateWeight()).isZero();
      assertThat(last.sigma()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(SamplerKind.class)
  void anImageIsTheSameForEveryBatchSizeAndEveryBeginning(SamplerKind kind) {
    ImageShape shape = new ImageShape(1, 4, 4);
    Sampler sampler = kind.over(schedule, Spacing.STEPS, 20, kind == SamplerKind.DDIM ? 0.5 : 0);
    ImageSet reference =
        generator(sampler, shape, 33).generate("a", denoiser, noise, 0, 70, Progress.NONE);
    byte[] expected = new byte[16];
    byte[] actual = new byte[16];
    for (int batch : new int[] {1, 7, 64}) {
      ImageSet images =
          generator(sampler, shape, batch).generate("b", denoiser, noise, 5, 65, Progress.NONE);
      for (int i = 0; i < 65; i++) {
        reference.read(i + 5, expected, 0);
        images.read(i, actual, 0);
        assertThat(actual).as("%s, batch %s", kind, batch).isEqualTo(expected);
      }
    }
  }

  @Test
  void aDenoiserThatGivesNoNumbersIsAFailureThatNamesTheImage() {
    GaussianDenoiser broken = new GaussianDenoiser(schedule, Double.NaN, DEVIATION);
    ImageGenerator generator = generator(implicit(5, 0), new ImageShape(1, 2, 2), 4);
    assertThatThrownBy(() -> generator.generate("s", broken, noise, 30, 2, Progress.NONE))
        .isInstanceOf(NumericalFailure.class)
        .hasMessageContaining("image 30")
        .hasMessageContaining("NaN");
  }

  @Test
  void samplingStopsAtTheNextStepWhenAsked() {
    AtomicInteger checks = new AtomicInteger();
    Progress stopping =
        new Progress() {
          @Override
          public Task begin(String title, long total, String unit) {
            assertThat(total).isEqualTo(2 * 50);
            return NONE.begin(title, total, unit);
          }

          @Override
          public void checkStopped() {
            if (checks.incrementAndGet() == 5) {
              throw new Stopped();
            }
          }
        };
    ImageGenerator generator = generator(implicit(50, 0), new ImageShape(1, 2, 2), 4);
    assertThatThrownBy(() -> generator.generate("s", denoiser, noise, 0, 8, stopping))
        .isInstanceOf(Progress.Stopped.class);
    assertThat(checks).hasValue(5);
  }
}
