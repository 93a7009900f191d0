package io.spindrift.numerics.file;

import io.spindrift.numerics.UnusableInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * A file that is written beside its place, flushed to the disk and then renamed into it.
 *
 * <p>A reader sees the old file or the new one, never a part; what an interrupted write left behind
 * is removed by the next. Each target has one writer at a time.
 */
public final class AtomicFile {
  private static final String SUFFIX = ".part";

  /**
   * Writes {@code target} through {@code writer}, which creates the file at the path it is given.
   * Missing folders are made.
   *
   * @throws UnusableInput when the disk is full or the folder cannot be written
   */
  public static void write(Path target, ThrowingConsumer<Path> writer) {
    Path absolute = target.toAbsolutePath();
    Path beside = absolute.resolveSibling("." + absolute.getFileName() + SUFFIX);
    try {
      Files.createDirectories(beside.resolveSibling(".").normalize());
      Files.deleteIfExists(beside);
      writer.accept(beside);
      flush(beside);
      move(beside, absolute);
    } catch (IOException failure) {
      throw refusal(target, failure);
    } catch (UncheckedIOException failure) {
      throw refusal(target, Objects.requireNonNull(failure.getCause()));
    } finally {
      removeQuietly(beside);
    }
  }

  /** Writes {@code text} as UTF-8. */
  public static void writeText(Path target, String text) {
    write(target, beside -> Files.writeString(beside, text));
  }

  /** Writes {@code bytes}. */
  public static void writeBytes(Path target, byte[] bytes) {
    write(target, beside -> Files.write(beside, bytes));
  }

  private static void flush(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    if (Files.isDirectory(to)) {
      throw new FileAlreadyExistsException(to.toString(), null, "a folder of that name exists");
    }
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void removeQuietly(Path beside) {
    try {
      Files.deleteIfExists(beside);
    } catch (IOException e) {
      // The first failure is the one worth telling; the next write removes the remainder.
      return;
    }
  }

  private static UnusableInput refusal(Path target, IOException failure) {
    return new UnusableInput(
        "cannot write %s: %s; give a folder that can be written and has room"
            .formatted(shown(target), FileTrouble.reason(failure)),
        failure);
  }

  /** The place that a user knows: of a file written within another's writing, the outer one. */
  private static Path shown(Path target) {
    String name = String.valueOf(target.getFileName());
    return name.startsWith(".") && name.endsWith(SUFFIX)
        ? target.resolveSibling(name.substring(1, name.length() - SUFFIX.length()))
        : target;
  }

  private AtomicFile() {}
}
