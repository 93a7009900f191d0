package io.spindrift.diffusion.image;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.file.FileTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Reads a folder of PNG and JPEG pictures of one size, in the order of their names.
 *
 * <p>When the folder holds only folders, each of these is a class, in the order of their names. One
 * coloured picture makes the whole set coloured.
 */
public final class FolderReader {
  private static final int MOST_CLASSES = 256;

  /**
   * Reads a folder.
   *
   * @throws UnusableInput when there is no picture, or one is broken, or sizes are mixed
   */
  public static ImageSet read(Path folder) {
    List<Path> files = new ArrayList<>(pictures(folder));
    List<Integer> classOf = new ArrayList<>();
    if (files.isEmpty()) {
      List<Path> folders = list(folder).stream().filter(sub -> !pictures(sub).isEmpty()).toList();
      if (folders.size() > MOST_CLASSES) {
        throw new UnusableInput(
            folder + " must hold at most " + MOST_CLASSES + " folders, one per class");
      }
      for (int c = 0; c < folders.size(); c++) {
        for (Path file : pictures(folders.get(c))) {
          files.add(file);
          classOf.add(c);
        }
      }
    }
    if (files.isEmpty()) {
      throw new UnusableInput(
          folder + " must hold PNG or JPEG pictures, or folders of them, but holds none");
    }
    ImageShape shape = commonShape(files);
    int bytes =
        StoredImageSet.requireBytes(
            folder, files.size(), shape.channels(), shape.height(), shape.width());
    byte[] pixels = new byte[bytes];
    for (int i = 0; i < files.size(); i++) {
      PictureReader.read(files.get(i), shape, pixels, i * shape.size());
    }
    byte[] labels = new byte[classOf.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = classOf.get(i).byteValue();
    }
    return new StoredImageSet(
        "folder " + folder.getFileName() + ", " + files.size() + " pictures",
        shape,
        pixels,
        classOf.isEmpty() ? null : labels);
  }

  private static ImageShape commonShape(List<Path> files) {
    Path first = files.getFirst();
    PictureReader.Header common = PictureReader.header(first);
    boolean colour = false;
    for (Path file : files) {
      PictureReader.Header header = PictureReader.header(file);
      if (header.width() != common.width() || header.height() != common.height()) {
        throw new UnusableInput(
            String.format(
                Locale.ROOT,
                "pictures must all have one size, but %s has %dx%d and %s has %dx%d",
                first,
                common.width(),
                common.height(),
                file,
                header.width(),
                header.height()));
      }
      colour |= header.colour();
    }
    StoredImageSet.requireBytes(first, 1, colour ? 3 : 1, common.height(), common.width());
    return new ImageShape(colour ? 3 : 1, common.height(), common.width());
  }

  /** The pictures that lie directly in a folder, by their names' endings. */
  static List<Path> pictures(Path folder) {
    return list(folder).stream().filter(FolderReader::isPicture).toList();
  }

  private static boolean isPicture(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return Files.isRegularFile(file)
        && (name.endsWith(".png") || name.endsWith(".jpg") || name.endsWith(".jpeg"));
  }

  /** What lies in a folder, by name, without hidden files; nothing for a file. */
  static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(e -> !e.getFileName().toString().startsWith(".")).sorted().toList();
    } catch (IOException e) {
      throw new UnusableInput(folder + " cannot be read: " + FileTrouble.reason(e), e);
    }
  }

  private FolderReader() {}
}
