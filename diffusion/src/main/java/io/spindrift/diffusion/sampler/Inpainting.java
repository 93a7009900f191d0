package io.spindrift.diffusion.sampler;

import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.process.NoiseLevel;
import io.spindrift.diffusion.process.PixelScale;

/**
 * Images of which some values are known: after each step these become what the forward process
 * makes of them, signal x_0 + spread z, and at the end x_0 itself.
 *
 * <p>Source: Lugmayr et al., CVPR 2022, equations 8a to 8c.
 *
 * @param clean the known images, [image, value]; what is not known does not matter
 * @param mask which values of an image are known, [channel, height, width]
 */
public record Inpainting(float[] clean, boolean[] mask) implements Known {
  /** Checks the lengths. */
  public Inpainting {
    if (mask.length == 0 || clean.length % mask.length != 0) {
      throw new IllegalArgumentException(
          "values of the images must be a multiple of "
              + mask.length
              + ", the size of the mask, but were "
              + clean.length);
    }
  }

  /** The inpainting of pixels. */
  public static Inpainting of(ImageSet images, boolean[] mask, PixelScale pixels) {
    return new Inpainting(numbers(images, pixels), mask);
  }

  /** All images as the numbers that a denoiser works on, [image, value]. */
  static float[] numbers(ImageSet images, PixelScale pixels) {
    int size = images.shape().size();
    byte[] one = new byte[size];
    float[] numbers = new float[Math.multiplyExact(images.count(), size)];
    for (int k = 0; k < images.count(); k++) {
      images.read(k, one, 0);
      pixels.toNumbers(one, 0, images.shape(), numbers, k * size);
    }
    return numbers;
  }

  @Override
  public void begin(long image, float[] state, int offset, int length) {}

  @Override
  public boolean held() {
    return true;
  }

  @Override
  public void hold(
      long image, NoiseLevel level, float[] fresh, float[] state, int offset, int length) {
    int from = Math.toIntExact(image * length);
    float signal = (float) level.signal();
    float spread = (float) level.spread();
    for (int i = 0; i < length; i++) {
      if (mask[i]) {
        state[offset + i] = signal * clean[from + i] + spread * fresh[offset + i];
      }
    }
  }
}
