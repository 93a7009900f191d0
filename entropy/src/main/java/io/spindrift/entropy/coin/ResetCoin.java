package io.spindrift.entropy.coin;

import io.spindrift.device.SwitchingModel;
import io.spindrift.entropy.PackedBits;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.RandomWords;
import io.spindrift.numerics.random.StreamKey;

/**
 * Bits of an array whose cells are reset before every toss: reset, one pulse, read.
 *
 * <p>A bit is 1 when the pulse switched its cell, so P(1) = p_c and bits of one cell are
 * independent. The block's first row comes from its key and bit i is served by cell (first + i) mod
 * cells, see {@link CellProbabilities#firstRow}. Over all blocks P(1) is the mean of p_c, and the
 * mean product of two bits is that of p_c and p_{c+lag}, numbers taken around the array: cells that
 * differ make bits that are alike whenever a cell comes round again.
 */
public final class ResetCoin implements StatedCoin {
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
  public double probabilityOfOne() {
    return cells.mean();
  }

  @Override
  public double correlation(int lag) {
    Require.atLeast("lag", lag, 1);
    double sum = 0;
    for (int cell = 0; cell < cells.cells(); cell++) {
      int other = (int) ((cell + (long) lag) % cells.cells());
      sum += cells.probability(cell) * cells.probability(other);
    }
    return StatedCoin.correlation(sum / cells.cells(), probabilityOfOne());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void fill(StreamKey key, long[] words, int bitCount) {
    int count = PackedBits.wordsIn(words, bitCount);
    int first = cells.firstRow(key) * (cells.columns() / 64);
    cells.draw(first, RandomWords.open(key), words, 0, count);
    PackedBits.clearSpare(words, bitCount);
  }
}
