package io.spindrift.memory.process;

import io.spindrift.device.MagneticState;
import io.spindrift.memory.array.FlipTable;
import java.util.OptionalDouble;

/**
 * A pulse that was chosen for a flip probability, and what it really does.
 *
 * @param wanted the probability that was asked for
 * @param reached what the pulse has of that: the mean of both states or the value of one
 * @param pulseSeconds pulse width; empty for no pulse or where no device stands behind it
 * @param table flip probabilities of every kind and state
 */
public record DialledPulse(
    double wanted, double reached, OptionalDouble pulseSeconds, FlipTable table) {
  /** No pulse at all. */
  static final DialledPulse NONE =
      new DialledPulse(0, 0, OptionalDouble.empty(), FlipTable.uniform(0));

  /** What is left between the probability reached and the one wanted. */
  public double residual() {
    return reached - wanted;
  }

  /** Mean over the kinds of P(P to AP) - P(AP to P): what drives the share of ones off 1/2. */
  public double asymmetry() {
    return table.mean(MagneticState.PARALLEL) - table.mean(MagneticState.ANTIPARALLEL);
  }
}
