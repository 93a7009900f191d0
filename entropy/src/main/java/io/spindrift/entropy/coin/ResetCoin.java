package io.spindrift.entropy.coin;

import io.spindrift.device.SwitchingModel;
import io.spindrift.entropy.BitSource;
import io.spindrift.entropy.PackedBits;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;

/**
 * Bits of an array whose cells are reset before every toss: reset, one pulse, read.
 *
 * <p>A bit is 1 when the pulse switched its cell, so P(1) = p_c and bits of one cell are
 * independent. The block's first row comes from its key and bit i is served by cell (first + i) mod
 * cells, see {@link CellProbabilities#firstRow}.
 */
public final class ResetCoin implements BitSource {
  private final String name;
  private final CellProbabilities cells;

  /** A source over cells whose probabilities are known. */
  public ResetCoin(String name, CellProbabilities cells) {
    this.name = name;
    this.cells = cells;
  }

  /** A source over {@code rows} x {@code columns} devices of the model. */
  public static ResetCoin of(SwitchingModel model, CoinPulse pulse, int rows, int columns) {
    return new ResetCoin(
        "reset coin of " + model.name(), CellProbabilities.of(model, pulse, rows, columns));
  }

  /** The cells with their probabilities. */
  public CellProbabilities cells() {
    return cells;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void fill(StreamKey key, long[] words, int bitCount) {
    int count = PackedBits.wordsIn(words, bitCount);
    RandomStream stream = key.open();
    int word = cells.firstRow(key) * (cells.columns() / 64);
    for (int i = 0; i < count; i++) {
      words[i] = cells.draw(word, stream);
      word = word + 1 == cells.words() ? 0 : word + 1;
    }
    PackedBits.clearSpare(words, bitCount);
  }
}
