package io.spindrift.diffusion.extractor;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * One file of a cache, {@code key-checksum.safetensors}: its name holds the SHA-256 of its content,
 * so that a damaged file is told from an intact one.
 *
 * <p>Several processes may keep the same file at once: each writes beside it under a name of its
 * own and renames it, and equal names have equal content.
 *
 * @param folder the folder of the cache
 * @param key what the content was made from
 */
record CachedFile(Path folder, String key) {
  private static final String ENDING = ".safetensors";

  /**
   * A file as it was read.
   *
   * @param file where it lies
   * @param content what it holds
   */
  record Intact(Path file, byte[] content) {}

  /** The file, when there is one with the content that its name says. */
  Optional<Intact> intact() {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, key + "-*" + ENDING)) {
      for (Path file : files) {
        byte[] content = Files.readAllBytes(file);
        if (file.equals(holding(content))) {
          return Optional.of(new Intact(file, content));
        }
      }
      return Optional.empty();
    } catch (IOException | DirectoryIteratorException unreadable) {
      return Optional.empty();
    }
  }

  /**
   * Keeps a copy of a file.
   *
   * @return the copy
   * @throws IOException when the folder cannot be written
   */
  Path keep(Path made) throws IOException {
    Files.createDirectories(folder);
    byte[] content = Files.readAllBytes(made);
    Path beside = folder.resolve("." + key + ProcessHandle.current().pid() + System.nanoTime());
    try {
      Files.write(beside, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      return Files.move(beside, holding(content), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private Path holding(byte[] content) {
    return folder.resolve(key + "-" + TrainingDigest.hexadecimal(content) + ENDING);
  }
}
