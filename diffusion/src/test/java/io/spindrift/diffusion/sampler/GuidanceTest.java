package io.spindrift.diffusion.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.diffusion.KeyedNoise;
import io.spindrift.diffusion.denoiser.Denoiser;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.diffusion.process.NoiseSchedule;
import io.spindrift.diffusion.process.PixelScale;
import io.spindrift.diffusion.process.Target;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuidanceTest {
  /** Answers its label, 10 for none. */
  private static final class Echo implements Denoiser {
    private final List<Integer> batches = new ArrayList<>();

    @Override
    public void predict(
        float[] noisy, float[] timesteps, int[] labels, int batch, float[] predicted) {
      batches.add(batch);
      int size = noisy.length / batch;
      for (int i = 0; i < noisy.length; i++) {
        int label = labels[i / size];
        predicted[i] = label == NO_CLASS ? 10 : label;
      }
    }

    @Override
    public void close() {}
  }

  private static float[] answers(double scale) {
    float[] predicted = new float[4];
    int[] labels = {3, Denoiser.NO_CLASS};
    GuidedDenoiser.of(new Echo(), scale).predict(new float[4], new float[2], labels, 2, predicted);
    assertThat(labels).containsExactly(3, Denoiser.NO_CLASS);
    return predicted;
  }

  @Test
  void theAnswerIsMovedAwayFromThatWithoutClass() {
    // 10 + scale (3 - 10); an image without class stays as it is.
    assertThat(answers(0)).containsExactly(10, 10, 10, 10);
    assertThat(answers(1)).containsExactly(3, 3, 10, 10);
    assertThat(answers(2.5)).containsExactly(-7.5f, -7.5f, 10, 10);
  }

  @Test
  void withoutGuidanceTheDenoiserIsAskedOnceAStep() {
    Echo echo = new Echo();
    Sampler sampler = SamplerKind.DDIM.over(NoiseSchedule.cosine(50), Spacing.STEPS, 5, 0);
    ImageSet plain = generator(sampler, 1).generate("p", echo, noise(), 0, 4, Progress.NONE);
    assertThat(echo.batches).hasSize(5);
    generator(sampler, 2).generate("g", echo, noise(), 0, 4, Progress.NONE);
    assertThat(echo.batches).hasSize(15);
    assertThat(plain.label(2)).isEqualTo(2);
    assertThatThrownBy(() -> generator(sampler, Double.NaN)).hasMessageContaining("guidance");
  }

  private static ImageGenerator generator(Sampler sampler, double guidance) {
    return new ImageGenerator(
        sampler,
        Target.CLEAN,
        Labels.cycling(3),
        guidance,
        new ImageShape(1, 2, 2),
        PixelScale.PLAIN,
        4);
  }

  private static KeyedNoise noise() {
    return new KeyedNoise(StreamKey.root(8));
  }
}
