package io.spindrift.entropy.recorded;

import io.spindrift.entropy.BitSource;
import io.spindrift.entropy.PackedBits;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.random.StreamKey;
import java.util.Arrays;

/**
 * The bits of a record from its first to its last, each given once.
 *
 * <p>This source leaves the contract of {@link BitSource} in one point: a block is what follows the
 * block before it, whatever its key, so that blocks must be asked for one after another and by one
 * thread. It serves to condition a record or to write it in another format.
 */
public final class RecordInOrder implements BitSource, AutoCloseable {
  private final BitRecord record;
  private final BitReader reader;

  /** Opens the record at its first bit. */
  public RecordInOrder(BitRecord record) {
    this.record = record;
    this.reader = record.open();
  }

  /** Bits given so far. */
  public long position() {
    return reader.position();
  }

  @Override
  public String name() {
    return "record " + record.file().getFileName();
  }

  /**
   * Gives the next {@code bitCount} bits.
   *
   * @throws UnusableInput when fewer are left
   */
  @Override
  public void fill(StreamKey key, long[] words, int bitCount) {
    Arrays.fill(words, 0, PackedBits.wordsIn(words, bitCount), 0);
    if (reader.read(words, bitCount) < bitCount) {
      throw new UnusableInput(
          record.file()
              + " must hold more bits than its "
              + reader.position()
              + "; a longer record, fewer bits or a conditioner of a higher rate would be"
              + " accepted");
    }
  }

  @Override
  public void close() {
    reader.close();
  }
}
