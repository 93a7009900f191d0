package io.spindrift.entropy.conditioning;

import io.spindrift.numerics.Require;
import java.util.OptionalDouble;

/**
 * A controller that holds P(1) of a coin at one half, and what it leaves of a drift.
 *
 * <p>After every window of n bits with k ones the control moves so that P changes by -g (k/n -
 * 1/2); meanwhile the operating point drifts by delta per window. For a linear response the offset
 * e of P from 1/2 obeys
 *
 * <pre>
 *   e' = (1 - g) e - g xi + delta,   E xi = 0,   E xi^2 = E[P (1 - P)]/n = (1/4 - E e^2)/n
 * </pre>
 *
 * with xi the counting noise of the window. Its mean and variance are stationary for 0 &lt; g &lt;
 * 2:
 *
 * <pre>
 *   E e = delta/g,   var e = g (1/4 - (delta/g)^2)/(n (2 - g) + g)
 * </pre>
 *
 * both exact for a linear response that is not driven to 0 or 1. Bits of one window share e, and
 * the control answers the noise of the window before; over all neighbours the correlation is
 *
 * <pre>
 *   ((1 - g/n) var e - (g/n^2) E[P (1 - P)])/(1/4 - (delta/g)^2)
 * </pre>
 *
 * @param gain g, share of a measured offset that one correction takes back
 * @param windowBits n, bits counted before each correction
 * @param driftPerWindow delta, change of P per window without control
 */
public record FeedbackLoop(double gain, int windowBits, double driftPerWindow) {
  /** Smallest gain: a slower loop would take too long to settle. */
  public static final double LEAST_GAIN = 0.001;

  /** Gain from which on the loop is unstable: |1 - g| reaches 1. */
  public static final double UNSTABLE_GAIN = 2;

  private static final double SETTLED = 1e-6;

  /** Checks that the loop is stable and its drift is one that it can follow. */
  public FeedbackLoop {
    if (!(gain >= LEAST_GAIN && gain <= UNSTABLE_GAIN - LEAST_GAIN)) {
      throw new IllegalArgumentException(
          "gain of the feedback loop must be between 0.001 and 1.999, for it is unstable from 2 on,"
              + " but was "
              + gain);
    }
    Require.inRange("window of the feedback loop", windowBits, 1, 1 << 20);
    Require.finite("drift per window", driftPerWindow, "");
    if (!(Math.abs(driftPerWindow) <= 0.25 * gain)) {
      throw new IllegalArgumentException(
          "drift per window must be at most a quarter of the gain, which leaves P between 1/4 and"
              + " 3/4, but was "
              + driftPerWindow);
    }
  }

  /** Mean offset delta/g of P from one half: the residual bias. */
  public double residualBias() {
    return driftPerWindow / gain;
  }

  /** Variance of P from window to window. */
  public double variance() {
    return gain * bitVariance() / (windowBits * (2 - gain) + gain);
  }

  /** Correlation of neighbouring bits, averaged over their place in the window. */
  public double lagOneCorrelation() {
    double n = windowBits;
    double noise = bitVariance() - variance();
    return ((1 - gain / n) * variance() - gain / (n * n) * noise) / bitVariance();
  }

  /** Windows after which the start is forgotten to a millionth. */
  public int settlingWindows() {
    double factor = Math.abs(1 - gain);
    return factor <= SETTLED ? 1 : (int) Math.ceil(Math.log(SETTLED) / Math.log(factor));
  }

  /** The law of the bits. */
  public BitLaw law() {
    return new BitLaw(0.5 + residualBias(), OptionalDouble.of(lagOneCorrelation()), false);
  }

  private double bitVariance() {
    return 0.25 - residualBias() * residualBias();
  }
}
