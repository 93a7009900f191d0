package io.spindrift.entropy.recorded;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Decodes eight bits to a byte.
 *
 * @param order which bit of a byte came first
 */
record PackedDecoder(BitOrder order) implements BitDecoder {
  @Override
  public int bitsPerByte() {
    return 8;
  }

  @Override
  public int decode(byte[] bytes, int count, long position, long[] bits) {
    int whole = count / 8;
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(bits, 0, whole);
    if (count % 8 != 0) {
      long last = 0;
      for (int i = 8 * whole; i < count; i++) {
        last |= (bytes[i] & 0xFFL) << (8 * (i % 8));
      }
      bits[whole] = last;
    }
    if (order == BitOrder.MOST_SIGNIFICANT_FIRST) {
      int words = Math.ceilDiv(count, 8);
      for (int w = 0; w < words; w++) {
        bits[w] = Long.reverse(Long.reverseBytes(bits[w]));
      }
    }
    return 8 * count;
  }
}
