package io.spindrift.device.drive;

import io.spindrift.device.MagneticState;
import io.spindrift.device.dynamics.Segment;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.numerics.Require;
import java.util.List;

/**
 * What a waveform does to the magnetisation: stretches of constant field and noise, one after the
 * other.
 *
 * <p>They are those of the {@link Staircase} of the waveform: the circuit in front of the junction
 * and self-heating included, with the conductance of the state before the pulse.
 *
 * @param segments the stretches in order of time
 */
public record Drive(List<Segment> segments) {
  /** Copies the list. */
  public Drive {
    segments = List.copyOf(segments);
  }

  /**
   * The drive of a device by a waveform, followed by zero voltage.
   *
   * @param device the junction
   * @param waveform voltage of the source
   * @param relaxSeconds time at zero voltage after the waveform
   * @param temperatureKelvin temperature before the pulse
   * @param from state before the pulse
   * @param longestStepSeconds upper limit of the integration step
   * @throws io.spindrift.numerics.UnusableInput at or above the Curie temperature
   */
  public static Drive of(
      MacrospinDevice device,
      Waveform waveform,
      double relaxSeconds,
      double temperatureKelvin,
      MagneticState from,
      double longestStepSeconds) {
    Require.positive("step", longestStepSeconds, "s");
    MacrospinDevice known = device.withFreeLayer(device.freeLayer().resolved());
    Staircase staircase =
        Staircase.of(known, waveform, relaxSeconds, temperatureKelvin, from, Staircase.RESOLUTION);
    return new Drive(
        staircase.stretches().stream()
            .map(stretch ->
                Segment.of(
                    known,
                    stretch.junctionVolts(),
                    stretch.seconds(),
                    stretch.temperatureKelvin(),
                    longestStepSeconds))
            .toList());
  }
}
