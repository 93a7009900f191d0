package io.spindrift.diffusion.image;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.file.ByteFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads idx files of unsigned bytes, packed with gzip or not, as the MNIST family keeps them.
 *
 * <p>Source of the format: LeCun, Cortes, Burges, "The MNIST database of handwritten digits".
 */
public final class IdxReader {
  private static final int IMAGES_MAGIC = 0x00000803;
  private static final int LABELS_MAGIC = 0x00000801;

  /**
   * Reads images and, when a file of labels lies beside, their labels.
   *
   * @throws UnusableInput when the file is not what its header says
   */
  public static ImageSet read(Path file) {
    try (ByteFile in = ByteFile.open(file)) {
      ByteBuffer header = header(in, IMAGES_MAGIC, 3);
      long count = Integer.toUnsignedLong(header.getInt());
      long height = Integer.toUnsignedLong(header.getInt());
      long width = Integer.toUnsignedLong(header.getInt());
      int bytes = StoredImageSet.requireBytes(file, count, 1, height, width);
      byte[] pixels = in.exactly(bytes, "pixels (" + count + " images)");
      in.end("the " + count + " images that its header names");
      byte[] labels = labelsBeside(file).map(beside -> labels(beside, (int) count)).orElse(null);
      ImageShape shape = new ImageShape(1, (int) height, (int) width);
      return new StoredImageSet(name(file, count, labels), shape, pixels, labels);
    }
  }

  private static String name(Path file, long count, byte @Nullable [] labels) {
    return "idx "
        + file.getFileName()
        + ", "
        + count
        + " images"
        + (labels == null ? "" : ", labelled");
  }

  private static byte[] labels(Path file, int images) {
    try (ByteFile in = ByteFile.open(file)) {
      long count = Integer.toUnsignedLong(header(in, LABELS_MAGIC, 1).getInt());
      if (count != images) {
        throw new UnusableInput(
            file + " must hold " + images + " labels, one per image, but names " + count);
      }
      byte[] labels = in.exactly(images, "labels");
      in.end("the " + images + " labels that its header names");
      return labels;
    }
  }

  private static ByteBuffer header(ByteFile in, int magic, int axes) {
    byte[] begin = in.upTo(4);
    if (begin.length < 4 || ByteBuffer.wrap(begin).getInt() != magic) {
      throw new UnusableInput(
          String.format(
              Locale.ROOT,
              "%s must begin with the idx magic number 0x%08x (unsigned bytes, %d axes), but begins"
                  + " with %s",
              in.path(),
              magic,
              axes,
              begin.length == 0 ? "nothing" : "0x" + hex(begin)));
    }
    return ByteBuffer.wrap(in.exactly(4 * axes, "idx header"));
  }

  private static String hex(byte[] bytes) {
    return java.util.HexFormat.of().formatHex(bytes);
  }

  /** The file of labels that belongs to a file of images by its name. */
  private static Optional<Path> labelsBeside(Path images) {
    String name = String.valueOf(images.getFileName());
    String labels = name.replace("images", "labels").replace("idx3", "idx1");
    String plain = labels.endsWith(".gz") ? labels.substring(0, labels.length() - 3) : labels;
    return labels.equals(name)
        ? Optional.empty()
        : Arrays.asList(labels, plain, plain + ".gz").stream()
            .map(images::resolveSibling)
            .filter(Files::isRegularFile)
            .findFirst();
  }

  private IdxReader() {}
}
