package io.spindrift.experiment.stage;

import io.spindrift.diffusion.denoiser.Denoiser;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.numerics.progress.Progress;

/** Makes images from noise, whatever the process. */
public interface Drawing {
  /**
   * Makes the images {@code firstImage} to {@code firstImage + count - 1}.
   *
   * @param name what the images are, for reports
   * @throws io.spindrift.numerics.NumericalFailure when the denoiser gives a value that is not
   *     finite
   * @throws Progress.Stopped when the user asked to stop
   */
  ImageSet generate(
      String name,
      Denoiser denoiser,
      RunNoise noise,
      long firstImage,
      int count,
      Progress progress);
}
