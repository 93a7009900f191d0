package io.spindrift.diffusion.sampler;

import io.spindrift.diffusion.NoiseSource;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.image.StoredImageSet;
import io.spindrift.diffusion.process.NoiseLevel;
import io.spindrift.diffusion.process.PixelScale;

/**
 * Images under noise of a known strength: the way begins at them, at the level of their noise,
 * instead of at pure noise.
 *
 * <p>An image y = x_0 + sigma z is the state signal y of the level with that sigma. Ancestral steps
 * from there draw from the images that could have been there under the noise, as far as the
 * denoiser knows them.
 *
 * @param noisy the images under noise, [image, value], not scaled down
 * @param size values of an image
 * @param signal factor of the image at the level of its noise
 */
public record Recovery(float[] noisy, int size, double signal) implements Known {
  /** Noise added to known images, for a trial. */
  static final String PURPOSE = "recovery/given";

  /** Images as they are, taken to be under noise. */
  public static Recovery of(ImageSet images, PixelScale pixels, NoiseLevel first) {
    return new Recovery(Inpainting.numbers(images, pixels), images.shape().size(), first.signal());
  }

  /**
   * Images without noise, with noise added; image k takes that of (recovery/given, k, 0).
   *
   * @param sigma standard deviation of the noise in the numbers that the denoiser works on
   */
  public static Recovery trial(
      ImageSet images, PixelScale pixels, NoiseLevel first, double sigma, NoiseSource noise) {
    float[] numbers = Inpainting.numbers(images, pixels);
    int size = images.shape().size();
    float[] drawn = new float[size];
    for (int k = 0; k < images.count(); k++) {
      noise.fill(PURPOSE, k, 0, drawn, 0, size);
      for (int i = 0; i < size; i++) {
        numbers[k * size + i] += (float) sigma * drawn[i];
      }
    }
    return new Recovery(numbers, size, first.signal());
  }

  /**
   * The images under noise as pictures, which are cut off at black and white.
   *
   * @param like a set of as many images, whose name and shape they take
   */
  public ImageSet given(ImageSet like, PixelScale pixels) {
    byte[] levels = new byte[noisy.length];
    for (int i = 0; i < noisy.length; i++) {
      levels[i] = pixels.toPixel(noisy[i]);
    }
    return new StoredImageSet(like.name() + ", noisy", like.shape(), levels, null);
  }

  @Override
  public void begin(long image, float[] state, int offset, int length) {
    int from = Math.toIntExact(image * size);
    for (int i = 0; i < length; i++) {
      state[offset + i] = (float) signal * noisy[from + i];
    }
  }

  @Override
  public boolean held() {
    return false;
  }

  @Override
  public void hold(
      long image, NoiseLevel level, float[] fresh, float[] state, int offset, int length) {}
}
