package io.spindrift.entropy.recorded;

import io.spindrift.entropy.PackedBits;
import io.spindrift.numerics.UnusableInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.StandardOpenOption;

/** Recorded bits that can be read at any position, outside the heap. */
sealed interface BitStore {
  /** Bits that are checked or packed at once. */
  int BLOCK_BITS = 1 << 19;

  /** How many bits there are. */
  long bitCount();

  /** Up to 64 bits from {@code position} on, the first in the lowest place; none beyond the end. */
  long word(long position);

  /**
   * Opens a record: files of packed bits and of bytes are mapped, characters are packed once into
   * memory outside the heap, an eighth of their size.
   *
   * @throws UnusableInput when the file has no end or holds what its format does not know
   */
  static BitStore of(BitRecord record) {
    if (!record.isSized()) {
      throw new UnusableInput(record.file() + " must be a regular file to be read at any position");
    }
    return switch (record.format()) {
      case PACKED -> new Packed(mapped(record), record.order());
      case BYTES -> Units.checked(record);
      case ASCII -> packed(record);
    };
  }

  private static MemorySegment mapped(BitRecord record) {
    try (FileChannel channel = FileChannel.open(record.file(), StandardOpenOption.READ)) {
      return channel.map(MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BitStore packed(BitRecord record) {
    ValueLayout.OfLong little = ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);
    long most = record.mostBits().orElseThrow();
    MemorySegment packed = Arena.ofAuto().allocate(Math.ceilDiv(most, 64) * 8, 8);
    long bits = 0;
    try (BitReader reader = record.open()) {
      boolean more = true;
      while (more) {
        long[] words = new long[BLOCK_BITS / 64];
        int count = reader.read(words, BLOCK_BITS);
        more = count == BLOCK_BITS;
        for (int w = 0; w < PackedBits.words(count); w++) {
          packed.set(little, bits / 8 + 8L * w, words[w]);
        }
        bits += count;
      }
    }
    if (bits == 0) {
      throw new UnusableInput(record.file() + " must hold bits, but holds only white space");
    }
    MemorySegment used = packed.asSlice(0, Math.ceilDiv(bits, 8));
    return new Packed(used, BitOrder.LEAST_SIGNIFICANT_FIRST, bits);
  }

  /** Eight bits to a byte. */
  record Packed(MemorySegment bytes, BitOrder order, long bitCount) implements BitStore {
    private static final ValueLayout.OfLong LITTLE =
        ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    Packed(MemorySegment bytes, BitOrder order) {
      this(bytes, order, 8 * bytes.byteSize());
    }

    @Override
    public long word(long position) {
      long first = position / 8;
      int shift = (int) (position % 8);
      long low = eight(first) >>> shift;
      return shift == 0 ? low : low | eight(first + 8) << (64 - shift);
    }

    /** The bits of eight bytes, zeros beyond the end. */
    private long eight(long first) {
      long left = bytes.byteSize() - first;
      long word = 0;
      if (left >= 8) {
        word = bytes.get(LITTLE, first);
      } else {
        for (int i = 0; i < left; i++) {
          word |= (bytes.get(ValueLayout.JAVA_BYTE, first + i) & 0xFFL) << (8 * i);
        }
      }
      return order == BitOrder.MOST_SIGNIFICANT_FIRST
          ? Long.reverse(Long.reverseBytes(word))
          : word;
    }
  }

  /** One bit to a byte. */
  record Units(MemorySegment bytes) implements BitStore {
    /** Maps a record after every byte of it has been found to be 0 or 1. */
    static Units checked(BitRecord record) {
      try (BitReader reader = record.open()) {
        while (reader.next(BLOCK_BITS).isPresent()) {
          continue;
        }
      }
      return new Units(mapped(record));
    }

    @Override
    public long bitCount() {
      return bytes.byteSize();
    }

    @Override
    public long word(long position) {
      long word = 0;
      int count = (int) Math.min(64, bytes.byteSize() - position);
      for (int i = 0; i < count; i++) {
        word |= (bytes.get(ValueLayout.JAVA_BYTE, position + i) & 1L) << i;
      }
      return word;
    }
  }
}
