package io.spindrift.experiment.stage;

import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.image.ImageSetFinder;
import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.experiment.run.RunDirectory;
import java.nio.charset.StandardCharsets;

/** Sampled images kept as a NumPy array of bytes, [image, height, width] or with channels last. */
final class SampleFile {
  private static final int ALIGNMENT = 64;
  private static final int PREAMBLE = 10;

  /** Where the samples of one kind of noise are kept. */
  static String name(NoiseKind kind) {
    return "samples-" + kind.word() + ".npy";
  }

  static void write(RunDirectory directory, NoiseKind kind, ImageSet images) {
    ImageShape shape = images.shape();
    int size = shape.size();
    byte[] header = header(images.count(), shape);
    byte[] file = new byte[Math.addExact(header.length, Math.multiplyExact(images.count(), size))];
    System.arraycopy(header, 0, file, 0, header.length);
    byte[] planes = new byte[size];
    int pixels = shape.height() * shape.width();
    for (int i = 0; i < images.count(); i++) {
      images.read(i, planes, 0);
      for (int c = 0; c < shape.channels(); c++) {
        for (int p = 0; p < pixels; p++) {
          file[header.length + i * size + p * shape.channels() + c] = planes[c * pixels + p];
        }
      }
    }
    directory.bytes(name(kind), file);
  }

  static ImageSet read(RunDirectory directory, NoiseKind kind) {
    return ImageSetFinder.recognise(directory.file(name(kind))).training();
  }

  private static byte[] header(int count, ImageShape shape) {
    String channels = shape.channels() == 1 ? "" : ", " + shape.channels();
    String text =
        "{'descr': '|u1', 'fortran_order': False, 'shape': ("
            + count
            + ", "
            + shape.height()
            + ", "
            + shape.width()
            + channels
            + "), }";
    int padding = ALIGNMENT - (PREAMBLE + text.length() + 1) % ALIGNMENT;
    text = text + " ".repeat(padding) + "\n";
    byte[] header = new byte[PREAMBLE + text.length()];
    header[0] = (byte) 0x93;
    System.arraycopy("NUMPY".getBytes(StandardCharsets.US_ASCII), 0, header, 1, 5);
    header[6] = 1;
    header[8] = (byte) text.length();
    header[9] = (byte) (text.length() >> 8);
    System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, header, PREAMBLE, text.length());
    return header;
  }

  private SampleFile() {}
}
