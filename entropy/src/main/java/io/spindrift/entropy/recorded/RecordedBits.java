package io.spindrift.entropy.recorded;

import io.spindrift.entropy.BitSource;
import io.spindrift.entropy.PackedBits;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.random.StreamKey;
import java.nio.file.Path;

/**
 * Bits recorded from a real chip, as a source.
 *
 * <p>A block begins at a position that its key chooses uniformly and continues from the start of
 * the record after its end. Blocks therefore overlap as soon as more bits are asked for than were
 * recorded; {@link #recordedBits()} tells how many there are. The file is mapped, not loaded, and
 * must not change while it is used.
 */
public final class RecordedBits implements BitSource {
  private static final long POSITION = 0x9051_7104L;

  private final String name;
  private final BitStore store;

  private RecordedBits(String name, BitStore store) {
    this.name = name;
    this.store = store;
  }

  /**
   * Opens a file of packed bits.
   *
   * @throws UnusableInput when the file is absent, a folder, unreadable or empty
   */
  public static RecordedBits read(Path file, BitOrder order) {
    return read(new BitRecord(file, RecordFormat.PACKED, order));
  }

  /**
   * Opens a record of any format.
   *
   * @throws UnusableInput when the file has no end or holds what its format does not know
   */
  public static RecordedBits read(BitRecord record) {
    BitStore store = BitStore.of(record);
    return new RecordedBits(
        "recorded bits of " + record.file().getFileName() + " (" + store.bitCount() + " bits)",
        store);
  }

  /** How many bits were recorded. */
  public long recordedBits() {
    return store.bitCount();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void fill(StreamKey key, long[] words, int count) {
    int length = PackedBits.wordsIn(words, count);
    long recorded = store.bitCount();
    long position = Long.remainderUnsigned(key.at(POSITION).high(), recorded);
    for (int i = 0; i < length; i++) {
      words[i] = position <= recorded - 64 ? store.word(position) : wrapped(position);
      position = (position + 64) % recorded;
    }
    PackedBits.clearSpare(words, count);
  }

  /** The 64 bits from {@code position} on, wrapping at the end of the record. */
  private long wrapped(long position) {
    long result = 0;
    int have = 0;
    long at = position;
    while (have < 64) {
      int take = (int) Math.min(64 - have, store.bitCount() - at);
      result |= (store.word(at) & PackedBits.lowest(take)) << have;
      have += take;
      at = (at + take) % store.bitCount();
    }
    return result;
  }
}
