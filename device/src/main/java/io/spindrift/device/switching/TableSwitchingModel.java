package io.spindrift.device.switching;

import io.spindrift.device.CoveredValue;
import io.spindrift.device.MagneticState;
import io.spindrift.device.SwitchingModel;
import io.spindrift.numerics.quantity.Dimension;

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
    CoveredValue.require("voltage", voltageVolts, curve.voltageVolts(), Dimension.VOLTAGE);
    CoveredValue.require(
        "temperature", temperatureKelvin, curve.temperatureKelvin(), Dimension.TEMPERATURE);
    return curve.probability(from, pulseSeconds);
  }
}
