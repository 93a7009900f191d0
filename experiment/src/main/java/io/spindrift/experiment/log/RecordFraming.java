package io.spindrift.experiment.log;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Records in a file that is written at its end alone: length, checksum of the length, bytes,
 * checksum of the bytes; little-endian.
 *
 * <p>A checksum is the CRC-32C, rotated right by 15 bits, plus 0xa282ead8, so that a file of such
 * records may itself be a record. Source: tensorflow/tensorflow, {@code
 * tensorflow/core/lib/io/record_writer.h} and {@code tensorflow/core/lib/hash/crc32c.h}.
 */
final class RecordFraming {
  private static final int MASK_DELTA = 0xa282ead8;
  private static final int MASK_ROTATION = 15;
  private static final int HEADER_BYTES = Long.BYTES + Integer.BYTES;

  /** Bytes that a record needs besides its own. */
  static final int OVERHEAD = HEADER_BYTES + Integer.BYTES;

  /** Largest record that is read; a training step needs less than 300 bytes. */
  static final int LARGEST_BYTES = 1 << 16;

  /** Appends one record to {@code target}, which is little-endian and has room for it. */
  static void append(ByteBuffer target, byte[] record) {
    byte[] length =
        ByteBuffer.allocate(Long.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(record.length)
            .array();
    target.put(length).putInt(masked(length)).put(record).putInt(masked(record));
  }

  /**
   * Takes the next record, or returns null and leaves the position where it is when none follows
   * that is whole and sound.
   */
  static byte @Nullable [] next(ByteBuffer source) {
    int begin = source.position();
    byte[] record = source.remaining() < OVERHEAD ? null : whole(source);
    if (record == null) {
      source.position(begin);
    }
    return record;
  }

  private static byte @Nullable [] whole(ByteBuffer source) {
    byte[] length = new byte[Long.BYTES];
    source.get(length);
    if (source.getInt() != masked(length)) {
      return null;
    }
    long bytes = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (bytes < 0 || bytes > LARGEST_BYTES || source.remaining() < bytes + Integer.BYTES) {
      return null;
    }
    byte[] record = new byte[(int) bytes];
    source.get(record);
    return source.getInt() == masked(record) ? record : null;
  }

  private static int masked(byte[] bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes);
    return Integer.rotateRight((int) sum.getValue(), MASK_ROTATION) + MASK_DELTA;
  }

  private RecordFraming() {}
}
