package io.spindrift.entropy.conditioning;

import io.spindrift.device.MagneticState;
import io.spindrift.device.SwitchingModel;

/**
 * P(switch) of one junction against the voltage or the width of its pulse.
 *
 * @param model what is known of the junction
 * @param control which of the two a controller sets; the other stays
 * @param from state before each pulse
 * @param voltageVolts pulse amplitude that stays
 * @param pulseSeconds pulse width that stays
 * @param temperatureKelvin temperature
 * @param deviceIndex which junction of the population, negative for the nominal one
 */
public record SwitchingResponse(
    SwitchingModel model,
    Control control,
    MagneticState from,
    double voltageVolts,
    double pulseSeconds,
    double temperatureKelvin,
    long deviceIndex)
    implements PulseResponse {
  /** What a controller sets. */
  public enum Control {
    /** Pulse amplitude in volts. */
    VOLTAGE,
    /** Pulse width in seconds. */
    PULSE
  }

  /** The control at the values that are stated. */
  public double present() {
    return control == Control.VOLTAGE ? voltageVolts : pulseSeconds;
  }

  @Override
  public double probability(double set) {
    return model.probability(
        from,
        control == Control.VOLTAGE ? set : voltageVolts,
        control == Control.PULSE ? set : pulseSeconds,
        temperatureKelvin,
        deviceIndex);
  }
}
