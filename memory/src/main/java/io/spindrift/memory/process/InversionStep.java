package io.spindrift.memory.process;

import io.spindrift.memory.array.FlipTable;
import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.operation.Bank;
import io.spindrift.memory.operation.TogglePulse;
import io.spindrift.numerics.random.RandomWords;

/**
 * One pulse on every cell, then all cells are toggled; the flag that says which way up the plane is
 * stored turns whether or not a cell did.
 *
 * <p>With toggle probabilities t0 out of 0 and t1 out of 1 a plane stored upright sees (a, b)
 * followed by (1 - t0, 1 - t1), one stored inverted sees (b, a) followed by (1 - t1, 1 - t0). Two
 * steps of an ideal toggle make ((1 - a)(a + b), (1 - b)(a + b)): the bias of weak pulses is gone
 * up to a factor of (a + b)/(2 - a - b), that of a pulse with a + b = 1 is as large as before.
 */
record InversionStep(KernelTable kernel, FlipTable pulse) implements PlaneStep {
  static InversionStep of(DialledPulse pulse, TwoStateKernel toggle, boolean inverted) {
    TwoStateKernel error = new TwoStateKernel(1 - toggle.fromZero(), 1 - toggle.fromOne());
    KernelTable stored = KernelTable.of(pulse.table());
    KernelTable step =
        inverted
            ? stored.map(TwoStateKernel::inverted).then(KernelTable.of(error.inverted()))
            : stored.then(KernelTable.of(error));
    return new InversionStep(step, pulse.table());
  }

  @Override
  public void apply(Bank bank, Rows rows, RandomWords random) {
    TogglePulse toggle = new TogglePulse(bank);
    for (int row = rows.from(); row < rows.to(); row++) {
      bank.pulse(row, null, pulse, Action.COIN_PULSE, random);
      toggle.applyToAll(row, random);
    }
  }
}
