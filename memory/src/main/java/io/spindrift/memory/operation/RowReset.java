package io.spindrift.memory.operation;

import io.spindrift.numerics.random.RandomWords;

/**
 * How a row is brought to the parallel state.
 *
 * <p>A voltage-controlled pulse of one polarity toggles a cell and cannot set it. So there are two
 * real ways: sense the row and toggle the cells found antiparallel ({@link SensedReset}), or a
 * second kind of pulse that leads to one state from both ({@link OneWayReset}). {@link IdealReset}
 * is the second without errors.
 */
public sealed interface RowReset permits IdealReset, OneWayReset, SensedReset {
  /** Brings every cell of a row to the parallel state, as far as it succeeds. */
  void apply(Bank bank, int row, RandomWords random);

  /**
   * The expected share of cells of one kind that are antiparallel afterwards when rows are read
   * without error.
   *
   * @param before share that was antiparallel
   */
  double left(Bank bank, int kind, double before);
}
