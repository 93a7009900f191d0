package io.spindrift.diffusion.bits;

import io.spindrift.diffusion.denoiser.Denoiser;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.noise.ChanceSource;
import io.spindrift.diffusion.sampler.BatchedSampling;
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
    BatchedSampling.requireRanges(guidance, batch);
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
    ReverseChain process = ReverseChain.of(sampler, form, labels);
    return new BatchedSampling(labels, guidance, form.pixels(), batch)
        .run(
            name,
            denoiser,
            firstImage,
            count,
            sampler.times().size(),
            progress,
            (guided, first, images, afterStep, ahead) ->
                pixels(process.run(guided, chance, first, images, afterStep, ahead), images));
  }

  private byte[] pixels(byte[] bits, int images) {
    byte[] pixels = new byte[images * form.pixels().size()];
    for (int i = 0; i < images; i++) {
      form.toPixels(bits, i * form.shape().size(), pixels, i * form.pixels().size());
    }
    return pixels;
  }
}
