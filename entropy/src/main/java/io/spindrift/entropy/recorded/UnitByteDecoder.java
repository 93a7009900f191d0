package io.spindrift.entropy.recorded;

import io.spindrift.numerics.UnusableInput;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Decodes one bit to a byte, its value 0 or 1.
 *
 * @param file where the bytes come from, for refusals
 */
record UnitByteDecoder(Path file) implements BitDecoder {
  /** Moves bit 8 i of a factor to bit 56 + i of the product, for i = 0 to 7, without carries. */
  static final long GATHER = 0x0102_0408_1020_4080L;

  private static final long NOT_UNIT = 0xFEFE_FEFE_FEFE_FEFEL;

  @Override
  public int bitsPerByte() {
    return 1;
  }

  @Override
  public int decode(byte[] bytes, int count, long position, long[] bits) {
    Arrays.fill(bits, 0, Math.ceilDiv(count, 64), 0);
    ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int i = 0;
    for (; i + 8 <= count; i += 8) {
      long eight = words.getLong(i);
      if ((eight & NOT_UNIT) != 0) {
        break;
      }
      bits[i >>> 6] |= ((eight * GATHER) >>> 56) << (i & 63);
    }
    for (; i < count; i++) {
      if ((bytes[i] & 0xFE) != 0) {
        throw refusal(bytes[i] & 0xFF, position + i);
      }
      bits[i >>> 6] |= (long) bytes[i] << (i & 63);
    }
    return count;
  }

  private UnusableInput refusal(int value, long position) {
    return new UnusableInput(
        file
            + " must hold one bit to a byte, 0 or 1, but byte "
            + position
            + " is "
            + value
            + (value == '0' || value == '1'
                ? "; --format ascii reads the characters 0 and 1"
                : "; --format packed reads eight bits to a byte, and wider symbols are for"
                    + " entropy assess"));
  }
}
