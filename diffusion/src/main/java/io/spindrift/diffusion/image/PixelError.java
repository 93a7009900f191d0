package io.spindrift.diffusion.image;

import io.spindrift.numerics.Require;

/**
 * How far images are from their originals.
 *
 * @param rootMeanSquare square root of the mean squared difference of pixels, 0 to 255
 */
public record PixelError(double rootMeanSquare) {
  private static final double WHITE = 255;

  /** The error over all values of all images. */
  public static PixelError of(ImageSet images, ImageSet originals) {
    return over(images, originals, new boolean[images.shape().size()]);
  }

  /** The error over the values that a mask leaves open. */
  public static PixelError ofOpen(ImageSet images, ImageSet originals, PixelMask mask) {
    return over(images, originals, mask.known());
  }

  private static PixelError over(ImageSet images, ImageSet originals, boolean[] leftOut) {
    Require.inRange("number of originals", originals.count(), images.count(), images.count());
    Require.inRange(
        "values of an original", originals.shape().size(), leftOut.length, leftOut.length);
    byte[] image = new byte[leftOut.length];
    byte[] original = new byte[leftOut.length];
    double squares = 0;
    long values = 0;
    for (int k = 0; k < images.count(); k++) {
      images.read(k, image, 0);
      originals.read(k, original, 0);
      for (int i = 0; i < image.length; i++) {
        if (!leftOut[i]) {
          double off = Byte.toUnsignedInt(image[i]) - Byte.toUnsignedInt(original[i]);
          squares += off * off;
          values++;
        }
      }
    }
    return new PixelError(Math.sqrt(squares / values));
  }

  /**
   * Peak signal-to-noise ratio 20 log10(255 / rootMeanSquare), in decibels; infinite at no error.
   */
  public double peakSignalDecibels() {
    return 20 * Math.log10(WHITE / rootMeanSquare);
  }
}
