package io.spindrift.memory.operation;

import io.spindrift.device.MagneticState;
import io.spindrift.memory.array.FlipTable;
import io.spindrift.memory.ledger.Action;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.random.RandomWords;
import io.spindrift.numerics.random.StreamKey;
import java.util.BitSet;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A pulse whose outcome is random, on any set of rows at once.
 *
 * <p>Effect: every pulsed cell flips with the probability of its kind and state, independently of
 * all others; {@link FlipTable#ofPulse} asks a switching model for it and {@link FlipTable#uniform}
 * states it.
 *
 * <p>Error: none apart from the table, which is the operation. The share of ones after n pulses is
 * {@link #shareOfOnes}.
 *
 * <p>Counts: one coin pulse per pulsed cell, one row activation per row.
 */
public final class StochasticPulse {
  private final Bank bank;
  private final FlipTable coin;

  /** Pulses rows of the bank. */
  public StochasticPulse(Bank bank, FlipTable coin) {
    Bank.requireKinds(bank.array(), coin);
    this.bank = bank;
    this.coin = coin;
  }

  /** Pulses the cells of a packed mask in one row, all when null. */
  public void apply(int row, long @Nullable [] mask, RandomWords random) {
    bank.pulse(row, mask, coin, Action.COIN_PULSE, random);
  }

  /** Pulses rows [fromRow, toRow); the outcome depends on the key, not on the threads. */
  public void apply(int fromRow, int toRow, StreamKey key, Workers workers) {
    Objects.checkFromToIndex(fromRow, toRow, bank.array().shape().rows());
    bank.array().flip(fromRow, toRow, coin, key, workers);
    bank.array().addWear(fromRow, toRow, 1);
    bank.countWholeRows(Action.COIN_PULSE, toRow - fromRow);
  }

  /** Pulses the rows of a list, different and in rising order. */
  public void apply(int[] rows, StreamKey key, Workers workers) {
    RowBlocks.requireRising(rows, bank.array().shape().rows());
    RowBlocks.forEach(
        rows, bank.columns(), key, workers, (row, random) -> apply(row, null, random));
  }

  /** Pulses the rows of a set. */
  public void apply(BitSet rows, StreamKey key, Workers workers) {
    apply(rows.stream().toArray(), key, workers);
  }

  /**
   * The expected share of antiparallel cells after n pulses:
   *
   * <pre>s + (before - s) (1 - a - b)^n, s = a / (a + b)</pre>
   *
   * <p>with the chance a of leaving P and b of leaving AP, averaged over the kinds of cells.
   *
   * @param before share of antiparallel cells before, the same in every kind
   * @param pulses n, zero or more
   */
  public double shareOfOnes(double before, int pulses) {
    Require.inRange("share of ones before", before, 0, 1, "");
    Require.atLeast("pulses", pulses, 0);
    return IntStream.range(0, coin.kinds())
        .mapToDouble(kind ->
            TwoStateChain.ones(
                before,
                coin.probability(kind, MagneticState.PARALLEL),
                coin.probability(kind, MagneticState.ANTIPARALLEL),
                pulses))
        .average()
        .orElseThrow();
  }
}
