package io.spindrift.diffusion.sampler;

import io.spindrift.diffusion.WorkAhead;
import io.spindrift.diffusion.denoiser.Denoiser;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.diffusion.image.StoredImageSet;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.progress.Progress;

/**
 * Images made batch by batch, with progress told after every step.
 *
 * <p>Which kind of diffusion makes a batch is left to a {@link Batch}.
 *
 * @param labels which class each image is asked to be of
 * @param guidance weight of the class in the answer; 1 for none
 * @param shape shape of an image in pixels
 * @param batch number of images that the denoiser works on together
 */
public record BatchedSampling(Labels labels, double guidance, ImageShape shape, int batch) {
  /** Checks the ranges. */
  public BatchedSampling {
    requireRanges(guidance, batch);
  }

  /** Refuses a guidance or a batch that cannot be worked with. */
  public static void requireRanges(double guidance, int batch) {
    Require.inRange("guidance", guidance, 0, 100, "");
    Require.inRange("batch", batch, 1, 65_536);
  }

  /** How the images of one batch are made. */
  @FunctionalInterface
  public interface Batch {
    /**
     * Makes the pixels of images, [image, channel, height, width].
     *
     * @param afterStep to be called after each step; may throw to stop
     * @param ahead where noise is drawn while the denoiser works
     */
    byte[] make(Denoiser guided, long firstImage, int images, Runnable afterStep, WorkAhead ahead);
  }

  /**
   * Makes the images {@code firstImage} to {@code firstImage + count - 1}.
   *
   * @param name what the images are, for reports
   * @param steps number of steps that a batch takes
   * @throws Progress.Stopped when the user asked to stop
   */
  public ImageSet run(
      String name,
      Denoiser denoiser,
      long firstImage,
      int count,
      int steps,
      Progress progress,
      Batch way) {
    Require.atLeast("number of images", count, 1);
    Denoiser guided = GuidedDenoiser.of(denoiser, guidance);
    byte[] levels = new byte[Math.multiplyExact(count, shape.size())];
    long total = (long) Math.ceilDiv(count, batch) * steps;
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
        byte[] made = way.make(guided, firstImage + done, images, afterStep, ahead);
        System.arraycopy(made, 0, levels, done * shape.size(), images * shape.size());
      }
    }
    return new StoredImageSet(
        name + ", " + count + " samples", shape, levels, labels.stored(firstImage, count));
  }
}
