package io.spindrift.diffusion.image;

import io.spindrift.numerics.Require;

/**
 * Shape of one image, stored as [channel, height, width], row-major.
 *
 * @param channels 1 for grey, 3 for red-green-blue
 * @param height rows of pixels
 * @param width columns of pixels
 */
public record ImageShape(int channels, int height, int width) {
  /** Checks the ranges. */
  public ImageShape {
    Require.inRange("channels", channels, 1, 64);
    Require.inRange("height", height, 1, 4096);
    Require.inRange("width", width, 1, 4096);
  }

  /** Number of values in one image. */
  public int size() {
    return channels * height * width;
  }

  @Override
  public String toString() {
    return width
        + "x"
        + height
        + (channels == 1 ? " grey" : channels == 3 ? " colour" : "x" + channels);
  }
}
