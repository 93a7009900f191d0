package io.spindrift.memory.process;

import io.spindrift.memory.array.FlipTable;
import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.operation.Bank;
import io.spindrift.numerics.random.RandomWords;

/** One pulse on every cell: kernel (a, b). */
record PlainStep(KernelTable kernel, FlipTable pulse) implements PlaneStep {
  static PlainStep of(DialledPulse pulse) {
    return new PlainStep(KernelTable.of(pulse.table()), pulse.table());
  }

  @Override
  public void apply(Bank bank, Rows rows, RandomWords random) {
    for (int row = rows.from(); row < rows.to(); row++) {
      bank.pulse(row, null, pulse, Action.COIN_PULSE, random);
    }
  }
}
