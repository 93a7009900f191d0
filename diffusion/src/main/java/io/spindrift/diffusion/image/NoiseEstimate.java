package io.spindrift.diffusion.image;

import io.spindrift.numerics.UnusableInput;
import java.util.Arrays;

/**
 * The standard deviation of white noise on an image, from the image alone.
 *
 * <p>Blocks of two by two pixels give d = (a - b - c + d) / 2, in which a smooth image cancels; the
 * deviation is the median of |d| over 0.6745. Source: Donoho and Johnstone, "Ideal spatial
 * adaptation by wavelet shrinkage", Biometrika 81 (1994) 425, section 4, with Haar's wavelet.
 * Blocks that touch 0 or 255 are left out, since there a picture file has cut the noise off; on a
 * black or white ground, where what is left is one side of the noise, the estimate is low (by a
 * factor near 0.6). Sharp edges that fill much of an image make it high.
 */
public final class NoiseEstimate {
  private static final double MEDIAN_OF_NORMAL = 0.6744897501960817;
  private static final int FEWEST_BLOCKS = 16;

  /**
   * The estimate over all images of a set, in pixel values 0 to 255.
   *
   * @throws UnusableInput when fewer than 16 blocks are free of black and white
   */
  public static double deviation(ImageSet images) {
    ImageShape shape = images.shape();
    byte[] pixels = new byte[shape.size()];
    int blocks = shape.channels() * (shape.height() / 2) * (shape.width() / 2);
    double[] details = new double[Math.multiplyExact(images.count(), blocks)];
    int used = 0;
    for (int k = 0; k < images.count(); k++) {
      images.read(k, pixels, 0);
      for (int c = 0; c < shape.channels(); c++) {
        for (int y = 0; y + 1 < shape.height(); y += 2) {
          for (int x = 0; x + 1 < shape.width(); x += 2) {
            int at = (c * shape.height() + y) * shape.width() + x;
            double detail = detail(pixels, at, shape.width());
            if (!Double.isNaN(detail)) {
              details[used++] = Math.abs(detail);
            }
          }
        }
      }
    }
    if (used < FEWEST_BLOCKS) {
      throw new UnusableInput(
          "the noise of "
              + images.name()
              + " cannot be estimated: only "
              + used
              + " blocks of 2x2 pixels hold neither black nor white, "
              + FEWEST_BLOCKS
              + " are needed; give its standard deviation in pixel values");
    }
    Arrays.sort(details, 0, used);
    return details[used / 2] / MEDIAN_OF_NORMAL;
  }

  private static double detail(byte[] pixels, int at, int width) {
    int a = Byte.toUnsignedInt(pixels[at]);
    int b = Byte.toUnsignedInt(pixels[at + 1]);
    int c = Byte.toUnsignedInt(pixels[at + width]);
    int d = Byte.toUnsignedInt(pixels[at + width + 1]);
    int least = Math.min(Math.min(a, b), Math.min(c, d));
    int most = Math.max(Math.max(a, b), Math.max(c, d));
    return least == 0 || most == 255 ? Double.NaN : (a - b - c + d) / 2.0;
  }

  private NoiseEstimate() {}
}
