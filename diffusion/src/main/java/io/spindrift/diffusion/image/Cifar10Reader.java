package io.spindrift.diffusion.image;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.file.ByteFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the binary version of CIFAR-10: records of one label and 3 x 32 x 32 bytes.
 *
 * <p>Source of the format: Krizhevsky, "The CIFAR-10 dataset", section "Binary version".
 */
public final class Cifar10Reader {
  private static final ImageShape SHAPE = new ImageShape(3, 32, 32);
  private static final int CLASSES = 10;
  private static final int RECORD = 1 + SHAPE.size();

  /**
   * Reads files one after the other into one set.
   *
   * @throws UnusableInput when a file does not consist of such records
   */
  public static ImageSet read(List<Path> files) {
    List<byte[]> parts = new ArrayList<>();
    long records = 0;
    for (Path file : files) {
      byte[] part = records(file);
      records += part.length / RECORD;
      StoredImageSet.requireBytes(file, records, SHAPE.channels(), SHAPE.height(), SHAPE.width());
      parts.add(part);
    }
    byte[] pixels = new byte[(int) records * SHAPE.size()];
    byte[] labels = new byte[(int) records];
    int image = 0;
    for (byte[] part : parts) {
      for (int at = 0; at < part.length; at += RECORD) {
        labels[image] = part[at];
        System.arraycopy(part, at + 1, pixels, image * SHAPE.size(), SHAPE.size());
        image++;
      }
    }
    String name = "CIFAR-10 binary, " + records + " images, labelled";
    return new StoredImageSet(name, SHAPE, pixels, labels);
  }

  private static byte[] records(Path file) {
    int most = (int) Math.min(Integer.MAX_VALUE - 8L, Runtime.getRuntime().maxMemory() / 4);
    byte[] bytes;
    try (ByteFile in = ByteFile.open(file)) {
      bytes = in.upTo(most);
      in.end("at most " + most + " bytes");
    }
    if (bytes.length == 0 || bytes.length % RECORD != 0) {
      throw new UnusableInput(
          file
              + " must consist of CIFAR-10 records of "
              + RECORD
              + " bytes, but holds "
              + bytes.length
              + " bytes");
    }
    for (int at = 0; at < bytes.length; at += RECORD) {
      if (Byte.toUnsignedInt(bytes[at]) >= CLASSES) {
        throw new UnusableInput(
            file
                + " must have CIFAR-10 labels from 0 to 9, but image "
                + at / RECORD
                + " has "
                + Byte.toUnsignedInt(bytes[at]));
      }
    }
    return bytes;
  }

  private Cifar10Reader() {}
}
