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
 * from (sampling, k, j), and the noise on what is known of it from (sampling/known, k, j), whatever
 * the batch. While the denoiser works, the noise of its step is drawn on another thread.
 *
 * @param steps the steps, in order
 * @param target what the denoiser answers
 * @param labels which class each image is asked to be of
 * @param known what is known of the images
 * @param lowest lower bound of the implied clean image
 * @param highest upper bound of the implied clean image
 */
record ReverseProcess(
    List<ReverseStep> steps,
    Target target,
    Labels labels,
    Known known,
    double lowest,
    double highest) {
  static final String PURPOSE = "sampling";
  static final String KNOWN = "sampling/known";
  private static final float[] NONE = new float[0];

  /**
   * Makes images [image, value].
   *
   * @param afterStep called after each step; may throw to stop
   */
  float[] run(
      Denoiser denoiser,
      NoiseSource noise,
      long firstImage,
      int images,
      int size,
      Runnable afterStep,
      WorkAhead ahead) {
    Drawing drawing = new Drawing(noise, firstImage, images, size);
    StepState state = new StepState(drawing.of(PURPOSE, 0));
    for (int k = 0; k < images; k++) {
      known.begin(firstImage + k, state.present(), k * size, size);
    }
    float[] timesteps = new float[images];
    int[] classes = new int[images];
    Arrays.setAll(classes, k -> labels.of(firstImage + k));
    for (int j = 1; j <= steps.size(); j++) {
      ReverseStep step = steps.get(j - 1);
      int number = j;
      Supplier<float[]> fresh =
          step.sigma() == 0 ? () -> NONE : ahead.begin(() -> drawing.of(PURPOSE, number));
      Supplier<float[]> held =
          known.held() ? ahead.begin(() -> drawing.of(KNOWN, number)) : () -> NONE;
      if (step.evaluates()) {
        Arrays.fill(timesteps, (float) step.from().timestep());
        denoiser.predict(state.present(), timesteps, classes, images, state.answer());
        state.imply(target, step.from(), (float) lowest, (float) highest);
      }
      state.advance(step, fresh.get());
      hold(step, state.present(), held.get(), firstImage, size);
      afterStep.run();
    }
    return state.present();
  }

  private void hold(ReverseStep step, float[] state, float[] fresh, long firstImage, int size) {
    for (int offset = 0; offset < fresh.length; offset += size) {
      known.hold(firstImage + offset / size, step.to(), fresh, state, offset, size);
    }
  }

  /** Noise of a batch, block by block. */
  private record Drawing(NoiseSource noise, long firstImage, int images, int size) {
    float[] of(String purpose, int step) {
      float[] block = new float[images * size];
      for (int k = 0; k < images; k++) {
        noise.fill(purpose, firstImage + k, step, block, k * size, size);
      }
      return block;
    }
  }
}
