package io.spindrift.memory;

import io.spindrift.entropy.BitSource;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.random.StreamKey;

/**
 * Random bits made in the memory itself, every pulse, read and row activation counted.
 *
 * <p>For equal cells and key the bits are those of {@link io.spindrift.entropy.ResetCoin}.
 */
public final class MemoryBitSource implements BitSource {
  private final VcMramArray array;
  private final Ledger.Stage stage;

  /** A source that charges its actions to the given stage. */
  public MemoryBitSource(VcMramArray array, Ledger.Stage stage) {
    this.array = array;
    this.stage = stage;
  }

  @Override
  public String name() {
    return "VC-MRAM array of " + array.rows() + " x " + array.columns() + " cells";
  }

  @Override
  public void fill(StreamKey key, long[] words, int bitCount) {
    array.drawBlock(key, words, bitCount, stage);
  }
}
