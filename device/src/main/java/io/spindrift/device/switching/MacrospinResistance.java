package io.spindrift.device.switching;

import io.spindrift.device.MagneticState;
import io.spindrift.device.ResistanceModel;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.spec.TunnelBarrier;
import io.spindrift.device.variability.DeviceDraws;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.StreamKey;

/**
 * Resistance from the resistance-area product: R_P = RA/A, R_AP = R_P (1 + TMR(V)).
 *
 * <p>TMR(V) = TMR0/(1 + (V/Vh)^2), Vh the half voltage; R_P does not depend on bias. All parameters
 * of device i are those of its one joint draw, the same that its switching has.
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
    MacrospinDevice device = draws.draw(deviceIndex).device();
    TunnelBarrier barrier = device.barrier();
    double parallel =
        barrier.resistanceAreaProductOhmSquareMeters() / device.freeLayer().areaSquareMeters();
    double ratio = voltageVolts / barrier.halfVoltageVolts();
    double tmr = barrier.tmr() / (1 + ratio * ratio);
    return state == MagneticState.PARALLEL ? parallel : parallel * (1 + tmr);
  }
}
