package io.spindrift.device.retention;

import io.spindrift.device.MagneticState;
import io.spindrift.numerics.Require;

/**
 * A junction that was written, perhaps wrongly, and then holds.
 *
 * <p>With w the write-error rate, p the equilibrium share of the wrong state and tau the relaxation
 * time, the probability to read the wrong state a time t after the write is
 *
 * <pre>
 *   e(t) = p + (w - p) exp(-t/tau)
 * </pre>
 *
 * <p>At first the write error dominates, later what was lost while holding. Both parts, w
 * exp(-t/tau) and p (1 - exp(-t/tau)), are equal at t_c = tau ln(1 + w/p); for w much smaller than
 * p = 1/2 that is the 2 w tau of H. Arai and H. Imamura, J. Magn. Magn. Mater. 572, 170624 (2023),
 * arXiv:2303.05706.
 *
 * @param writeErrorRate w
 * @param rates escape rates while holding
 * @param written state that was meant to be written
 */
public record WriteThenHold(double writeErrorRate, StateRates rates, MagneticState written) {
  /** Checks the rate. */
  public WriteThenHold {
    Require.inRange("write-error rate", writeErrorRate, 0, 1, "");
  }

  /** e(t): probability of reading the wrong state {@code seconds} after the write. */
  public double errorProbability(double seconds) {
    double kept = Math.exp(-rates.slowestPerSecond() * seconds);
    return writeErrorRate * kept + wrongShare() * (1 - kept);
  }

  /** t_c: time after the write at which both kinds of error are equally likely. */
  public double crossoverSeconds() {
    return rates.relaxationSeconds() * Math.log1p(writeErrorRate / wrongShare());
  }

  private double wrongShare() {
    return rates.from(written) / rates.slowestPerSecond();
  }
}
