package io.spindrift.diffusion.image;

import io.spindrift.numerics.UnusableInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Images that a person hands over: one picture, a folder of pictures or a NumPy array. */
public final class PictureFile {
  /**
   * Reads a PNG or JPEG, a folder of them, or a .npy file.
   *
   * @throws UnusableInput when there is no such thing or it is damaged
   */
  public static ImageSet read(Path path) {
    if (Files.isDirectory(path)) {
      return FolderReader.read(path);
    }
    if (!Files.isRegularFile(path)) {
      throw new UnusableInput(
          path + " must be a PNG, a JPEG, a folder of them or a .npy file, but there is no file");
    }
    if (path.toString().toLowerCase(Locale.ROOT).endsWith(".npy")) {
      return NpyReader.readOneOrMore(path);
    }
    PictureReader.Header header = PictureReader.header(path);
    int channels = header.colour() ? 3 : 1;
    int bytes = StoredImageSet.requireBytes(path, 1, channels, header.height(), header.width());
    byte[] pixels = new byte[bytes];
    ImageShape shape = new ImageShape(channels, header.height(), header.width());
    PictureReader.read(path, shape, pixels, 0);
    return new StoredImageSet(path.getFileName().toString(), shape, pixels, null);
  }

  private PictureFile() {}
}
