package io.spindrift.experiment.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/** Reads framed records one by one from a file of any length, up to the first damaged one. */
final class RecordReader {
  private final FileChannel channel;
  private final ByteBuffer window =
      ByteBuffer.allocate(4 * (RecordFraming.LARGEST_BYTES + RecordFraming.OVERHEAD))
          .order(ByteOrder.LITTLE_ENDIAN)
          .limit(0);
  private byte[] bytes = {};
  private long position;

  RecordReader(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the next record; false when none follows that is whole and sound. */
  boolean advance() throws IOException {
    byte[] next = RecordFraming.next(window);
    if (next == null && refilled()) {
      next = RecordFraming.next(window);
    }
    return taken(next);
  }

  private boolean taken(byte @Nullable [] next) {
    if (next == null) {
      return false;
    }
    bytes = next;
    position += next.length + RecordFraming.OVERHEAD;
    return true;
  }

  /** Fills the window as far as the file goes; false when nothing was added. */
  private boolean refilled() throws IOException {
    window.compact();
    int before = window.position();
    while (window.hasRemaining() && channel.read(window) >= 0) {
      // A read may stop short of the window.
    }
    boolean more = window.position() > before;
    window.flip();
    return more;
  }

  /** The record taken last. */
  byte[] bytes() {
    return bytes;
  }

  /** Where the record taken last ends in the file. */
  long position() {
    return position;
  }
}
