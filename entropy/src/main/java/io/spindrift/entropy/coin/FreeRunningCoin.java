package io.spindrift.entropy.coin;

import io.spindrift.device.MagneticState;
import io.spindrift.device.SwitchingModel;
import io.spindrift.entropy.BitSource;
import io.spindrift.entropy.PackedBits;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;

/**
 * Bits of a row that is pulsed again and again without reset; the state after each pulse is read.
 *
 * <p>Each cell is a two-state Markov chain with a = P(AP to P) and b = P(P to AP). Its bit (1 = AP)
 * has the stationary share b/(a+b) and the correlation 1-a-b from one read to the next. A block
 * stays in one row, which its key chooses; bit i comes from column i mod columns, so successive
 * reads of one cell lie {@code columns} bits apart. A block starts from the stationary state: the
 * blocks of a run are taken to lie many pulses apart.
 */
public final class FreeRunningCoin implements BitSource {
  private final String name;
  private final CellProbabilities fromAntiparallel;
  private final CellProbabilities fromParallel;
  private final CellProbabilities stationary;

  /**
   * A source over cells whose probabilities are known.
   *
   * @throws IllegalArgumentException when the two arrays differ in shape or a cell never switches
   */
  public FreeRunningCoin(
      String name, CellProbabilities fromAntiparallel, CellProbabilities fromParallel) {
    if (fromAntiparallel.cells() != fromParallel.cells()
        || fromAntiparallel.columns() != fromParallel.columns()) {
      throw new IllegalArgumentException("both directions must describe the same array");
    }
    this.name = name;
    this.fromAntiparallel = fromAntiparallel;
    this.fromParallel = fromParallel;
    double[] share = new double[fromParallel.cells()];
    for (int cell = 0; cell < share.length; cell++) {
      share[cell] = antiparallelShare(cell);
      if (Double.isNaN(share[cell])) {
        throw new IllegalArgumentException(
            "cell " + cell + " must switch in at least one direction, but never does");
      }
    }
    this.stationary = CellProbabilities.of(share, fromParallel.columns());
  }

  /** A source over {@code rows} x {@code columns} devices of the model. */
  public static FreeRunningCoin of(SwitchingModel model, CoinPulse pulse, int rows, int columns) {
    return new FreeRunningCoin(
        "free-running coin of " + model.name(),
        CellProbabilities.of(model, pulse.from(MagneticState.ANTIPARALLEL), rows, columns),
        CellProbabilities.of(model, pulse.from(MagneticState.PARALLEL), rows, columns));
  }

  /** Stationary share b/(a+b) of the antiparallel state in one cell. */
  public double antiparallelShare(int cell) {
    double b = fromParallel.probability(cell);
    return b / (fromAntiparallel.probability(cell) + b);
  }

  /** Correlation 1-a-b between successive reads of one cell. */
  public double lagOneCorrelation(int cell) {
    return 1 - fromAntiparallel.probability(cell) - fromParallel.probability(cell);
  }

  /** Mean of the stationary share over the cells: the expected fraction of ones. */
  public double meanShare() {
    return stationary.mean();
  }

  /** Bits between two reads of the same cell. */
  public int columns() {
    return stationary.columns();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void fill(StreamKey key, long[] words, int bitCount) {
    int count = PackedBits.wordsIn(words, bitCount);
    RandomStream stream = key.open();
    int rowWords = stationary.columns() / 64;
    int first = stationary.firstRow(key) * rowWords;
    for (int i = 0; i < Math.min(count, rowWords); i++) {
      words[i] = stationary.draw(first + i, stream);
    }
    for (int i = rowWords; i < count; i++) {
      long before = words[i - rowWords];
      words[i] =
          before
              ^ CellProbabilities.draw(
                  fromAntiparallel, fromParallel, before, first + i % rowWords, stream);
    }
    PackedBits.clearSpare(words, bitCount);
  }
}
