package io.spindrift.diffusion.sampler;

import io.spindrift.diffusion.denoiser.Denoiser;
import io.spindrift.numerics.Require;
import org.jspecify.annotations.Nullable;

/** Which class an image is asked to be of; a function of the image alone. */
public interface Labels {
  /** No image is asked to be of a class. */
  Labels NONE = image -> Denoiser.NO_CLASS;

  /** The class of an image, {@link Denoiser#NO_CLASS} for none. */
  int of(long image);

  /**
   * The classes of {@code count} images as unsigned bytes, or null when one of them is asked for
   * without a class that a byte holds.
   */
  default byte @Nullable [] stored(long firstImage, int count) {
    byte[] asked = new byte[count];
    for (int k = 0; k < count; k++) {
      int label = of(firstImage + k);
      if (label < 0 || label > 255) {
        return null;
      }
      asked[k] = (byte) label;
    }
    return asked;
  }

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
