package io.spindrift.entropy.recorded;

import io.spindrift.numerics.UnusableInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * A file of recorded bits and how they are laid out in it.
 *
 * @param file where the bits are; a regular file, or a device or pipe that is read once
 * @param format how they are laid out
 * @param order which bit of a byte came first, in packed files
 */
public record BitRecord(Path file, RecordFormat format, BitOrder order) {
  private static final int PEEKED_BYTES = 4096;
  private static final int FEWEST_UNIT_BYTES = 64;

  /**
   * Checks that the file can be read and is not empty.
   *
   * @throws UnusableInput when it is absent, a folder, unreadable or empty
   */
  public BitRecord {
    if (!Files.exists(file)) {
      throw new UnusableInput(file + " must be a file of bits, but there is no such file");
    }
    if (Files.isDirectory(file)) {
      throw new UnusableInput(file + " must be a file of bits, but is a folder");
    }
    if (!Files.isReadable(file)) {
      throw new UnusableInput(file + " must be readable, but access is denied");
    }
    if (Files.isRegularFile(file) && size(file) == 0) {
      throw new UnusableInput(file + " must hold bits, but is empty");
    }
  }

  /** Whether the file has an end that is known before it is read. */
  public boolean isSized() {
    return Files.isRegularFile(file);
  }

  /**
   * How many bits the file holds, when its size tells; for characters only an upper bound, because
   * white space does not count.
   */
  public OptionalLong mostBits() {
    return isSized()
        ? OptionalLong.of(format == RecordFormat.PACKED ? 8 * size(file) : size(file))
        : OptionalLong.empty();
  }

  /**
   * The layout that the first bytes of the file suggest, when it is not the given one: characters
   * are taken for packed bits or for symbols only by mistake.
   *
   * @return {@code ASCII}, {@code BYTES} or the given format
   */
  public RecordFormat likelyFormat() {
    if (format == RecordFormat.ASCII || !isSized()) {
      return format;
    }
    int digits = 0;
    int blanks = 0;
    int ones = 0;
    int zeros = 0;
    byte[] first = firstBytes();
    for (byte value : first) {
      switch (value) {
        case '0', '1' -> digits++;
        case ' ', '\t', '\r', '\n', '\f' -> blanks++;
        case 0 -> zeros++;
        case 1 -> ones++;
        default -> {
          return format;
        }
      }
    }
    if (digits > 0 && digits + blanks == first.length) {
      return RecordFormat.ASCII;
    }
    boolean units = ones + zeros == first.length && ones > 0 && first.length >= FEWEST_UNIT_BYTES;
    return units ? RecordFormat.BYTES : format;
  }

  /** Opens the record at its start. */
  public BitReader open() {
    return new BitReader(this);
  }

  /** A decoder that has read nothing yet. */
  BitDecoder decoder() {
    return switch (format) {
      case PACKED -> new PackedDecoder(order);
      case BYTES -> new UnitByteDecoder(file);
      case ASCII -> new DigitDecoder(file);
    };
  }

  private byte[] firstBytes() {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(PEEKED_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
