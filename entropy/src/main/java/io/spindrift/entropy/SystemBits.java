package io.spindrift.entropy;

import io.spindrift.numerics.random.StreamKey;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.SecureRandom;

/**
 * Random bits of the operating system, through the platform's {@link SecureRandom}.
 *
 * <p>They cannot be repeated: a block does not depend on its key, the one exception to the contract
 * of {@link BitSource}.
 */
public final class SystemBits implements BitSource {
  private final SecureRandom random = new SecureRandom();

  @Override
  public String name() {
    return "operating system (" + random.getAlgorithm() + ")";
  }

  @Override
  public void fill(StreamKey key, long[] words, int bitCount) {
    int count = PackedBits.wordsIn(words, bitCount);
    byte[] bytes = new byte[Math.multiplyExact(8, count)];
    random.nextBytes(bytes);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(words, 0, count);
    PackedBits.clearSpare(words, bitCount);
  }
}
