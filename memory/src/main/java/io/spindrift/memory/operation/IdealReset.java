package io.spindrift.memory.operation;

import io.spindrift.device.MagneticState;
import io.spindrift.memory.ledger.Action;
import io.spindrift.numerics.random.RandomWords;

/**
 * A reset that always succeeds.
 *
 * <p>Effect: every cell that is not stuck is parallel. Error: none. Counts: one reset pulse per
 * cell, one row activation; the row's wear grows by one.
 */
public record IdealReset() implements RowReset {
  @Override
  public void apply(Bank bank, int row, RandomWords random) {
    bank.array().fill(row, row + 1, MagneticState.PARALLEL);
    bank.array().addWear(row, 1);
    bank.countWholeRows(Action.RESET_PULSE, 1);
  }

  @Override
  public double left(Bank bank, int kind, double before) {
    return 0;
  }
}
