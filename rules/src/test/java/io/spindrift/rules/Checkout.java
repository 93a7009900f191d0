package io.spindrift.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The text files of the checkout, without build output, runs and editor folders. */
final class Checkout {
  private static final Set<String> SKIPPED =
      Set.of("target", "runs", ".git", ".idea", ".vscode", ".settings", "node_modules");
  private static final long LARGEST_TEXT = 1 << 20;

  /** The root folder, given by the build. */
  static Path root() {
    return Path.of(Objects.requireNonNull(System.getProperty("spindrift.root"), "spindrift.root"));
  }

  /** Every Java source file. */
  static List<Path> javaFiles() {
    return textFiles().stream().filter(file -> file.toString().endsWith(".java")).toList();
  }

  /** Every Java source file that is shipped. */
  static List<Path> mainJavaFiles() {
    return javaFiles().stream().filter(file -> relative(file).contains("/src/main/")).toList();
  }

  /** Every text file of at most a mebibyte. */
  static List<Path> textFiles() {
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(root(), new Collector(files));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files.stream().sorted().toList();
  }

  /** The content, or an empty text for a file that is not UTF-8. */
  static String text(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      String text = new String(bytes, StandardCharsets.UTF_8);
      return text.indexOf('\0') >= 0 ? "" : text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The path below the root with forward slashes. */
  static String relative(Path file) {
    return root().relativize(file).toString().replace('\\', '/');
  }

  private static final class Collector extends SimpleFileVisitor<Path> {
    private final List<Path> files;

    Collector(List<Path> files) {
      this.files = files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean skipped = SKIPPED.contains(String.valueOf(folder.getFileName()));
      return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = String.valueOf(file.getFileName());
      boolean log = name.endsWith(".log") || name.equals(".git");
      if (attributes.isRegularFile() && attributes.size() <= LARGEST_TEXT && !log) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }
  }

  private Checkout() {}
}
