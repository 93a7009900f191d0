package io.spindrift.cli;

import io.spindrift.cli.command.Versions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file that keeps the details of an internal error, away from the screen. */
final class ErrorLog {
  /** Writes a failure with its causes to a new file in the folder for temporary files. */
  static Path write(Throwable failure) throws IOException {
    Path log = Files.createTempFile("spindrift-error-", ".log");
    try (PrintWriter text = new PrintWriter(Files.newBufferedWriter(log))) {
      text.println("Spindrift " + Versions.spindrift() + ", " + Versions.platform());
      failure.printStackTrace(text);
    }
    return log;
  }

  private ErrorLog() {}
}
