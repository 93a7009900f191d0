package io.spindrift.diffusion.sampler;

import io.spindrift.diffusion.NoiseSource;
import io.spindrift.diffusion.WorkAhead;
import io.spindrift.diffusion.denoiser.Denoiser;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.diffusion.image.StoredImageSet;
import io.spindrift.diffusion.process.PixelScale;
import io.spindrift.diffusion.process.Target;
import io.spindrift.numerics.NumericalFailure;
import io.spindrift.numerics.Require;
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
    Require.inRange("guidance", guidance, 0, 100, "");
    Require.inRange("batch", batch, 1, 65_536);
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
    Require.atLeast("number of images", count, 1);
    Denoiser guided = GuidedDenoiser.of(denoiser, guidance);
    ReverseProcess process =
        new ReverseProcess(
            sampler.steps(), target, labels, known, pixels.lowest(), pixels.highest());
    byte[] levels = new byte[Math.multiplyExact(count, shape.size())];
    long total = (long) Math.ceilDiv(count, batch) * process.steps().size();
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
        float[] made =
            process.run(guided, noise, firstImage + done, images, shape.size(), afterStep, ahead);
        for (int i = 0; i < made.length; i++) {
          if (!Float.isFinite(made[i])) {
            throw new NumericalFailure(
                "every value of image "
                    + (firstImage + done + i / shape.size())
                    + " must be finite after "
                    + process.steps().size()
                    + " sampling steps, but one was "
                    + made[i]);
          }
          levels[done * shape.size() + i] = pixels.toPixel(made[i]);
        }
      }
    }
    return new StoredImageSet(
        name + ", " + count + " samples", shape, levels, labels.stored(firstImage, count));
  }
}
