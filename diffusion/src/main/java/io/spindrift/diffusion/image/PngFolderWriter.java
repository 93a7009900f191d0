package io.spindrift.diffusion.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes every image of a set as its own PNG, named by its index in six digits. */
public final class PngFolderWriter {
  /**
   * Writes {@code 000000.png}, {@code 000001.png} and so on; the folder is made when missing.
   *
   * @throws UncheckedIOException when the folder cannot be written
   */
  public static void write(Path folder, ImageSet images) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be made", e);
    }
    ImageShape shape = images.shape();
    byte[] pixels = new byte[shape.size()];
    for (int i = 0; i < images.count(); i++) {
      images.read(i, pixels, 0);
      BufferedImage picture =
          new BufferedImage(shape.width(), shape.height(), PngPicture.type(shape));
      PngPicture.paint(picture.getRaster(), shape, pixels, 0, 0, 0, 1);
      PngPicture.write(folder.resolve(String.format(Locale.ROOT, "%06d.png", i)), picture);
    }
  }

  private PngFolderWriter() {}
}
