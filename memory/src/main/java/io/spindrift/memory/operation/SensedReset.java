package io.spindrift.memory.operation;

import io.spindrift.device.MagneticState;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.RandomWords;

/**
 * A reset by the toggle pulse alone: sense the row, toggle the cells found antiparallel, and again.
 *
 * <p>Effect: cells that read as parallel are left alone, the others toggle. Reading before a
 * precessional write is the scheme of Lee et al., IEEE Trans. Magn. 51, no. 5 (2015).
 *
 * <p>Error: without misreading, (1 - q_AP)^r of the antiparallel cells are left after r rounds. A
 * parallel cell that is misread toggles away, which the next round repairs and the last does not.
 *
 * <p>Counts per round: one read per cell, one toggle pulse per cell found antiparallel, two row
 * activations. All rounds are counted, also those that find nothing to do.
 *
 * @param rounds r, at least one
 */
public record SensedReset(int rounds) implements RowReset {
  /** Checks that there is a round. */
  public SensedReset {
    Require.inRange("rounds of reset", rounds, 1, 64);
  }

  @Override
  public void apply(Bank bank, int row, RandomWords random) {
    TogglePulse toggle = new TogglePulse(bank);
    long[] antiparallel = new long[bank.rowWords()];
    for (int round = 0; round < rounds; round++) {
      bank.sense(row, antiparallel, random);
      toggle.apply(row, antiparallel, random);
    }
  }

  @Override
  public double left(Bank bank, int kind, double before) {
    int entry = bank.toggle().kinds() == 1 ? 0 : kind;
    double stays = 1 - bank.toggle().probability(entry, MagneticState.ANTIPARALLEL);
    return before * Math.pow(stays, rounds);
  }
}
