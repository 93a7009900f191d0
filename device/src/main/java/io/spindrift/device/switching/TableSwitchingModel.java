package io.spindrift.device.switching;

import io.spindrift.device.MagneticState;
import io.spindrift.device.SwitchingModel;
import io.spindrift.numerics.Require;

/**
 * P(switch) of the nominal device, interpolated in a simulated switching curve.
 *
 * <p>Covers the voltage and temperature of the curve and the pulse widths between its first and
 * last; refuses everything else. All devices are alike.
 */
public final class TableSwitchingModel implements SwitchingModel {
  private final SwitchingCurve curve;

  /** The model of a curve. */
  public TableSwitchingModel(SwitchingCurve curve) {
    this.curve = curve;
  }

  @Override
  public String name() {
    return curve.device() + ", simulated switching curve";
  }

  @Override
  public double probability(
      MagneticState from,
      double voltageVolts,
      double pulseSeconds,
      double temperatureKelvin,
      long deviceIndex) {
    same("voltage", voltageVolts, curve.voltageVolts(), "V");
    same("temperature", temperatureKelvin, curve.temperatureKelvin(), "K");
    return curve.probability(from, pulseSeconds);
  }

  /** Returns {@code value} when it is {@code only} to within rounding. */
  static double same(String name, double value, double only, String unit) {
    double slack = 1e-9 * Math.abs(only);
    return Require.inRange(name, value, only - slack, only + slack, unit);
  }
}
