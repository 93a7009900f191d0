package io.spindrift.memory.process;

import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.FlipTable;
import io.spindrift.memory.ledger.Action;
import io.spindrift.numerics.random.RandomWords;

/**
 * A row of noise is reset, tossed and read, and the data cells below its ones are toggled.
 *
 * <p>With p the probability of the coin out of P, errors e0 and e1 of the read and toggle
 * probabilities t0, t1: m = p (1 - e1) + (1 - p) e0 is the share of toggled cells and (m t0, m t1)
 * the kernel. With an ideal toggle it is symmetric whatever the coin. The reset is taken to
 * succeed.
 */
record NoiseRowStep(
    KernelTable kernel, FlipTable coin, FlipTable toggle, PlaneProcess.Periphery periphery)
    implements PlaneStep {
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
    return new NoiseRowStep(
        kernel,
        pulse.table(),
        FlipTable.asymmetric(toggle.fromZero(), toggle.fromOne()),
        periphery);
  }

  @Override
  public void apply(CellArray array, Rows rows, RandomWords random, ActionTally tally) {
    long[] mask = new long[array.shape().rowWords()];
    long[] reset = new long[mask.length];
    long toggled = 0;
    for (int row = rows.from(); row < rows.to(); row++) {
      array.setRow(rows.noiseRow(), reset, 0);
      array.flip(rows.noiseRow(), null, coin, random);
      periphery.reader().read(array, rows.noiseRow(), mask, random);
      array.flip(row, mask, toggle, random);
      array.addWear(row, 1);
      for (long word : mask) {
        toggled += Long.bitCount(word);
      }
    }
    array.addWear(rows.noiseRow(), 2L * rows.count());
    long cells = (long) rows.count() * array.shape().columns();
    tally.add(Action.RESET_PULSE, cells);
    tally.add(Action.COIN_PULSE, cells);
    tally.add(Action.CELL_READ, cells);
    tally.add(Action.TOGGLE_PULSE, toggled);
    tally.add(Action.ROW_ACTIVATION, 4L * rows.count());
  }
}
