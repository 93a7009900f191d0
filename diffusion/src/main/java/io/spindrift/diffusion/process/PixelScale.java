package io.spindrift.diffusion.process;

import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.numerics.Require;

/**
 * How pixels become the numbers that a diffusion works on: x = (pixel / 127.5 - 1 - offset) /
 * scale.
 *
 * @param offset what is taken off after pixels were brought to [-1, 1]
 * @param scale what the rest is divided by
 */
public record PixelScale(double offset, double scale) {
  /** Pixels from 0 to 255 become [-1, 1]. */
  public static final PixelScale PLAIN = new PixelScale(0, 1);

  /** Checks the ranges. */
  public PixelScale {
    Require.inRange("offset", offset, -1, 1, "");
    Require.inRange("scale", scale, 1e-3, 1e3, "");
  }

  /** The scale that gives the first {@code count} images mean 0 and variance 1 over all pixels. */
  public static PixelScale standardising(ImageSet images, int count) {
    byte[] pixels = new byte[images.shape().size()];
    long[] histogram = new long[256];
    for (int i = 0; i < Math.min(count, images.count()); i++) {
      images.read(i, pixels, 0);
      for (byte pixel : pixels) {
        histogram[Byte.toUnsignedInt(pixel)]++;
      }
    }
    double total = 0;
    double sum = 0;
    double squares = 0;
    for (int level = 0; level < histogram.length; level++) {
      double x = level / 127.5 - 1;
      total += histogram[level];
      sum += histogram[level] * x;
      squares += histogram[level] * x * x;
    }
    double mean = sum / total;
    return new PixelScale(mean, Math.sqrt(Math.max(squares / total - mean * mean, 1e-6)));
  }

  /** Writes one image, [channel, height, width], as numbers. */
  public void toNumbers(
      byte[] pixels, int from, ImageShape shape, float[] numbers, int offsetInNumbers) {
    for (int i = 0; i < shape.size(); i++) {
      double level = Byte.toUnsignedInt(pixels[from + i]) / 127.5 - 1;
      numbers[offsetInNumbers + i] = (float) ((level - offset) / scale);
    }
  }

  /** The nearest pixel, 0 to 255, of a number. */
  public byte toPixel(double number) {
    double level = (number * scale + offset + 1) * 127.5;
    return (byte) Math.clamp(Math.round(level), 0, 255);
  }

  /** The number of a black pixel. */
  public double lowest() {
    return (-1 - offset) / scale;
  }

  /** The number of a white pixel. */
  public double highest() {
    return (1 - offset) / scale;
  }
}
