package io.spindrift.device.switching;

import io.spindrift.device.MagneticState;
import io.spindrift.device.ResistanceModel;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.spec.TunnelBarrier;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;

/**
 * Resistance from the resistance-area product: R_P = RA/A, R_AP = R_P (1 + TMR(V)).
 *
 * <p>TMR(V) = TMR0/(1 + (V/Vh)^2), Vh the half voltage; R_P does not depend on bias. RA and TMR
 * vary by device index, the pillar area stays nominal.
 */
public final class MacrospinResistance implements ResistanceModel {
  private final MacrospinDevice device;
  private final StreamKey variation;

  /**
   * The resistance of a device.
   *
   * @param device the junction
   * @param variation where device-to-device differences come from
   */
  public MacrospinResistance(MacrospinDevice device, StreamKey variation) {
    this.device = device;
    this.variation = variation.purpose("resistance");
  }

  @Override
  public double resistanceOhms(MagneticState state, double voltageVolts, long deviceIndex) {
    Require.finite("voltage", voltageVolts, "V");
    TunnelBarrier barrier = device.barrier();
    double parallel =
        barrier.resistanceAreaProductOhmSquareMeters() / device.freeLayer().areaSquareMeters();
    double ratio = voltageVolts / barrier.halfVoltageVolts();
    double tmr = barrier.tmr() / (1 + ratio * ratio);
    if (deviceIndex >= 0) {
      RandomStream random = variation.at(deviceIndex).open();
      parallel *= DeviceVariation.factor(random, device.spread().resistanceAreaProduct());
      tmr *= DeviceVariation.factor(random, device.spread().tmr());
    }
    return state == MagneticState.PARALLEL ? parallel : parallel * (1 + tmr);
  }
}
