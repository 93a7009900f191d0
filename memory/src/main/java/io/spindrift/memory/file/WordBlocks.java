package io.spindrift.memory.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;

/**
 * Words in a file, in blocks of at most 2^17 that each end with a checksum.
 *
 * <p>The checksum is CRC-32C over the number of the block and its words, so that blocks that change
 * places are noticed too. Every error burst of up to 32 bits changes it, and so does any one to
 * three flipped bits of a block (its Hamming distance is 4 at this length).
 */
final class WordBlocks {
  /** Words of a full block: 1 MiB. */
  static final int BLOCK_WORDS = 1 << 17;

  private final FileChannel channel;
  private final ByteBuffer buffer =
      ByteBuffer.allocate(Long.BYTES * BLOCK_WORDS + Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private long block;

  WordBlocks(FileChannel channel) {
    this.channel = channel;
  }

  /** Bytes of so many words with the checksums of their blocks. */
  static long bytes(long words) {
    return Long.BYTES * words + Integer.BYTES * Math.ceilDiv(words, (long) BLOCK_WORDS);
  }

  /** Writes one block, at most a full one. */
  void write(long[] words, int count) throws IOException {
    buffer.clear();
    for (int i = 0; i < count; i++) {
      buffer.putLong(words[i]);
    }
    buffer.putInt(checksum(buffer.position()));
    buffer.flip();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    block++;
  }

  /**
   * Reads one block, at most a full one.
   *
   * @return whether its checksum is right
   */
  boolean read(long[] words, int count) throws IOException {
    int bytes = Long.BYTES * count;
    buffer.clear().limit(bytes + Integer.BYTES);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new EOFException("it ends within its cells");
      }
    }
    buffer.flip();
    for (int i = 0; i < count; i++) {
      words[i] = buffer.getLong();
    }
    boolean right = buffer.getInt() == checksum(bytes);
    block++;
    return right;
  }

  private int checksum(int bytes) {
    CRC32C crc = new CRC32C();
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      crc.update((int) (block >>> shift) & 0xFF);
    }
    crc.update(buffer.array(), 0, bytes);
    return (int) crc.getValue();
  }
}
