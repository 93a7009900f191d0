package io.spindrift.numerics.file;

import io.spindrift.numerics.UnusableInput;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file read from its beginning, unpacked on the way when it is gzip.
 *
 * <p>Memory grows with the bytes that are really there, never with what a header claims. Every
 * failure is an {@link UnusableInput} that names the file.
 */
public final class ByteFile implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final int FIRST_BLOCK = 1 << 20;

  private final Path path;
  private final InputStream in;

  private ByteFile(Path path, InputStream in) {
    this.path = path;
    this.in = in;
  }

  /**
   * Opens a file at its beginning.
   *
   * @throws UnusableInput when it is no file or cannot be read
   */
  public static ByteFile open(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new UnusableInput(path + " must be a file, but there is none");
    }
    try {
      BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(path), BUFFER);
      try {
        raw.mark(2);
        boolean packed = raw.read() == 0x1F && raw.read() == 0x8B;
        raw.reset();
        return new ByteFile(
            path, packed ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER) : raw);
      } catch (IOException e) {
        raw.close();
        throw e;
      }
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /**
   * A file within another one, such as an entry of an archive.
   *
   * @param path how refusals name it
   * @param in its bytes; closed with this
   */
  public static ByteFile of(Path path, InputStream in) {
    return new ByteFile(path, in);
  }

  /** Where the file is. */
  public Path path() {
    return path;
  }

  /** The first bytes of a file, fewer when it is shorter. */
  public static byte[] beginning(Path path, int length) {
    try (ByteFile file = open(path)) {
      return file.upTo(length);
    }
  }

  /** The next bytes, fewer when the file ends before. */
  public byte[] upTo(int length) {
    byte[] bytes = new byte[Math.min(length, FIRST_BLOCK)];
    int filled = 0;
    try {
      while (true) {
        int read = in.readNBytes(bytes, filled, bytes.length - filled);
        filled += read;
        if (filled < bytes.length || filled == length) {
          return filled == bytes.length ? bytes : Arrays.copyOf(bytes, filled);
        }
        bytes = Arrays.copyOf(bytes, (int) Math.min(2L * bytes.length, length));
      }
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /** The next bytes, refused when there are fewer. */
  public byte[] exactly(int length, String what) {
    byte[] bytes = upTo(length);
    if (bytes.length < length) {
      throw new UnusableInput(
          path
              + " must hold "
              + length
              + " bytes of "
              + what
              + ", but ends after "
              + bytes.length
              + " of them");
    }
    return bytes;
  }

  /** Checks that nothing follows. */
  public void end(String what) {
    if (upTo(1).length > 0) {
      throw new UnusableInput(path + " must end after " + what + ", but holds further bytes");
    }
  }

  private static UnusableInput unreadable(Path path, IOException e) {
    String why =
        switch (e) {
          case EOFException _ -> "its gzip data are truncated; a complete file is needed";
          case ZipException _ -> "its gzip data are damaged (" + e.getMessage() + ")";
          default -> FileTrouble.reason(e);
        };
    return new UnusableInput(path + " cannot be read: " + why, e);
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }
}
