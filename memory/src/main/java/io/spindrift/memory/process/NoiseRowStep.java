package io.spindrift.memory.process;

import io.spindrift.memory.array.FlipTable;
import io.spindrift.memory.operation.Bank;
import io.spindrift.memory.operation.IdealReset;
import io.spindrift.memory.operation.NoiseRows;
import io.spindrift.memory.operation.RowLogic;
import io.spindrift.numerics.random.RandomWords;

/**
 * A row of noise is reset, tossed and read, and the data cells below its ones are toggled.
 *
 * <p>With p the probability of the coin out of P, errors e0 and e1 of the read and toggle
 * probabilities t0, t1: m = p (1 - e1) + (1 - p) e0 is the share of toggled cells and (m t0, m t1)
 * the kernel. With an ideal toggle it is symmetric whatever the coin. The reset is taken to
 * succeed.
 */
record NoiseRowStep(KernelTable kernel, FlipTable coin) implements PlaneStep {
  /**
   * The step of a coin.
   *
   * @param pulse the pulse that tosses cells in P
   */
  static NoiseRowStep of(DialledPulse pulse, PlaneProcess.Periphery periphery) {
    TwoStateKernel toggle = periphery.toggle();
    TwoStateKernel errors = periphery.readErrors();
    KernelTable kernel =
        KernelTable.of(pulse.table())
            .map(coin -> {
              double p = coin.fromZero();
              double m = p * (1 - errors.fromOne()) + (1 - p) * errors.fromZero();
              return new TwoStateKernel(m * toggle.fromZero(), m * toggle.fromOne());
            });
    return new NoiseRowStep(kernel, pulse.table());
  }

  @Override
  public void apply(Bank bank, Rows rows, RandomWords random) {
    NoiseRows noise = new NoiseRows(bank, new IdealReset(), coin);
    RowLogic logic = new RowLogic(bank);
    for (int row = rows.from(); row < rows.to(); row++) {
      noise.fill(rows.noiseRow(), random);
      logic.xorInto(rows.noiseRow(), row, random);
    }
  }
}
