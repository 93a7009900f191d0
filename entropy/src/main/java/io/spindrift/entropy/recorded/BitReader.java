package io.spindrift.entropy.recorded;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.PackedBits;
import io.spindrift.numerics.Require;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Reads the bits of a record one after another through a buffer of fixed size, so that a file of
 * any length needs the memory of one sequence. Not safe for several threads at once.
 *
 * <p>The buffer is decoded whole: a byte that the format does not know is refused up to one buffer
 * before the sequence that holds it.
 */
public final class BitReader implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 16;

  private final BitRecord record;
  private final FileChannel channel;
  private final BitDecoder decoder;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
  private final long[] decoded;
  private int decodedBits;
  private int at;
  private long bytesRead;
  private long position;

  BitReader(BitRecord record) {
    this.record = record;
    this.decoder = record.decoder();
    this.decoded = new long[PackedBits.words(BUFFER_BYTES * decoder.bitsPerByte())];
    try {
      this.channel = FileChannel.open(record.file(), StandardOpenOption.READ);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bits read or skipped so far. */
  public long position() {
    return position;
  }

  /**
   * The next {@code length} bits, or nothing when fewer are left; {@link #position()} then tells
   * how many bits the record holds.
   *
   * @throws io.spindrift.numerics.UnusableInput when the file holds what its format does not know
   */
  public Optional<BitSequence> next(int length) {
    Require.atLeast("sequence length", length, 1);
    long[] words = new long[PackedBits.words(length)];
    return read(words, length) == length
        ? Optional.of(BitSequence.of(words, length))
        : Optional.empty();
  }

  /** Reads up to {@code length} bits into words that are zero, and tells how many there were. */
  int read(long[] words, int length) {
    int have = 0;
    while (have < length && (at < decodedBits || refill())) {
      int take = Math.min(length - have, decodedBits - at);
      copy(decoded, at, words, have, take);
      at += take;
      have += take;
    }
    position += have;
    return have;
  }

  /**
   * Passes over bits.
   *
   * @return how many were there: {@code bits}, or fewer at the end of the record
   */
  public long skip(long bits) {
    Require.atLeast("skipped bits", bits, 0);
    long skipped = seek(bits);
    while (skipped < bits && (at < decodedBits || refill())) {
      int take = (int) Math.min(bits - skipped, decodedBits - at);
      at += take;
      skipped += take;
    }
    position += skipped;
    return skipped;
  }

  /** Reads what is left and tells how many bits the record holds. */
  public long countAll() {
    skip(Long.MAX_VALUE - position);
    return position;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Jumps over whole buffers where the place of a bit is known; never beyond the end. */
  private long seek(long bits) {
    if (record.format() == RecordFormat.ASCII || !record.isSized() || bytesRead > 0) {
      return 0;
    }
    long wanted = Math.min(bits, record.mostBits().orElse(0));
    long bytes = wanted / decoder.bitsPerByte() / 8 * 8;
    try {
      channel.position(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    bytesRead = bytes;
    return bytes * decoder.bitsPerByte();
  }

  /** Decodes the next buffer that holds any bit; false at the end. */
  private boolean refill() {
    at = 0;
    decodedBits = 0;
    while (decodedBits == 0) {
      buffer.clear();
      try {
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
          continue;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      int count = buffer.position();
      if (count == 0) {
        return false;
      }
      decodedBits = decoder.decode(buffer.array(), count, bytesRead, decoded);
      bytesRead += count;
    }
    return true;
  }

  private static void copy(long[] from, int fromBit, long[] to, int toBit, int count) {
    int done = 0;
    while (done < count) {
      int target = toBit + done;
      int take = Math.min(64 - (target & 63), count - done);
      int source = fromBit + done;
      int shift = source & 63;
      long word = from[source >>> 6] >>> shift;
      if (shift != 0 && shift + take > 64) {
        word |= from[(source >>> 6) + 1] << (64 - shift);
      }
      to[target >>> 6] |= (word & PackedBits.lowest(take)) << (target & 63);
      done += take;
    }
  }
}
