package io.spindrift.memory;

import io.spindrift.entropy.BitSource;
import io.spindrift.entropy.conditioning.XorFold;
import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.random.StreamKey;

/** An XOR fold in the array's periphery: k - 1 exclusive-ors counted per output bit. */
public final class CountedXorFold implements BitSource {
  private final XorFold fold;
  private final Ledger.Stage stage;

  /** Counts the work of {@code fold} in the given stage. */
  public CountedXorFold(XorFold fold, Ledger.Stage stage) {
    this.fold = fold;
    this.stage = stage;
  }

  @Override
  public String name() {
    return fold.name();
  }

  @Override
  public void fill(StreamKey key, long[] words, int bitCount) {
    fold.fill(key, words, bitCount);
    stage.add(Action.XOR, (long) (fold.inputs() - 1) * bitCount);
  }
}
