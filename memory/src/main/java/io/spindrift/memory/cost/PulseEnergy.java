package io.spindrift.memory.cost;

import io.spindrift.device.MagneticState;
import io.spindrift.device.ResistanceModel;
import io.spindrift.entropy.coin.CoinPulse;

/**
 * Energy that a pulse dissipates in a junction: E = V^2 t / R(state, V).
 *
 * <p>The junction is taken to stay in its state for the whole pulse; the value of the parallel
 * state is the upper bound, that of the antiparallel state the lower. Charging the word line and
 * the junction's own capacitance is not included.
 */
public final class PulseEnergy {
  /** Joules in the nominal junction for the pulse's own start state. */
  public static double joules(ResistanceModel resistance, CoinPulse pulse) {
    return joules(resistance, pulse, pulse.from());
  }

  /** Joules in the nominal junction while it is in {@code state}. */
  public static double joules(ResistanceModel resistance, CoinPulse pulse, MagneticState state) {
    double volts = pulse.voltageVolts();
    return volts * volts * pulse.pulseSeconds() / resistance.resistanceOhms(state, volts, -1);
  }

  private PulseEnergy() {}
}
