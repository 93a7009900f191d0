package io.spindrift.cli;

import io.spindrift.numerics.NumericalFailure;
import io.spindrift.numerics.UnusableInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** The one sentence that a failure is told in. */
final class FailureSentence {
  /** The sentence of a failure that the user's input or file system caused, if it did. */
  static Optional<String> ofInput(Throwable failure) {
    return switch (failure) {
      case UnusableInput unusable -> Optional.of(text(unusable));
      case NumericalFailure numerical -> Optional.empty();
      case UncheckedIOException wrapped -> ofInput(cause(wrapped));
      case ExecutionException wrapped -> ofInput(cause(wrapped));
      case AccessDeniedException denied ->
          Optional.of(denied.getFile() + " must be readable and writable, but access is denied");
      case NoSuchFileException missing ->
          Optional.of(missing.getFile() + " must exist, but there is no such file or folder");
      case NotDirectoryException file ->
          Optional.of(file.getFile() + " must be a folder, but is a file");
      case FileSystemException trouble ->
          Optional.of(
              "the file system refused "
                  + trouble.getFile()
                  + ": "
                  + (trouble.getReason() == null ? text(trouble) : trouble.getReason()));
      case IOException trouble -> Optional.of("reading or writing failed: " + text(trouble));
      default -> Optional.empty();
    };
  }

  /** The sentence of a failure of Spindrift itself. */
  static String ofInternal(Throwable failure, Path log) {
    String what =
        switch (failure) {
          case NumericalFailure numerical -> "the computation left the range of numbers: ";
          case OutOfMemoryError memory -> "memory ran out: ";
          case LinkageError linkage -> "a library could not be loaded: ";
          default -> "internal error: ";
        };
    return what + text(failure) + "; details are in " + log;
  }

  private static Throwable cause(Exception wrapped) {
    return wrapped.getCause() == null ? new IOException(text(wrapped)) : wrapped.getCause();
  }

  private static String text(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
  }

  private FailureSentence() {}
}
