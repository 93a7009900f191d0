package io.spindrift.diffusion.image;

import io.spindrift.numerics.Require;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pixels as a PNG: grey for one channel, colour for three. */
final class PngPicture {
  /** The picture type of a shape. */
  static int type(ImageShape shape) {
    if (shape.channels() != 1) {
      Require.inRange("channels of a picture", shape.channels(), 3, 3);
      return BufferedImage.TYPE_INT_RGB;
    }
    return BufferedImage.TYPE_BYTE_GRAY;
  }

  /** Paints [channel, height, width] with its corner at (left, top). */
  static void paint(
      WritableRaster raster,
      ImageShape shape,
      byte[] pixels,
      int offset,
      int left,
      int top,
      int scale) {
    int plane = shape.height() * shape.width();
    int[] block = new int[scale * scale * shape.channels()];
    for (int y = 0; y < shape.height(); y++) {
      for (int x = 0; x < shape.width(); x++) {
        int at = offset + y * shape.width() + x;
        for (int i = 0; i < block.length; i++) {
          block[i] = Byte.toUnsignedInt(pixels[at + i % shape.channels() * plane]);
        }
        raster.setPixels(left + x * scale, top + y * scale, scale, scale, block);
      }
    }
  }

  /** The bytes of the file. */
  static byte[] encode(BufferedImage picture) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(picture, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private PngPicture() {}
}
