package io.spindrift.device.spec;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.document.Declared;
import io.spindrift.numerics.quantity.Dimension;

/**
 * Measured resistance against bias: R_P(V), R_AP(V) = R_P(V)(1 + TMR(V)).
 *
 * @param parallel R_P(V) in kilo-ohms
 * @param parallelSigma its device-to-device standard deviation in kilo-ohms
 * @param tmr TMR(V)
 * @param tmrSigma its device-to-device standard deviation
 * @param capacitanceFarads capacitance that each pulse charges; zero counts no charging
 */
public record ResistanceFit(
    @Declared(says = "Resistance of the parallel state, in kilo-ohms") Lorentzian parallel,
    @Declared(says = "Its device-to-device sigma, in kilo-ohms") Lorentzian parallelSigma,
    @Declared(says = "Tunnel magnetoresistance") Lorentzian tmr,
    @Declared(says = "Its device-to-device sigma") Lorentzian tmrSigma,
    @Declared(
            says = "Capacitance that each pulse charges; zero counts no charging",
            unit = Dimension.CAPACITANCE,
            defaultValue = "0 F",
            min = 0)
        double capacitanceFarads) {

  /** Checks the capacitance. */
  public ResistanceFit {
    Require.notNegative("capacitance", capacitanceFarads, "F");
  }
}
