package io.spindrift.experiment.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate is about: a file, and how it was read.
 *
 * @param fileName name of the file without its folder
 * @param bytes size of the file
 * @param sha256 SHA-256 of the file in hexadecimal, empty when it could be read only once
 * @param layout how the file was read, such as {@code "packed, most significant bit first"}
 * @param seed root of all chance of the assessment, null when none entered
 * @param command the words of the command that made the certificate
 * @param version version of the program
 */
public record CertificateSubject(
    String fileName,
    long bytes,
    String sha256,
    String layout,
    @Nullable Long seed,
    List<String> command,
    String version) {
  private static final int BUFFER_BYTES = 1 << 16;

  /** Copies the list. */
  public CertificateSubject {
    command = List.copyOf(command);
  }

  /**
   * The subject of a regular file, whose digest is computed by reading it once.
   *
   * @throws UncheckedIOException when it cannot be read
   */
  public static CertificateSubject of(
      Path file, String layout, @Nullable Long seed, List<String> command, String version) {
    try {
      return new CertificateSubject(
          String.valueOf(file.getFileName()),
          Files.size(file),
          Files.isRegularFile(file) ? sha256(file) : "",
          layout,
          seed,
          command,
          version);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(Path file) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the platform has no SHA-256", e);
    }
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      while (in.read(buffer) >= 0) {
        continue;
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
