package io.spindrift.device.switching;

import io.spindrift.device.MagneticState;
import io.spindrift.device.PulseEnergy;
import io.spindrift.device.PulseEnergyModel;
import io.spindrift.device.drive.Circuit;
import io.spindrift.device.drive.Staircase;
import io.spindrift.device.drive.Waveform;
import io.spindrift.device.drive.WaveformEnergy;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.transport.JunctionConductance;
import io.spindrift.device.variability.DeviceDraws;
import io.spindrift.numerics.random.StreamKey;

/**
 * Energy of a rectangular pulse behind a driver, for a junction that stays in its state.
 *
 * <p>The heat in the junction is apart from that in the series resistance; together they are what
 * the source has given once the junction is discharged. Towards zero resistance they become V^2 t/R
 * and C V^2.
 */
public final class DrivenPulseEnergy implements PulseEnergyModel {
  private static final double DISCHARGE_TIMES = 40;

  private final DeviceDraws draws;
  private final double temperatureKelvin;

  /**
   * The energy of a device.
   *
   * @param device the junction with its driver
   * @param variation where device-to-device differences come from
   */
  public DrivenPulseEnergy(MacrospinDevice device, StreamKey variation) {
    this.draws = new DeviceDraws(device, variation);
    this.temperatureKelvin = device.operation().temperatureKelvin();
  }

  @Override
  public PulseEnergy energy(
      MagneticState from, double voltageVolts, double pulseSeconds, long deviceIndex) {
    MacrospinDevice device = draws.draw(deviceIndex).device();
    double mz = JunctionConductance.cosineOf(from);
    WaveformEnergy energy =
        Staircase.of(
                device,
                Waveform.rectangle(voltageVolts, pulseSeconds),
                DISCHARGE_TIMES * Circuit.of(device).timeConstantSeconds(mz, 0),
                temperatureKelvin,
                from,
                Staircase.RESOLUTION)
            .energy();
    return new PulseEnergy(energy.junctionJoules(), energy.seriesJoules());
  }
}
