package io.spindrift.device.spec;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.document.Declared;
import io.spindrift.numerics.quantity.Dimension;
import java.util.Optional;

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
 * @param parallelHalfVoltageVolts bias at which the resistance of the parallel state is half of
 *     that at zero bias; it does not depend on bias when absent
 */
public record TunnelBarrier(
    @Declared(
            says = "Thickness of the tunnel barrier",
            unit = Dimension.LENGTH,
            min = TunnelBarrier.LEAST_THICKNESS_METERS,
            max = TunnelBarrier.LARGEST_THICKNESS_METERS)
        double thicknessMeters,
    @Declared(
            says = "Voltage-controlled-anisotropy coefficient",
            unit = Dimension.VCMA,
            min = -1e-9,
            max = 1e-9)
        double vcmaCoefficientJoulesPerVoltMeter,
    @Declared(
            says = "Resistance-area product of the parallel state",
            unit = Dimension.RESISTANCE_AREA,
            min = 0,
            minExclusive = true)
        double resistanceAreaProductOhmSquareMeters,
    @Declared(says = "Tunnel magnetoresistance (R_AP - R_P)/R_P at zero bias", min = 0, max = 100)
        double tmr,
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
        double capacitanceFarads,
    @Declared(
            says = "Bias at which the resistance of the parallel state is half of that at zero",
            unit = Dimension.VOLTAGE,
            min = 0,
            minExclusive = true)
        Optional<Double> parallelHalfVoltageVolts) {
  /** Smallest thickness: less than an atomic layer. */
  public static final double LEAST_THICKNESS_METERS = 0.1e-9;

  /** Largest thickness: nothing tunnels through more. */
  public static final double LARGEST_THICKNESS_METERS = 100e-9;

  /** Checks every component. */
  public TunnelBarrier {
    Require.positive("thickness", thicknessMeters, "m");
    Require.finite("vcmaCoefficient", vcmaCoefficientJoulesPerVoltMeter, "J/Vm");
    Require.positive("resistanceAreaProduct", resistanceAreaProductOhmSquareMeters, "Ohm m2");
    Require.notNegative("tmr", tmr, "");
    Require.positive("halfVoltage", halfVoltageVolts, "V");
    Require.notNegative("capacitance", capacitanceFarads, "F");
    parallelHalfVoltageVolts.ifPresent(half -> Require.positive("parallelHalfVoltage", half, "V"));
  }

  /** A barrier whose parallel state has the same resistance at every bias. */
  public TunnelBarrier(
      double thicknessMeters,
      double vcmaCoefficientJoulesPerVoltMeter,
      double resistanceAreaProductOhmSquareMeters,
      double tmr,
      double halfVoltageVolts,
      double capacitanceFarads) {
    this(
        thicknessMeters,
        vcmaCoefficientJoulesPerVoltMeter,
        resistanceAreaProductOhmSquareMeters,
        tmr,
        halfVoltageVolts,
        capacitanceFarads,
        Optional.empty());
  }

  /** The same barrier with another VCMA coefficient, in J/(V m). */
  public TunnelBarrier withVcmaCoefficient(double joulesPerVoltMeter) {
    return new TunnelBarrier(
        thicknessMeters,
        joulesPerVoltMeter,
        resistanceAreaProductOhmSquareMeters,
        tmr,
        halfVoltageVolts,
        capacitanceFarads,
        parallelHalfVoltageVolts);
  }
}
