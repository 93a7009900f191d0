package io.spindrift.diffusion.sampler;

import io.spindrift.diffusion.NoiseSource;
import io.spindrift.diffusion.WorkAhead;
import io.spindrift.diffusion.denoiser.Denoiser;
import io.spindrift.diffusion.process.Target;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Runs the steps of a sampler for a batch of images.
 *
 * <p>Image k takes its first noise from (sampling, k, 0) and that of the j-th step, counted from 1,
 * from (sampling, k, j), whatever the batch. While the denoiser works, the noise of its step is
 * drawn on another thread.
 *
 * @param steps the steps, in order
 * @param target what the denoiser answers
 * @param labels which class each image is asked to be of
 * @param lowest lower bound of the implied clean image
 * @param highest upper bound of the implied clean image
 */
record ReverseProcess(
    List<ReverseStep> steps, Target target, Labels labels, double lowest, double highest) {
  static final String PURPOSE = "sampling";

  /**
   * Makes images [image, value].
   *
   * @param afterStep called after each step with its number from 1; may throw to stop
   */
  float[] run(
      Denoiser denoiser,
      NoiseSource noise,
      long firstImage,
      int images,
      int size,
      Runnable afterStep,
      WorkAhead ahead) {
    float[] state = draw(noise, firstImage, images, size, 0);
    float[] predicted = new float[state.length];
    float[] timesteps = new float[images];
    int[] classes = new int[images];
    Arrays.setAll(classes, k -> labels.of(firstImage + k));
    for (int j = 1; j <= steps.size(); j++) {
      ReverseStep step = steps.get(j - 1);
      int number = j;
      Supplier<float[]> fresh =
          step.sigma() == 0
              ? () -> new float[0]
              : ahead.begin(() -> draw(noise, firstImage, images, size, number));
      Arrays.fill(timesteps, step.timestep());
      denoiser.predict(state, timesteps, classes, images, predicted);
      advance(step, state, predicted, fresh.get());
      afterStep.run();
    }
    return state;
  }

  private static float[] draw(NoiseSource noise, long firstImage, int images, int size, int step) {
    float[] block = new float[images * size];
    for (int k = 0; k < images; k++) {
      noise.fill(PURPOSE, firstImage + k, step, block, k * size, size);
    }
    return block;
  }

  private void advance(ReverseStep step, float[] state, float[] predicted, float[] fresh) {
    for (int i = 0; i < state.length; i++) {
      double implied = target.clean(state[i], predicted[i], step.signal(), step.spread());
      double clean = Math.max(lowest, Math.min(highest, implied));
      double next = step.cleanWeight() * clean + step.noisyWeight() * state[i];
      state[i] = (float) (step.sigma() == 0 ? next : next + step.sigma() * fresh[i]);
    }
  }
}
