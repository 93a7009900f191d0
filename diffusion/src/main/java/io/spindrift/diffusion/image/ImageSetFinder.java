package io.spindrift.diffusion.image;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.file.ByteFile;
import io.spindrift.numerics.file.NpyHeader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Recognises image sets by what lies in a folder: idx, CIFAR-10 binary, npy, pictures. */
public final class ImageSetFinder {
  private static final int DEEPEST = 3;
  private static final String ACCEPTED =
      "idx or idx.gz (MNIST family), CIFAR-10 binary (.bin, .bin.gz), .npy, or PNG and JPEG"
          + " pictures";

  /**
   * Reads the image sets of a folder, or the one of a file.
   *
   * @throws UnusableInput when there is nothing that could be read, or it is broken
   */
  public static FoundImages recognise(Path path) {
    if (Files.isRegularFile(path)) {
      return found(path, file(path), null);
    }
    if (!Files.isDirectory(path)) {
      throw new UnusableInput(
          path + " must be a folder or a file with " + ACCEPTED + ", but does not exist");
    }
    return folder(path, path, 0);
  }

  private static FoundImages folder(Path asked, Path folder, int depth) {
    List<Path> entries = FolderReader.list(folder);
    List<Path> files = entries.stream().filter(Files::isRegularFile).toList();
    List<Path> idx = files.stream().filter(named("idx3")).toList();
    if (!idx.isEmpty()) {
      return divided(asked, idx, group -> IdxReader.read(only(group)));
    }
    List<Path> bin = files.stream().filter(ending(".bin").or(ending(".bin.gz"))).toList();
    if (!bin.isEmpty()) {
      return divided(asked, bin, Cifar10Reader::read);
    }
    List<Path> npy = files.stream().filter(ending(".npy")).toList();
    if (!npy.isEmpty()) {
      return divided(asked, npy, group -> NpyReader.read(only(group)));
    }
    if (!FolderReader.pictures(folder).isEmpty()) {
      return found(asked, FolderReader.read(folder), null);
    }
    List<Path> folders = entries.stream().filter(Files::isDirectory).toList();
    List<Path> training = folders.stream().filter(named("train")).toList();
    List<Path> heldOut = folders.stream().filter(ImageSetFinder::isHeldOut).toList();
    if (training.size() == 1 && heldOut.size() == 1) {
      return found(asked, FolderReader.read(only(training)), FolderReader.read(only(heldOut)));
    }
    boolean classes = folders.stream().anyMatch(sub -> !FolderReader.pictures(sub).isEmpty());
    if (!classes && folders.size() == 1 && depth < DEEPEST) {
      return folder(asked, folders.getFirst(), depth + 1);
    }
    if (!classes) {
      throw new UnusableInput(
          asked
              + " must hold "
              + ACCEPTED
              + ", but "
              + (entries.isEmpty() ? "is empty" : "holds " + some(entries)));
    }
    return found(asked, FolderReader.read(folder), null);
  }

  /** Sets apart the files whose names say that they are for testing. */
  private static FoundImages divided(
      Path asked, List<Path> files, Function<List<Path>, ImageSet> reader) {
    List<Path> heldOut = files.stream().filter(ImageSetFinder::isHeldOut).toList();
    List<Path> training = files.stream().filter(f -> !isHeldOut(f)).toList();
    if (training.isEmpty()) {
      return found(asked, reader.apply(heldOut), null);
    }
    return found(asked, reader.apply(training), heldOut.isEmpty() ? null : reader.apply(heldOut));
  }

  private static ImageSet file(Path file) {
    byte[] begin = ByteFile.beginning(file, 6);
    if (named("idx3").or(named("ubyte")).test(file) || startsWith(begin, (byte) 0, (byte) 0)) {
      return IdxReader.read(file);
    }
    if (ending(".npy").test(file) || startsWith(begin, NpyHeader.magic())) {
      return NpyReader.read(file);
    }
    if (ending(".bin").or(ending(".bin.gz")).test(file)) {
      return Cifar10Reader.read(List.of(file));
    }
    throw new UnusableInput(
        file + " must be idx, idx.gz, CIFAR-10 binary or .npy, or a folder of pictures");
  }

  private static FoundImages found(Path path, ImageSet training, @Nullable ImageSet heldOut) {
    String held = heldOut == null ? "no held-out images" : "held out: " + heldOut.name();
    if (heldOut != null && !heldOut.shape().equals(training.shape())) {
      throw new UnusableInput(
          path
              + " must hold training and held-out images of one shape, but they are "
              + training.shape()
              + " and "
              + heldOut.shape());
    }
    return new FoundImages(
        training,
        heldOut,
        path + " holds " + training.name() + ", " + training.shape() + "; " + held);
  }

  private static Path only(List<Path> files) {
    if (files.size() != 1) {
      throw new UnusableInput(
          "one file of images must be meant, but there are " + some(files) + "; name one of them");
    }
    return files.getFirst();
  }

  private static String some(List<Path> paths) {
    List<String> names =
        paths.stream().limit(4).map(path -> path.getFileName().toString()).toList();
    return String.join(", ", names) + (paths.size() > names.size() ? " and more" : "");
  }

  private static boolean isHeldOut(Path path) {
    return named("test").or(named("t10k")).or(named("val")).or(named("held")).test(path);
  }

  private static Predicate<Path> named(String part) {
    return path -> path.getFileName().toString().toLowerCase(Locale.ROOT).contains(part);
  }

  private static Predicate<Path> ending(String end) {
    return path -> path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(end);
  }

  private static boolean startsWith(byte[] bytes, byte... begin) {
    return bytes.length >= begin.length
        && Arrays.equals(bytes, 0, begin.length, begin, 0, begin.length);
  }

  private ImageSetFinder() {}
}
