package io.spindrift.experiment.stage;

import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.image.ImageSetFinder;
import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.experiment.run.RunDirectory;
import io.spindrift.numerics.file.NpyHeader;
import java.nio.ByteOrder;
import java.util.stream.LongStream;

/** Sampled images kept as a NumPy array of bytes, [image, height, width] or with channels last. */
public final class SampleFile {
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

  /** Reads the samples of one kind of noise, with the classes that the recipe asked for. */
  public static ImageSet read(RunDirectory directory, NoiseKind kind, Recipe recipe) {
    ImageSet images = ImageSetFinder.recognise(directory.file(name(kind))).training();
    int classes = recipe.denoiser().classes();
    return classes > 0 ? new AskedImages(images, recipe.labels(), classes) : images;
  }

  private static byte[] header(int count, ImageShape shape) {
    LongStream axes = LongStream.of(count, shape.height(), shape.width(), shape.channels());
    return new NpyHeader(
            "u1",
            ByteOrder.LITTLE_ENDIAN,
            axes.limit(shape.channels() == 1 ? 3 : 4).boxed().toList())
        .bytes();
  }

  private SampleFile() {}
}
