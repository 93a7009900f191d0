package io.spindrift.diffusion.image;

import io.spindrift.numerics.UnusableInput;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** Writes every image of a set as its own PNG, named by its index in six digits. */
public final class PngFolderWriter {
  /**
   * Writes {@code 000000.png}, {@code 000001.png} and so on; the folder is made when missing.
   *
   * <p>Each picture appears only when it is complete; it is not forced to the disk one by one.
   *
   * @throws UnusableInput when the folder cannot be written
   */
  public static void write(Path folder, ImageSet images) {
    try {
      Files.createDirectories(folder);
      Path beside = folder.resolve(".part");
      ImageShape shape = images.shape();
      byte[] pixels = new byte[shape.size()];
      for (int i = 0; i < images.count(); i++) {
        images.read(i, pixels, 0);
        BufferedImage picture =
            new BufferedImage(shape.width(), shape.height(), PngPicture.type(shape));
        PngPicture.paint(picture.getRaster(), shape, pixels, 0, 0, 0, 1);
        Files.write(beside, PngPicture.encode(picture));
        Path file = folder.resolve(String.format(Locale.ROOT, "%06d.png", i));
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UnusableInput(
          "cannot write pictures into "
              + folder
              + ": "
              + e.getMessage()
              + "; give a folder that can be written and has room",
          e);
    }
  }

  private PngFolderWriter() {}
}
