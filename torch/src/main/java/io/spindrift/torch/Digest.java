package io.spindrift.torch;

import io.spindrift.numerics.UnusableInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of a file, shortened for names. */
final class Digest {
  private static final int SHOWN_BYTES = 6;

  static String of(Path file) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest, 0, SHOWN_BYTES);
    } catch (IOException e) {
      throw new UnusableInput(file + " cannot be read: " + e.getMessage(), e);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Digest() {}
}
