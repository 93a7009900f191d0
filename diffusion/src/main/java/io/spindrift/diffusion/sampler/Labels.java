package io.spindrift.diffusion.sampler;

import io.spindrift.diffusion.denoiser.Denoiser;
import io.spindrift.numerics.Require;

/** Which class an image is asked to be of; a function of the image alone. */
public interface Labels {
  /** No image is asked to be of a class. */
  Labels NONE = image -> Denoiser.NO_CLASS;

  /** The class of an image, {@link Denoiser#NO_CLASS} for none. */
  int of(long image);

  /** Image k is of class k mod classes. */
  static Labels cycling(int classes) {
    Require.atLeast("classes", classes, 1);
    return image -> (int) Math.floorMod(image, (long) classes);
  }

  /** Every image is of one class. */
  static Labels all(int label) {
    return image -> label;
  }
}
