package io.spindrift.diffusion.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.diffusion.KeyedNoise;
import io.spindrift.diffusion.WorkAhead;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.diffusion.image.StoredImageSet;
import io.spindrift.diffusion.process.NoiseSchedule;
import io.spindrift.diffusion.process.PixelScale;
import io.spindrift.diffusion.process.Target;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.testkit.DistributionAssert;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecoveryTest {
  private static final double SIGMA = 0.6;
  private static final float GIVEN = 0.1f;
  private final NoiseSchedule schedule = NoiseSchedule.cosine(1000);
  private final KeyedNoise noise = new KeyedNoise(StreamKey.root(5));

  private double[] recovered(Sampler sampler, int values) {
    float[] noisy = new float[values];
    Arrays.fill(noisy, GIVEN);
    Recovery recovery = new Recovery(noisy, values, sampler.steps().getFirst().from().signal());
    ReverseProcess process =
        new ReverseProcess(sampler.steps(), Target.VELOCITY, Labels.NONE, recovery, -9, 9);
    try (WorkAhead ahead = new WorkAhead("test")) {
      float[] made =
          process.run(
              Mixture.TWO_HUMPS.denoiser(schedule, Target.VELOCITY),
              noise,
              0,
              1,
              values,
              () -> {},
              ahead);
      return IntStream.range(0, values).mapToDouble(i -> made[i]).toArray();
    }
  }

  /** What x_0 can have been when x_0 + 0.6 z is 0.1: a mixture again, by Bayes. */
  private static Mixture posterior() {
    Mixture prior = Mixture.TWO_HUMPS;
    double[] weights = new double[2];
    double[] means = new double[2];
    double[] deviations = new double[2];
    for (int i = 0; i < 2; i++) {
      double own = prior.deviations()[i] * prior.deviations()[i];
      double total = own + SIGMA * SIGMA;
      double off = GIVEN - prior.means()[i];
      weights[i] = prior.weights()[i] / Math.sqrt(total) * Math.exp(-off * off / (2 * total));
      means[i] = prior.means()[i] + own / total * off;
      deviations[i] = Math.sqrt(own * SIGMA * SIGMA / total);
    }
    double sum = weights[0] + weights[1];
    return new Mixture(new double[] {weights[0] / sum, weights[1] / sum}, means, deviations);
  }

  /** 8,000 values; false-alarm probability 1e-6. */
  @Test
  void ancestralStepsDrawFromWhatTheImageCanHaveBeen() {
    Sampler sampler = SamplerKind.DDPM.from(SIGMA, schedule, Spacing.LOG_SNR, 200, 0);
    DistributionAssert.follows(recovered(sampler, 8000), posterior()::distributionFunction, 1e-6);
  }

  @Test
  void oneStepGivesTheMeanOfWhatTheImageCanHaveBeen() {
    Mixture posterior = posterior();
    double mean =
        posterior.weights()[0] * posterior.means()[0]
            + posterior.weights()[1] * posterior.means()[1];
    for (SamplerKind kind : SamplerKind.values()) {
      Sampler sampler = kind.from(SIGMA, schedule, Spacing.STEPS, 1, 0);
      // The step of the level reaches the denoiser in single precision.
      assertThat(recovered(sampler, 1)[0]).isCloseTo(mean, within(1e-4));
    }
  }

  @Test
  void aTrialAddsNoiseOfTheStatedStrengthToEachImage() {
    byte[] grey = new byte[2 * 10_000];
    Arrays.fill(grey, (byte) 128);
    ImageSet images = new StoredImageSet("grey", new ImageShape(1, 100, 100), grey, null);
    PixelScale pixels = new PixelScale(0.1, 0.5);
    Recovery trial = Recovery.trial(images, pixels, schedule.levelOf(0.2), 0.2, noise);
    double clean = (128 / 127.5 - 1 - 0.1) / 0.5;
    double[] added =
        IntStream.range(0, grey.length).mapToDouble(i -> trial.noisy()[i] - clean).toArray();
    DistributionAssert.mean(added, 0, 5);
    DistributionAssert.variance(added, 0.04, 5);
    float[] state = new float[10_000];
    trial.begin(1, state, 0, 10_000);
    assertThat((double) state[7])
        .isCloseTo(trial.noisy()[10_007] / Math.hypot(1, 0.2), within(1e-6));
    // 0.2 in numbers is 0.2 * 0.5 * 127.5 = 12.75 pixel values.
    byte[] given = new byte[10_000];
    trial.given(images, pixels).read(0, given, 0);
    assertThat(Byte.toUnsignedInt(given[3]) - 128.0).isCloseTo(added[3] * 63.75, within(0.51));
  }
}
