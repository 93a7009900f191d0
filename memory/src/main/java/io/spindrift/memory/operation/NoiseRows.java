package io.spindrift.memory.operation;

import io.spindrift.device.MagneticState;
import io.spindrift.memory.array.FlipTable;
import io.spindrift.memory.ledger.Action;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.random.RandomWords;
import io.spindrift.numerics.random.StreamKey;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Rows of fresh random bits: reset, then one coin pulse.
 *
 * <p>Effect: every cell is antiparallel with the probability c_P that the coin pulse flips it out
 * of P, whatever it held.
 *
 * <p>Error: a share w that the reset left antiparallel flips with c_AP instead, so the share of
 * ones is (1 - w) c_P + w (1 - c_AP), and through w it remembers what the row held.
 *
 * <p>Counts per row of c cells: those of the reset, c coin pulses, one row activation. Nothing is
 * read.
 */
public final class NoiseRows {
  private final Bank bank;
  private final RowReset reset;
  private final FlipTable coin;

  /** Fills rows of the bank. */
  public NoiseRows(Bank bank, RowReset reset, FlipTable coin) {
    Bank.requireKinds(bank.array(), coin);
    this.bank = bank;
    this.reset = reset;
    this.coin = coin;
  }

  /** Fills one row. */
  public void fill(int row, RandomWords random) {
    reset.apply(bank, row, random);
    bank.pulse(row, null, coin, Action.COIN_PULSE, random);
  }

  /** Fills rows [fromRow, toRow); the bits depend on the key, not on the threads. */
  public void fill(int fromRow, int toRow, StreamKey key, Workers workers) {
    Objects.checkFromToIndex(fromRow, toRow, bank.array().shape().rows());
    int[] rows = IntStream.range(fromRow, toRow).toArray();
    RowBlocks.forEach(rows, bank.columns(), key, workers, this::fill);
  }

  /**
   * The expected share of ones when rows are read without error.
   *
   * @param before share of antiparallel cells before the reset, the same in every kind
   */
  public double shareOfOnes(double before) {
    Require.inRange("share of ones before", before, 0, 1, "");
    return IntStream.range(0, bank.array().kinds().count())
        .mapToDouble(kind -> shareOfOnes(kind, before))
        .average()
        .orElseThrow();
  }

  private double shareOfOnes(int kind, double before) {
    int entry = coin.kinds() == 1 ? 0 : kind;
    double left = reset.left(bank, kind, before);
    return (1 - left) * coin.probability(entry, MagneticState.PARALLEL)
        + left * (1 - coin.probability(entry, MagneticState.ANTIPARALLEL));
  }
}
