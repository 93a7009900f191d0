package io.spindrift.entropy.system;

import io.spindrift.entropy.BitSource;
import io.spindrift.entropy.PackedBits;
import io.spindrift.numerics.random.StreamKey;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.security.SecureRandom;

/**
 * Bits of the operating system's generator, for comparison with simulated and recorded ones.
 *
 * <p>Not reproducible: every call gives new bits, whatever the key, so a run that uses them cannot
 * be repeated. All other sources of this room can.
 */
public final class SystemBits implements BitSource {
  private static final int BUFFER_BYTES = 8192;

  private final SecureRandom random = new SecureRandom();

  @Override
  public String name() {
    return "operating system (" + random.getAlgorithm() + "), not reproducible";
  }

  /** Fills with new bits; the key is ignored. */
  @Override
  public void fill(StreamKey key, long[] words, int bitCount) {
    int count = PackedBits.wordsIn(words, bitCount);
    byte[] bytes = new byte[Math.min(BUFFER_BYTES, Long.BYTES * count)];
    LongBuffer longs = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
    for (int at = 0; at < count; at += longs.capacity()) {
      random.nextBytes(bytes);
      longs.get(0, words, at, Math.min(longs.capacity(), count - at));
    }
    PackedBits.clearSpare(words, bitCount);
  }
}
