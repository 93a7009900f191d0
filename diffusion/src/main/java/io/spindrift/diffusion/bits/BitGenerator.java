package io.spindrift.diffusion.bits;

import io.spindrift.diffusion.WorkAhead;
import io.spindrift.diffusion.denoiser.Denoiser;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.image.StoredImageSet;
import io.spindrift.diffusion.noise.ChanceSource;
import io.spindrift.diffusion.sampler.GuidedDenoiser;
import io.spindrift.diffusion.sampler.Labels;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.progress.Progress;

/**
 * Makes images from random bits.
 *
 * <p>Image k is the same for every batch size, as far as the denoiser's own arithmetic does not
 * depend on the batch.
 *
 * @param sampler the steps from random bits to the image
 * @param labels which class each image is asked to be of
 * @param guidance weight of the class in the logits, free + guidance (told - free); 1 for none
 * @param form how images are written in bits, as in the training
 * @param batch number of images that the denoiser works on together
 */
public record BitGenerator(
    BitSampler sampler, Labels labels, double guidance, BitImages form, int batch) {
  /** Checks the ranges and that sampler and form have the same planes. */
  public BitGenerator {
    Require.inRange("guidance", guidance, 0, 100, "");
    Require.inRange("batch", batch, 1, 65_536);
    requirePlanes(sampler.chain(), form);
  }

  static void requirePlanes(FlipChain chain, BitImages form) {
    Require.inRange("planes of the chain", chain.planes(), form.planes(), form.planes());
  }

  /**
   * Makes the images {@code firstImage} to {@code firstImage + count - 1}.
   *
   * @param name what the images are, for reports
   * @throws io.spindrift.numerics.NumericalFailure when the denoiser gives a value that is not
   *     finite
   * @throws Progress.Stopped when the user asked to stop
   */
  public ImageSet generate(
      String name,
      Denoiser denoiser,
      ChanceSource chance,
      long firstImage,
      int count,
      Progress progress) {
    Require.atLeast("number of images", count, 1);
    Denoiser guided = GuidedDenoiser.of(denoiser, guidance);
    ReverseChain process = ReverseChain.of(sampler, form, labels);
    int pixels = form.pixels().size();
    byte[] levels = new byte[Math.multiplyExact(count, pixels)];
    long total = (long) Math.ceilDiv(count, batch) * sampler.times().size();
    try (Progress.Task task = progress.begin("sampling " + name, total, "steps");
        WorkAhead ahead = new WorkAhead("spindrift-sampling-noise")) {
      Runnable afterStep =
          () -> {
            task.advance(1);
            progress.checkStopped();
          };
      progress.checkStopped();
      for (int done = 0; done < count; done += batch) {
        int images = Math.min(batch, count - done);
        byte[] made = process.run(guided, chance, firstImage + done, images, afterStep, ahead);
        for (int i = 0; i < images; i++) {
          form.toPixels(made, i * form.shape().size(), levels, (done + i) * pixels);
        }
      }
    }
    return new StoredImageSet(
        name + ", " + count + " samples", form.pixels(), levels, labels.stored(firstImage, count));
  }
}
