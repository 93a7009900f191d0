package io.spindrift.diffusion.image;

import io.spindrift.numerics.file.NpyHeader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;

/** Draws the files that the tests of the readers need. */
final class ImageFiles {
  static byte[] ramp(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i * 7);
    }
    return bytes;
  }

  static byte[] idx(int magic, int[] axes, byte[] data) {
    ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * axes.length + data.length).putInt(magic);
    for (int axis : axes) {
      bytes.putInt(axis);
    }
    return bytes.put(data).array();
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  static byte[] npy(String descr, String shape, byte[] data) {
    String header =
        "{'descr': '" + descr + "', 'fortran_order': False, 'shape': " + shape + ", }\n";
    ByteBuffer bytes =
        ByteBuffer.allocate(10 + header.length() + data.length)
            .order(java.nio.ByteOrder.LITTLE_ENDIAN);
    bytes.put(NpyHeader.magic()).put((byte) 1).put((byte) 0).putShort((short) header.length());
    return bytes.put(header.getBytes(StandardCharsets.US_ASCII)).put(data).array();
  }

  static byte[] cifar(int records) {
    byte[] bytes = ramp(records * 3073);
    for (int i = 0; i < records; i++) {
      bytes[i * 3073] = (byte) (i % 10);
    }
    return bytes;
  }

  static Path picture(Path file, String format, int type, int width, int height)
      throws IOException {
    BufferedImage picture = new BufferedImage(width, height, type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (picture.getRaster().getNumBands() == 1) {
          picture.getRaster().setSample(x, y, 0, (40 * x + y) % 256);
        } else {
          picture.setRGB(x, y, x * 0x280000 + y * 0x2000 + 9);
        }
      }
    }
    Files.createDirectories(file.getParent());
    ImageIO.write(picture, format, file.toFile());
    return file;
  }

  static byte[] read(ImageSet images, int index) {
    byte[] pixels = new byte[images.shape().size()];
    images.read(index, pixels, 0);
    return pixels;
  }

  private ImageFiles() {}
}
