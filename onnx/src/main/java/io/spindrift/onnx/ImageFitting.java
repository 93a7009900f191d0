package io.spindrift.onnx;

import io.spindrift.diffusion.image.ImageShape;
import java.nio.FloatBuffer;

/**
 * Brings images to the shape and scale of a network.
 *
 * <p>Along each side of n pixels that become m, pixel j is read at (j + 1/2) n / m - 1/2, not below
 * 0, linearly between its neighbours; the last pixel stands in beyond the edge. This is {@code
 * interpolate(mode="bilinear", align_corners=False)} of PyTorch, in the same single precision.
 *
 * @param from shape of the images
 * @param to shape that the network takes
 */
record ImageFitting(ImageShape from, ImageShape to, PixelScale scale) {
  private static final float LARGEST_PIXEL = 255;

  /** Writes one image, which begins at {@code at}, to {@code target}. */
  void write(byte[] pixels, int at, FloatBuffer target) {
    Side rows = Side.of(from.height(), to.height());
    Side columns = Side.of(from.width(), to.width());
    int plane = from.height() * from.width();
    for (int channel = 0; channel < to.channels(); channel++) {
      int base = at + (from.channels() == 1 ? 0 : channel * plane);
      for (int y = 0; y < to.height(); y++) {
        int upper = base + rows.first[y] * from.width();
        int lower = base + rows.second[y] * from.width();
        float down = rows.share[y];
        for (int x = 0; x < to.width(); x++) {
          float share =
              (1 - down) * columns.between(pixels, upper, x)
                  + down * columns.between(pixels, lower, x);
          target.put(scale.of(share, channel));
        }
      }
    }
  }

  /** Which two pixels each new one lies between, and how far it is towards the second. */
  private static final class Side {
    private final int[] first;
    private final int[] second;
    private final float[] share;

    private Side(int size) {
      first = new int[size];
      second = new int[size];
      share = new float[size];
    }

    static Side of(int from, int to) {
      Side side = new Side(to);
      float step = (float) from / to;
      for (int j = 0; j < to; j++) {
        float place = Math.max(step * (j + 0.5f) - 0.5f, 0);
        side.first[j] = Math.min((int) place, from - 1);
        side.second[j] = Math.min(side.first[j] + 1, from - 1);
        side.share[j] = Math.clamp(place - side.first[j], 0f, 1f);
      }
      return side;
    }

    float between(byte[] pixels, int row, int x) {
      float one = Byte.toUnsignedInt(pixels[row + first[x]]) / LARGEST_PIXEL;
      float other = Byte.toUnsignedInt(pixels[row + second[x]]) / LARGEST_PIXEL;
      return (1 - share[x]) * one + share[x] * other;
    }
  }
}
