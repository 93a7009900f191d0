package io.spindrift.diffusion.image;

import io.spindrift.numerics.UnusableInput;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Images that lie in memory, all in one block of bytes. */
public final class StoredImageSet implements ImageSet {
  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final String name;
  private final ImageShape shape;
  private final byte[] pixels;
  private final byte @Nullable [] labels;
  private final int classes;

  /**
   * Wraps pixels without copying them; they must not change any more.
   *
   * @param pixels images [image, channel, height, width], 0 to 255
   * @param labels class of each image as an unsigned byte, or null when there are none
   */
  public StoredImageSet(String name, ImageShape shape, byte[] pixels, byte @Nullable [] labels) {
    if (pixels.length % shape.size() != 0) {
      throw new IllegalArgumentException(
          "number of pixels must be a multiple of " + shape.size() + ", but was " + pixels.length);
    }
    if (labels != null && labels.length != pixels.length / shape.size()) {
      throw new IllegalArgumentException(
          "number of labels must be "
              + pixels.length / shape.size()
              + ", but was "
              + labels.length);
    }
    this.name = name;
    this.shape = shape;
    this.pixels = pixels;
    this.labels = labels;
    int largest = -1;
    if (labels != null) {
      for (byte label : labels) {
        largest = Math.max(largest, Byte.toUnsignedInt(label));
      }
    }
    this.classes = largest + 1;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public ImageShape shape() {
    return shape;
  }

  @Override
  public int count() {
    return pixels.length / shape.size();
  }

  @Override
  public int classes() {
    return classes;
  }

  @Override
  public int label(int index) {
    Objects.checkIndex(index, count());
    return labels == null ? -1 : Byte.toUnsignedInt(labels[index]);
  }

  @Override
  public void read(int index, byte[] target, int offset) {
    Objects.checkIndex(index, count());
    System.arraycopy(pixels, index * shape.size(), target, offset, shape.size());
  }

  /**
   * Checks that a set of images exists, has a size that is worked with and fits into memory.
   *
   * @return the number of bytes of all images
   * @throws UnusableInput otherwise
   */
  static int requireBytes(Path file, long count, int channels, long height, long width) {
    if (count < 1) {
      throw new UnusableInput(file + " must hold at least one image, but holds none");
    }
    if (height < 1 || width < 1 || height > 4096 || width > 4096) {
      throw new UnusableInput(
          file
              + " must hold images of 1x1 to 4096x4096 pixels, but names "
              + Long.toUnsignedString(width)
              + "x"
              + Long.toUnsignedString(height));
    }
    long each = height * width * channels;
    long most = Math.min(LARGEST_ARRAY, Runtime.getRuntime().maxMemory() / 2);
    if (count > most / each) {
      throw new UnusableInput(
          file
              + " must hold at most "
              + most / each
              + " images of this size to fit into memory, but names "
              + count);
    }
    return (int) (count * each);
  }
}
