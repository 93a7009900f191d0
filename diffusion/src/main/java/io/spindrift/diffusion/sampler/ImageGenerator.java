package io.spindrift.diffusion.sampler;

import io.spindrift.diffusion.NoiseSource;
import io.spindrift.diffusion.denoiser.Denoiser;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.diffusion.process.PixelScale;
import io.spindrift.diffusion.process.Target;
import io.spindrift.numerics.NumericalFailure;
import io.spindrift.numerics.progress.Progress;

/**
 * Makes images from noise.
 *
 * <p>Image k is the same for every batch size, as far as the denoiser's own arithmetic does not
 * depend on the batch.
 *
 * @param sampler the steps from noise to image
 * @param target what the denoiser answers
 * @param labels which class each image is asked to be of
 * @param guidance weight of the class in the answer, free + guidance (told - free); 1 for none
 * @param shape shape of an image
 * @param pixels how numbers become pixels, as in the training
 * @param batch number of images that the denoiser works on together
 */
public record ImageGenerator(
    Sampler sampler,
    Target target,
    Labels labels,
    double guidance,
    ImageShape shape,
    PixelScale pixels,
    int batch) {
  /** Checks the ranges. */
  public ImageGenerator {
    BatchedSampling.requireRanges(guidance, batch);
  }

  /**
   * Makes the images {@code firstImage} to {@code firstImage + count - 1}.
   *
   * @param name what the images are, for reports
   * @throws NumericalFailure when the denoiser gives a value that is not finite
   * @throws Progress.Stopped when the user asked to stop
   */
  public ImageSet generate(
      String name,
      Denoiser denoiser,
      NoiseSource noise,
      long firstImage,
      int count,
      Progress progress) {
    return complete(name, denoiser, noise, Known.NOTHING, firstImage, count, progress);
  }

  /**
   * Makes images of which something is known, as {@link #generate} otherwise.
   *
   * @param known what is known of each image
   */
  public ImageSet complete(
      String name,
      Denoiser denoiser,
      NoiseSource noise,
      Known known,
      long firstImage,
      int count,
      Progress progress) {
    ReverseProcess process =
        new ReverseProcess(
            sampler.steps(), target, labels, known, pixels.lowest(), pixels.highest());
    return new BatchedSampling(labels, guidance, shape, batch)
        .run(
            name,
            denoiser,
            firstImage,
            count,
            process.steps().size(),
            progress,
            (guided, first, images, afterStep, ahead) ->
                levels(
                    process.run(guided, noise, first, images, shape.size(), afterStep, ahead),
                    first,
                    process.steps().size()));
  }

  private byte[] levels(float[] made, long firstImage, int steps) {
    byte[] levels = new byte[made.length];
    for (int i = 0; i < made.length; i++) {
      if (!Float.isFinite(made[i])) {
        throw new NumericalFailure(
            "every value of image "
                + (firstImage + i / shape.size())
                + " must be finite after "
                + steps
                + " sampling steps, but one was "
                + made[i]);
      }
      levels[i] = pixels.toPixel(made[i]);
    }
    return levels;
  }
}
