package io.spindrift.entropy.recorded;

import io.spindrift.entropy.BitSource;
import io.spindrift.entropy.PackedBits;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.random.StreamKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Bits recorded from a real chip, eight to a byte.
 *
 * <p>A block begins at a position that its key chooses uniformly and continues from the start of
 * the record after its end. Blocks therefore overlap as soon as more bits are asked for than were
 * recorded; {@link #recordedBits()} tells how many there are.
 */
public final class RecordedBits implements BitSource {
  /** Which bit of a byte came first. */
  public enum BitOrder {
    /** The least significant bit came first. */
    LEAST_SIGNIFICANT_FIRST,
    /** The most significant bit came first, as in the files of SP 800-22. */
    MOST_SIGNIFICANT_FIRST
  }

  private static final long POSITION = 0x9051_7104L;
  private static final long LARGEST_BYTES = 1L << 30;

  private final String name;
  private final long bitCount;
  private final long[] record;

  private RecordedBits(String name, byte[] bytes, BitOrder order) {
    this.name = name;
    this.bitCount = 8L * bytes.length;
    this.record = new long[(bytes.length + 7) / 8];
    for (int i = 0; i < bytes.length; i++) {
      int octet = bytes[i] & 0xFF;
      if (order == BitOrder.MOST_SIGNIFICANT_FIRST) {
        octet = Integer.reverse(octet) >>> 24;
      }
      record[i / 8] |= (long) octet << (8 * (i % 8));
    }
  }

  /**
   * Reads a file of packed bits.
   *
   * @throws UnusableInput when the file is absent, unreadable, empty or larger than 1 GiB
   */
  public static RecordedBits read(Path file, BitOrder order) {
    String accepted = "; a file of packed random bits (8 per byte, 1 byte to 1 GiB) is accepted";
    try {
      long size = Files.size(file);
      if (!Files.isRegularFile(file) || size == 0 || size > LARGEST_BYTES) {
        throw new UnusableInput(
            "recorded bits: "
                + file
                + " is no regular file or holds "
                + size
                + " bytes"
                + accepted);
      }
      return new RecordedBits(
          "recorded bits of " + file.getFileName() + " (" + 8 * size + " bits)",
          Files.readAllBytes(file),
          order);
    } catch (IOException e) {
      throw new UnusableInput("recorded bits: " + file + " cannot be read" + accepted, e);
    }
  }

  /** How many bits were recorded. */
  public long recordedBits() {
    return bitCount;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void fill(StreamKey key, long[] words, int count) {
    int length = PackedBits.wordsIn(words, count);
    long position = Long.remainderUnsigned(key.at(POSITION).high(), bitCount);
    for (int i = 0; i < length; i++) {
      words[i] = word(position);
      position = (position + 64) % bitCount;
    }
    PackedBits.clearSpare(words, count);
  }

  /** The 64 bits from {@code position} on, wrapping at the end of the record. */
  private long word(long position) {
    long result = 0;
    int have = 0;
    long at = position;
    while (have < 64) {
      int shift = (int) (at % 64);
      int take = (int) Math.min(Math.min(64 - have, 64 - shift), bitCount - at);
      result |= ((record[(int) (at / 64)] >>> shift) & PackedBits.lowest(take)) << have;
      have += take;
      at = (at + take) % bitCount;
    }
    return result;
  }
}
