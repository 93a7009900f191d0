package io.spindrift.device.spec;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.document.Declared;
import io.spindrift.numerics.quantity.Dimension;

/**
 * The insulator of the junction: it carries the voltage, and with it the resistance.
 *
 * @param thicknessMeters thickness, t_ox
 * @param vcmaCoefficientJoulesPerVoltMeter voltage-controlled-anisotropy coefficient, xi; positive
 *     lowers the anisotropy at positive voltage
 * @param resistanceAreaProductOhmSquareMeters resistance-area product of the parallel state
 * @param tmr (R_AP - R_P)/R_P at zero bias
 * @param halfVoltageVolts bias at which the magnetoresistance is half of that
 * @param capacitanceFarads capacitance that each pulse charges; zero counts no charging
 */
public record TunnelBarrier(
    @Declared(
            says = "Thickness of the tunnel barrier",
            unit = Dimension.LENGTH,
            min = 0,
            minExclusive = true)
        double thicknessMeters,
    @Declared(says = "Voltage-controlled-anisotropy coefficient", unit = Dimension.VCMA)
        double vcmaCoefficientJoulesPerVoltMeter,
    @Declared(
            says = "Resistance-area product of the parallel state",
            unit = Dimension.RESISTANCE_AREA,
            min = 0,
            minExclusive = true)
        double resistanceAreaProductOhmSquareMeters,
    @Declared(says = "Tunnel magnetoresistance (R_AP - R_P)/R_P at zero bias", min = 0) double tmr,
    @Declared(
            says = "Bias at which the magnetoresistance is half of its zero-bias value",
            unit = Dimension.VOLTAGE,
            min = 0,
            minExclusive = true)
        double halfVoltageVolts,
    @Declared(
            says = "Capacitance that each pulse charges; zero counts no charging",
            unit = Dimension.CAPACITANCE,
            defaultValue = "0 F",
            min = 0)
        double capacitanceFarads) {

  /** Checks every component. */
  public TunnelBarrier {
    Require.positive("thickness", thicknessMeters, "m");
    Require.finite("vcmaCoefficient", vcmaCoefficientJoulesPerVoltMeter, "J/Vm");
    Require.positive("resistanceAreaProduct", resistanceAreaProductOhmSquareMeters, "Ohm m2");
    Require.notNegative("tmr", tmr, "");
    Require.positive("halfVoltage", halfVoltageVolts, "V");
    Require.notNegative("capacitance", capacitanceFarads, "F");
  }
}
