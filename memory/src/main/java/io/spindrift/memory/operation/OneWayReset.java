package io.spindrift.memory.operation;

import io.spindrift.device.MagneticState;
import io.spindrift.memory.array.FlipTable;
import io.spindrift.memory.ledger.Action;
import io.spindrift.numerics.random.RandomWords;

/**
 * A reset by a pulse that leads to the parallel state from both, such as one whose amplitude passes
 * the threshold of one direction only (patent application US 2021/0390997, imec).
 *
 * <p>Effect: antiparallel cells flip, parallel ones stay. Error: as the table says, 1 - q_AP of the
 * antiparallel and q_P of the parallel cells. Counts: one reset pulse per cell, one row activation.
 *
 * @param pulse the probability that a cell flips: near 1 out of AP, near 0 out of P
 */
public record OneWayReset(FlipTable pulse) implements RowReset {
  @Override
  public void apply(Bank bank, int row, RandomWords random) {
    bank.pulse(row, null, pulse, Action.RESET_PULSE, random);
  }

  @Override
  public double left(Bank bank, int kind, double before) {
    int entry = pulse.kinds() == 1 ? 0 : kind;
    return before * (1 - pulse.probability(entry, MagneticState.ANTIPARALLEL))
        + (1 - before) * pulse.probability(entry, MagneticState.PARALLEL);
  }
}
