package io.spindrift.diffusion.image;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.file.ByteFile;
import io.spindrift.numerics.file.NpyHeader;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads images from a .npy file: uint8, or floating-point numbers from 0 to 1 or from 0 to 255.
 *
 * <p>Axes are [n, h, w], [n, h, w, c] or [n, c, h, w] with c of 1 or 3; where both fit, c is last.
 * Numbers all at most 1 count as 0 to 1.
 */
public final class NpyReader {
  private static final int BLOCK_ELEMENTS = 1 << 16;

  /**
   * Reads a file.
   *
   * @throws UnusableInput when the file is not what its header says or holds no images
   */
  public static ImageSet read(Path file) {
    return read(file, false);
  }

  /** Reads a file as {@link #read} does, or one image with the axes [h,w]. */
  static ImageSet readOneOrMore(Path file) {
    return read(file, true);
  }

  private static ImageSet read(Path file, boolean plane) {
    boolean unit = false;
    try (ByteFile in = ByteFile.open(file)) {
      NpyHeader header = NpyHeader.read(in);
      if (!header.type().equals("u1")) {
        unit = largest(in, header, layout(file, header, plane)) <= 1;
      }
    }
    try (ByteFile in = ByteFile.open(file)) {
      NpyHeader header = NpyHeader.read(in);
      Layout layout = layout(file, header, plane);
      byte[] pixels =
          header.type().equals("u1")
              ? in.exactly(layout.bytes(), "pixels (shape " + header.shape() + ")")
              : levels(in, header, layout, unit ? 255 : 1);
      in.end("the elements of shape " + header.shape());
      String name = "npy " + file.getFileName() + ", " + layout.count() + " images";
      return new StoredImageSet(
          name,
          layout.shape(),
          layout.channelsLast() ? channelsFirst(pixels, layout.shape()) : pixels,
          null);
    }
  }

  private record Layout(int count, ImageShape shape, boolean channelsLast) {
    int bytes() {
      return count * shape.size();
    }
  }

  private static Layout layout(Path file, NpyHeader header, boolean plane) {
    List<Long> axes = header.shape();
    if (plane && axes.size() == 2) {
      axes = List.of(1L, axes.get(0), axes.get(1));
    }
    boolean last = axes.size() == 4 && isChannels(axes.get(3));
    boolean first = axes.size() == 4 && !last && isChannels(axes.get(1));
    if (axes.size() != 3 && !last && !first) {
      throw new UnusableInput(
          file
              + " must have the axes [n,h,w], [n,h,w,c] or [n,c,h,w] with c of 1 or 3, but has "
              + axes);
    }
    int channels = last ? axes.get(3).intValue() : first ? axes.get(1).intValue() : 1;
    long height = axes.get(first ? 2 : 1);
    long width = axes.get(first ? 3 : 2);
    StoredImageSet.requireBytes(file, axes.getFirst(), channels, height, width);
    ImageShape shape = new ImageShape(channels, (int) height, (int) width);
    return new Layout(axes.getFirst().intValue(), shape, last && channels > 1);
  }

  private static boolean isChannels(long axis) {
    return axis == 1 || axis == 3;
  }

  private static double largest(ByteFile in, NpyHeader header, Layout layout) {
    double largest = 0;
    for (long left = layout.bytes(); left > 0; left -= BLOCK_ELEMENTS) {
      for (double value : block(in, header, left)) {
        if (!(value >= 0 && value <= 255)) {
          throw new UnusableInput(
              in.path() + " must hold numbers from 0 to 1 or from 0 to 255, but holds " + value);
        }
        largest = Math.max(largest, value);
      }
    }
    return largest;
  }

  private static byte[] levels(ByteFile in, NpyHeader header, Layout layout, double scale) {
    byte[] levels = new byte[layout.bytes()];
    int at = 0;
    while (at < levels.length) {
      for (double value : block(in, header, levels.length - at)) {
        levels[at++] = (byte) Math.clamp(Math.round(value * scale), 0, 255);
      }
    }
    return levels;
  }

  private static double[] block(ByteFile in, NpyHeader header, long elementsLeft) {
    int elements = (int) Math.min(elementsLeft, BLOCK_ELEMENTS);
    byte[] bytes = in.exactly(elements * header.elementBytes(), "the last elements");
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(header.order());
    double[] values = new double[elements];
    for (int i = 0; i < elements; i++) {
      values[i] = header.elementBytes() == 4 ? buffer.getFloat() : buffer.getDouble();
    }
    return values;
  }

  private static byte[] channelsFirst(byte[] pixels, ImageShape shape) {
    byte[] turned = new byte[pixels.length];
    int plane = shape.height() * shape.width();
    for (int base = 0; base < pixels.length; base += shape.size()) {
      for (int c = 0; c < shape.channels(); c++) {
        for (int p = 0; p < plane; p++) {
          turned[base + c * plane + p] = pixels[base + p * shape.channels() + c];
        }
      }
    }
    return turned;
  }

  private NpyReader() {}
}
