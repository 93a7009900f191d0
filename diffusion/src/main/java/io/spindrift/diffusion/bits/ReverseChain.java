package io.spindrift.diffusion.bits;

import io.spindrift.diffusion.WorkAhead;
import io.spindrift.diffusion.denoiser.Denoiser;
import io.spindrift.diffusion.noise.ChanceSource;
import io.spindrift.diffusion.sampler.Labels;
import io.spindrift.numerics.NumericalFailure;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Runs the steps of a sampler of bits for a batch of images.
 *
 * <p>Image k takes the numbers of its first bits from (sampling, k, 0) and those of the j-th step,
 * counted from 1, from (sampling, k, j), whatever the batch. While the denoiser works, the numbers
 * of its step are drawn on another thread.
 *
 * @param steps the steps, in order
 * @param startingShares share of ones at the beginning, by plane
 * @param end how the image is taken from the last probabilities
 * @param form how images are written in bits
 * @param labels which class each image is asked to be of
 */
record ReverseChain(
    List<BitSampler.Step> steps,
    List<Double> startingShares,
    BitSampler.End end,
    BitImages form,
    Labels labels) {
  private static final String PURPOSE = "sampling";

  static ReverseChain of(BitSampler sampler, BitImages form, Labels labels) {
    return new ReverseChain(
        sampler.steps(),
        IntStream.range(0, form.planes()).mapToObj(sampler.chain()::startingShare).toList(),
        sampler.end(),
        form,
        labels);
  }

  /**
   * Makes the bits of images, [image, channel, height, width].
   *
   * @param afterStep called after each step; may throw to stop
   */
  byte[] run(
      Denoiser denoiser,
      ChanceSource chance,
      long firstImage,
      int images,
      Runnable afterStep,
      WorkAhead ahead) {
    byte[] bits = begin(chance, draw(chance, firstImage, images, 0));
    float[] noisy = new float[bits.length];
    float[] logits = new float[bits.length];
    float[] timesteps = new float[images];
    int[] classes = new int[images];
    Arrays.setAll(classes, k -> labels.of(firstImage + k));
    for (int j = 1; j <= steps.size(); j++) {
      BitSampler.Step step = steps.get(j - 1);
      int number = j;
      boolean chosen = j == steps.size() && end == BitSampler.End.LIKELIEST;
      Supplier<int[]> fresh =
          chosen ? () -> new int[0] : ahead.begin(() -> draw(chance, firstImage, images, number));
      Arrays.fill(timesteps, step.timestep());
      for (int i = 0; i < bits.length; i++) {
        noisy[i] = 2 * bits[i] - 1;
      }
      denoiser.predict(noisy, timesteps, classes, images, logits);
      requireFinite(logits, firstImage, step);
      if (chosen) {
        choose(bits, logits);
      } else {
        advance(step, bits, logits, chance, fresh.get());
      }
      afterStep.run();
    }
    return bits;
  }

  private int[] draw(ChanceSource chance, long firstImage, int images, int step) {
    int size = form.shape().size();
    int[] numbers = new int[images * size];
    for (int k = 0; k < images; k++) {
      chance.fill(PURPOSE, firstImage + k, step, numbers, k * size, size);
    }
    return numbers;
  }

  private byte[] begin(ChanceSource chance, int[] numbers) {
    byte[] bits = new byte[numbers.length];
    int size = form.planeSize();
    for (int from = 0; from < bits.length; from += size) {
      long threshold = chance.threshold(startingShares.get(form.plane(from)));
      for (int i = from; i < from + size; i++) {
        bits[i] = (byte) (Integer.toUnsignedLong(numbers[i]) < threshold ? 1 : 0);
      }
    }
    return bits;
  }

  private void advance(
      BitSampler.Step step, byte[] bits, float[] logits, ChanceSource chance, int[] numbers) {
    int size = form.planeSize();
    for (int from = 0; from < bits.length; from += size) {
      ReverseFlip back = step.planes().get(form.plane(from));
      for (int i = from; i < from + size; i++) {
        double first = 1 / (1 + Math.exp(-logits[i]));
        long threshold = chance.threshold(back.given(bits[i]).one(first));
        bits[i] = (byte) (Integer.toUnsignedLong(numbers[i]) < threshold ? 1 : 0);
      }
    }
  }

  private static void choose(byte[] bits, float[] logits) {
    for (int i = 0; i < bits.length; i++) {
      bits[i] = (byte) (logits[i] > 0 ? 1 : 0);
    }
  }

  private void requireFinite(float[] logits, long firstImage, BitSampler.Step step) {
    for (int i = 0; i < logits.length; i++) {
      if (!Float.isFinite(logits[i])) {
        throw new NumericalFailure(
            "every logit of image "
                + (firstImage + i / form.shape().size())
                + " must be finite at step "
                + step.time()
                + ", but one was "
                + logits[i]);
      }
    }
  }
}
