package io.spindrift.entropy.coin;

import io.spindrift.device.MagneticState;
import io.spindrift.device.SwitchingModel;
import io.spindrift.entropy.PackedBits;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.BernoulliCells;
import io.spindrift.numerics.random.RandomWords;
import io.spindrift.numerics.random.StreamKey;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Bits of a row that is pulsed again and again without reset; the state after each pulse is read.
 *
 * <p>Each cell is a two-state Markov chain with a = P(AP to P) and b = P(P to AP). Its bit (1 = AP)
 * has the stationary share b/(a+b) and the correlation 1-a-b from one read to the next. A block
 * stays in one row, which its key chooses; bit i comes from column i mod columns, so successive
 * reads of one cell lie {@code columns} bits apart. A block starts from the stationary state: the
 * blocks of a run are taken to lie many pulses apart.
 *
 * <p>With s_c the share of cell c, P(1) is the mean of s_c over the cells, and the mean product of
 * bits {@code lag} apart is the mean of s_c s_d, d being the column {@code lag} further around the
 * row; where that is the cell itself after k reads, (1-a-b)^k s_c (1-s_c) comes on top.
 */
public final class FreeRunningCoin implements StatedCoin {
  private static final int BLOCK = BernoulliCells.BLOCK;

  private final String name;
  private final CellProbabilities fromAntiparallel;
  private final CellProbabilities fromParallel;
  private final CellProbabilities stationary;
  private final List<Row> rows;

  /** One row of cells: how they leave either state, and how they are found. */
  private record Row(
      BernoulliCells fromAntiparallel, BernoulliCells fromParallel, BernoulliCells stationary) {}

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
    this.rows =
        IntStream.range(0, stationary.rows())
            .mapToObj(r -> new Row(fromAntiparallel.row(r), fromParallel.row(r), stationary.row(r)))
            .toList();
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

  /** Bits between two reads of the same cell. */
  public int columns() {
    return stationary.columns();
  }

  @Override
  public double probabilityOfOne() {
    return stationary.mean();
  }

  @Override
  public double correlation(int lag) {
    Require.atLeast("lag", lag, 1);
    int columns = columns();
    double sum = 0;
    for (int cell = 0; cell < stationary.cells(); cell++) {
      double share = stationary.probability(cell);
      int column = (int) ((cell % columns + (long) lag) % columns);
      sum += share * stationary.probability(cell - cell % columns + column);
      if (lag % columns == 0) {
        sum += Math.pow(lagOneCorrelation(cell), lag / columns) * share * (1 - share);
      }
    }
    return StatedCoin.correlation(sum / stationary.cells(), probabilityOfOne());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void fill(StreamKey key, long[] words, int bitCount) {
    int count = PackedBits.wordsIn(words, bitCount);
    RandomWords stream = RandomWords.open(key);
    Row row = rows.get(stationary.firstRow(key));
    int rowWords = row.stationary().words();
    row.stationary().draw(0, stream, words, 0, Math.min(count, rowWords));
    long[] setToClear = new long[BLOCK];
    long[] clearToSet = new long[BLOCK];
    for (int at = rowWords; at < count; at += BLOCK) {
      row.fromAntiparallel().draw(at % rowWords, stream, setToClear, 0, BLOCK);
      row.fromParallel().draw(at % rowWords, stream, clearToSet, 0, BLOCK);
      for (int i = 0; i < Math.min(BLOCK, count - at); i++) {
        long before = words[at + i - rowWords];
        words[at + i] = (before & ~setToClear[i]) | (~before & clearToSet[i]);
      }
    }
    PackedBits.clearSpare(words, bitCount);
  }
}
