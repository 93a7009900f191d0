package io.spindrift.memory.circuit;

import io.spindrift.device.MagneticState;
import io.spindrift.memory.array.FlipTable;
import io.spindrift.numerics.Require;

/**
 * The probability that a cell is wrong after k rounds of a write, in closed form.
 *
 * <p>In a round a wrong cell becomes right when it is seen wrong and flips, a = (1 - e_w) p_w; a
 * right cell becomes wrong when it is seen wrong and flips, b = e_r p_r. After k rounds
 *
 * <pre>
 *   P(wrong) = b/(a + b) + (w - b/(a + b)) (1 - a - b)^k
 * </pre>
 *
 * <p>with w the share wrong before; read ideally that is w (1 - p_w)^k. It holds for a cell whose
 * row goes on for k rounds; a row stops early once all its cells are seen right.
 *
 * @param flipsWrong p_w, probability that a pulse flips the cell out of the wrong state
 * @param flipsRight p_r, probability that a pulse flips it out of the right state
 * @param misreadWrong e_w, probability that the wrong state is read as the right one
 * @param misreadRight e_r, probability that the right state is read as the wrong one
 */
public record WriteResidual(
    double flipsWrong, double flipsRight, double misreadWrong, double misreadRight) {
  /** Checks the probabilities. */
  public WriteResidual {
    Require.inRange("probability to flip out of the wrong state", flipsWrong, 0, 1, "");
    Require.inRange("probability to flip out of the right state", flipsRight, 0, 1, "");
    Require.inRange("probability to misread the wrong state", misreadWrong, 0, 1, "");
    Require.inRange("probability to misread the right state", misreadRight, 0, 1, "");
  }

  /** Probability that a cell is wrong after rounds, when it was wrong with {@code before}. */
  public double after(int rounds, double before) {
    Require.atLeast("rounds", rounds, 0);
    double a = (1 - misreadWrong) * flipsWrong;
    double b = misreadRight * flipsRight;
    if (b == 0) {
      return before * Math.pow(1 - a, rounds);
    }
    double settled = b / (a + b);
    return settled + (before - settled) * Math.pow(1 - a - b, rounds);
  }

  /**
   * Share of cells that are still wrong after rounds with ideal readings: the mean over the kinds
   * of (1 - p)^k.
   *
   * @param pulse what one pulse does
   * @param wrong the state in which they all were
   */
  public static double ideal(FlipTable pulse, MagneticState wrong, int rounds) {
    double sum = 0;
    for (int kind = 0; kind < pulse.kinds(); kind++) {
      sum += new WriteResidual(pulse.probability(kind, wrong), 0, 0, 0).after(rounds, 1);
    }
    return sum / pulse.kinds();
  }
}
