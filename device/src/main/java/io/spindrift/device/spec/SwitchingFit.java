package io.spindrift.device.spec;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.document.Declared;
import io.spindrift.numerics.quantity.Dimension;

/**
 * A sigmoid in pulse width whose coefficients are polynomials of the reduced voltage v.
 *
 * <p>Times in the polynomials are in nanoseconds, as published; v = voltage / voltageScale.
 *
 * @param temperatureKelvin the one temperature that the fit knows
 * @param voltageScaleVolts voltage of v = 1
 * @param lowestReducedVoltage v below which nothing switches
 * @param highestReducedVoltage v above which the fit is held constant
 * @param shortestPulseSeconds pulse below which nothing switches
 * @param baseline y0(v), probability well before the step
 * @param amplitude height of the step
 * @param centre t50(v), pulse width at half height, in ns
 * @param width 20-80 % width of the step, in ns
 * @param asymmetry eta; positive favours antiparallel to parallel
 * @param asymmetrySigma device-to-device standard deviation of eta
 * @param amplitudeSigma device-to-device standard deviation of the amplitude
 * @param centreSigma device-to-device standard deviation of t50, in ns
 * @param widthSigma device-to-device standard deviation of the width, in ns
 */
public record SwitchingFit(
    @Declared(
            says = "The one temperature that the fit knows",
            unit = Dimension.TEMPERATURE,
            min = 0,
            minExclusive = true)
        double temperatureKelvin,
    @Declared(
            says = "Voltage at which the reduced voltage is 1",
            unit = Dimension.VOLTAGE,
            min = 0,
            minExclusive = true)
        double voltageScaleVolts,
    @Declared(says = "Reduced voltage below which nothing switches", min = 0)
        double lowestReducedVoltage,
    @Declared(says = "Reduced voltage above which the fit is held constant", min = 0)
        double highestReducedVoltage,
    @Declared(says = "Pulse width below which nothing switches", unit = Dimension.TIME, min = 0)
        double shortestPulseSeconds,
    @Declared(says = "Probability well before the step") Quadratic baseline,
    @Declared(says = "Height of the step") Quadratic amplitude,
    @Declared(says = "Pulse width at half height, in ns") Quadratic centre,
    @Declared(says = "20-80 % width of the step, in ns") Quadratic width,
    @Declared(says = "Asymmetry eta; positive favours antiparallel to parallel") double asymmetry,
    @Declared(says = "Device-to-device sigma of eta", min = 0) double asymmetrySigma,
    @Declared(says = "Device-to-device sigma of the height") Quadratic amplitudeSigma,
    @Declared(says = "Device-to-device sigma of the centre, in ns") Quadratic centreSigma,
    @Declared(says = "Device-to-device sigma of the width, in ns") Quadratic widthSigma) {

  /** Checks the scalars and their order. */
  public SwitchingFit {
    Require.positive("temperature", temperatureKelvin, "K");
    Require.positive("voltageScale", voltageScaleVolts, "V");
    Require.notNegative("lowestReducedVoltage", lowestReducedVoltage, "");
    Require.inRange("highestReducedVoltage", highestReducedVoltage, lowestReducedVoltage, 1e3, "");
    Require.notNegative("shortestPulse", shortestPulseSeconds, "s");
    Require.finite("asymmetry", asymmetry, "");
    Require.notNegative("asymmetrySigma", asymmetrySigma, "");
  }
}
