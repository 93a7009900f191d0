package io.spindrift.memory.process;

import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.FlipTable;
import io.spindrift.memory.ledger.Action;
import io.spindrift.numerics.random.RandomWords;

/** One pulse on every cell: kernel (a, b). */
record PlainStep(KernelTable kernel, FlipTable pulse) implements PlaneStep {
  static PlainStep of(DialledPulse pulse) {
    return new PlainStep(KernelTable.of(pulse.table()), pulse.table());
  }

  @Override
  public void apply(CellArray array, Rows rows, RandomWords random, ActionTally tally) {
    PlaneStep.flip(array, rows, pulse, random);
    tally.add(Action.COIN_PULSE, (long) rows.count() * array.shape().columns());
    tally.add(Action.ROW_ACTIVATION, rows.count());
  }
}
