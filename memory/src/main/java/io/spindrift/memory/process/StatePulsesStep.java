package io.spindrift.memory.process;

import io.spindrift.memory.array.FlipTable;
import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.operation.Bank;
import io.spindrift.numerics.random.RandomWords;

/**
 * Cells are read; those read as 0 get one pulse, those read as 1 another, each of the width that
 * flips its own state with the wanted probability.
 *
 * <p>With (a0, b0) and (a1, b1) the flip probabilities of the two pulses and errors e0, e1 of the
 * read, the kernel is ((1 - e0) a0 + e0 a1, (1 - e1) b1 + e1 b0).
 */
record StatePulsesStep(KernelTable kernel, FlipTable onZeros, FlipTable onOnes)
    implements PlaneStep {
  static StatePulsesStep of(DialledPulse onZeros, DialledPulse onOnes, TwoStateKernel errors) {
    KernelTable zeros = KernelTable.of(onZeros.table());
    KernelTable ones = KernelTable.of(onOnes.table());
    KernelTable kernel =
        zeros.join(
            ones,
            (zero, one) ->
                new TwoStateKernel(
                    mix(zero.fromZero(), one.fromZero(), errors.fromZero()),
                    mix(one.fromOne(), zero.fromOne(), errors.fromOne())));
    return new StatePulsesStep(kernel, onZeros.table(), onOnes.table());
  }

  private static double mix(double right, double wrong, double error) {
    return Math.min(1, (1 - error) * right + error * wrong);
  }

  @Override
  public void apply(Bank bank, Rows rows, RandomWords random) {
    long[] ones = new long[bank.rowWords()];
    long[] zeros = new long[ones.length];
    for (int row = rows.from(); row < rows.to(); row++) {
      bank.sense(row, ones, random);
      for (int i = 0; i < ones.length; i++) {
        zeros[i] = ~ones[i];
      }
      bank.pulse(row, zeros, onZeros, Action.COIN_PULSE, random);
      bank.pulse(row, ones, onOnes, Action.COIN_PULSE, random);
    }
  }
}
