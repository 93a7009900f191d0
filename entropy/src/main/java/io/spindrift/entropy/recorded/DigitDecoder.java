package io.spindrift.entropy.recorded;

import io.spindrift.numerics.UnusableInput;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Decodes the characters 0 and 1; spaces, tabs and line ends of any system between them are passed
 * over. One decoder reads one file from its start on, because it counts the lines.
 */
final class DigitDecoder implements BitDecoder {
  private static final long ZEROS = 0x3030_3030_3030_3030L;
  private static final long NOT_UNIT = 0xFEFE_FEFE_FEFE_FEFEL;

  private final Path file;
  private long line = 1;

  DigitDecoder(Path file) {
    this.file = file;
  }

  @Override
  public int bitsPerByte() {
    return 1;
  }

  @Override
  public int decode(byte[] bytes, int count, long position, long[] bits) {
    Arrays.fill(bits, 0, Math.ceilDiv(count, 64), 0);
    ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int found = 0;
    int i = 0;
    while (i < count) {
      if (i + 8 <= count) {
        long eight = words.getLong(i) ^ ZEROS;
        if ((eight & NOT_UNIT) == 0) {
          append(bits, found, (eight * UnitByteDecoder.GATHER) >>> 56);
          found += 8;
          i += 8;
          continue;
        }
      }
      switch (bytes[i]) {
        case '0' -> found++;
        case '1' -> append(bits, found++, 1);
        case '\n' -> line++;
        case ' ', '\t', '\r', '\f' -> {}
        default -> throw refusal(bytes[i] & 0xFF, position + i);
      }
      i++;
    }
    return found;
  }

  /** Adds up to eight bits at bit {@code at}, which may cross the end of a word. */
  private static void append(long[] bits, int at, long more) {
    int shift = at & 63;
    bits[at >>> 6] |= more << shift;
    if (shift > 56 && more >>> (64 - shift) != 0) {
      bits[(at >>> 6) + 1] |= more >>> (64 - shift);
    }
  }

  private UnusableInput refusal(int value, long position) {
    return new UnusableInput(
        file
            + " must hold only the characters 0 and 1 and white space, but "
            + (value > ' ' && value < 127 ? "'" + (char) value + "'" : "a byte of value " + value)
            + " stands at byte "
            + position
            + ", line "
            + line
            + (value <= 1
                ? "; --format bytes reads one bit to a byte"
                : "; --format packed reads eight bits to a byte"));
  }
}
