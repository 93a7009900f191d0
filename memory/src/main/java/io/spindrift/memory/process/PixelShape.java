package io.spindrift.memory.process;

import io.spindrift.numerics.Require;

/**
 * Shape of a set of images of 8-bit pixels: [image, channel, height, width], row after row.
 *
 * @param images number of images
 * @param channels 1 for grey, 3 for colour
 * @param height rows of an image
 * @param width columns of an image
 */
public record PixelShape(int images, int channels, int height, int width) {
  /** Checks that each is at least one and that the pixels fit an array. */
  public PixelShape {
    Require.atLeast("images", images, 1);
    Require.atLeast("channels", channels, 1);
    Require.atLeast("height", height, 1);
    Require.atLeast("width", width, 1);
    double pixels = (double) images * channels * height * width;
    Require.inRange("pixels", pixels, 1, Integer.MAX_VALUE - 8, "");
  }

  /** Values of one image, over all channels. */
  public int pixelsPerImage() {
    return channels * height * width;
  }

  /** Values of all images. */
  public int pixels() {
    return images * pixelsPerImage();
  }
}
