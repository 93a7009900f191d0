package io.spindrift.memory.operation;

import io.spindrift.device.MagneticState;
import io.spindrift.memory.array.FlipTable;
import io.spindrift.memory.ledger.Action;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.RandomWords;

/**
 * The precessional pulse that toggles cells: an exclusive-or of a row with a mask.
 *
 * <p>Effect: every cell of the mask goes to its other state, whichever it was in; a row becomes
 * {@code row xor mask}. A pulse of half a precession period does this in a voltage-controlled
 * junction; the same pulse over many cells is the parallel NOT of Jaiswal, Agrawal and Roy, Sci.
 * Rep. 8, 5738 (2018).
 *
 * <p>Error: a cell of kind k flips with q_P(k) out of P and q_AP(k) out of AP, so one pulse fails
 * with 1 - q. Repeated pulses form a chain of two states with eigenvalue 1 - q_P - q_AP, see {@link
 * #error(FlipTable, MagneticState, int)}.
 *
 * <p>Counts: one toggle pulse per cell of the mask, one row activation.
 */
public final class TogglePulse {
  private final Bank bank;

  /** Toggles rows of the bank by its toggle pulse. */
  public TogglePulse(Bank bank) {
    this.bank = bank;
  }

  /** Toggles the cells of a packed mask in one row. */
  public void apply(int row, long[] mask, RandomWords random) {
    bank.pulse(row, mask, bank.toggle(), Action.TOGGLE_PULSE, random);
  }

  /** Toggles every cell of a row. */
  public void applyToAll(int row, RandomWords random) {
    bank.pulse(row, null, bank.toggle(), Action.TOGGLE_PULSE, random);
  }

  /**
   * The probability that a cell is in the wrong state after n pulses: the other one than n perfect
   * pulses would leave, so after an even number the other one than {@code from}.
   *
   * <p>With the chance a of leaving {@code from} and b of returning, the share of cells that are
   * away from it after n pulses is
   *
   * <pre>a / (a + b) (1 - (1 - a - b)^n);</pre>
   *
   * it is averaged over the kinds of cells.
   *
   * @param toggle what one pulse does
   * @param from state before the first pulse
   * @param pulses n, zero or more
   */
  public static double error(FlipTable toggle, MagneticState from, int pulses) {
    Require.atLeast("pulses", pulses, 0);
    double sum = 0;
    for (int kind = 0; kind < toggle.kinds(); kind++) {
      double leave = toggle.probability(kind, from);
      double back = toggle.probability(kind, from.opposite());
      sum += TwoStateChain.wrong(leave, back, pulses);
    }
    return sum / toggle.kinds();
  }
}
