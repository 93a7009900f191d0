package io.spindrift.memory.process;

import io.spindrift.device.MagneticState;

/**
 * From a wanted flip probability to a pulse. The pulse comes with the flip probabilities that it
 * really has, which are seldom equal for both states.
 */
public interface FlipDial {
  /** Whose pulses these are, in a few words. */
  String name();

  /**
   * The pulse whose flip probability is {@code probability} in the mean over both states.
   *
   * @throws io.spindrift.numerics.UnusableInput when there is none, with what is reachable
   */
  DialledPulse both(double probability);

  /**
   * The pulse whose flip probability out of one state is {@code probability}.
   *
   * @throws io.spindrift.numerics.UnusableInput when there is none, with what is reachable
   */
  DialledPulse from(MagneticState state, double probability);
}
