package io.spindrift.device.switching;

import io.spindrift.device.MagneticState;
import io.spindrift.device.ResistanceModel;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.transport.JunctionConductance;
import io.spindrift.device.variability.DeviceDraws;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.StreamKey;

/**
 * Resistance of both states by the law of {@link JunctionConductance}.
 *
 * <p>All parameters of device i are those of its one joint draw, the same that its switching has.
 */
public final class MacrospinResistance implements ResistanceModel {
  private final DeviceDraws draws;

  /**
   * The resistance of a device.
   *
   * @param device the junction
   * @param variation where device-to-device differences come from
   */
  public MacrospinResistance(MacrospinDevice device, StreamKey variation) {
    this.draws = new DeviceDraws(device, variation);
  }

  @Override
  public double resistanceOhms(MagneticState state, double voltageVolts, long deviceIndex) {
    Require.finite("voltage", voltageVolts, "V");
    return JunctionConductance.of(draws.draw(deviceIndex).device())
        .resistanceOhms(state, voltageVolts);
  }
}
