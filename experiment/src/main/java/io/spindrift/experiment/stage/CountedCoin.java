package io.spindrift.experiment.stage;

import io.spindrift.entropy.BitSource;
import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.random.StreamKey;

/**
 * Software bits charged like those of an array: one reset, one coin pulse and one read a bit, three
 * activations a row.
 *
 * @param bits the bits
 * @param columns bits of one row
 * @param stage where they are charged
 */
record CountedCoin(BitSource bits, int columns, Ledger.Stage stage) implements BitSource {
  @Override
  public String name() {
    return bits.name();
  }

  @Override
  public void fill(StreamKey key, long[] words, int bitCount) {
    bits.fill(key, words, bitCount);
    stage.add(Action.RESET_PULSE, bitCount);
    stage.add(Action.COIN_PULSE, bitCount);
    stage.add(Action.CELL_READ, bitCount);
    stage.add(Action.ROW_ACTIVATION, 3L * Math.ceilDiv(bitCount, columns));
  }
}
