package io.spindrift.numerics.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** What the system says of a file, in words for a sentence. */
public final class FileTrouble {
  /** What lies at the bottom of a failure; libraries wrap the system's own words. */
  private static IOException root(IOException failure) {
    IOException root = failure;
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof IOException deeper) {
        root = deeper;
      }
    }
    return root;
  }

  /** Why a file could not be read or written, without its name where the system gave no more. */
  public static String reason(IOException trouble) {
    IOException failure = root(trouble);
    String message = String.valueOf(failure.getMessage());
    String lower = message.toLowerCase(Locale.ROOT);
    if (lower.contains("no space left") || lower.contains("not enough space")) {
      return "the disk is full";
    }
    if (lower.contains("quota exceeded")) {
      return "the disk quota is used up";
    }
    if (lower.contains("read-only file system")) {
      return "the file system is read-only";
    }
    return switch (failure) {
      case AccessDeniedException e -> "permission is denied for " + e.getFile();
      case FileAlreadyExistsException e when e.getReason() != null -> e.getReason();
      case FileAlreadyExistsException e -> e.getFile() + " is a file, not a folder";
      case NoSuchFileException e -> "there is no " + e.getFile();
      default -> message;
    };
  }

  private FileTrouble() {}
}
