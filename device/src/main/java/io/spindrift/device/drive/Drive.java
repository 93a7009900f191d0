package io.spindrift.device.drive;

import io.spindrift.device.MagneticState;
import io.spindrift.device.dynamics.Segment;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.numerics.Require;
import java.util.ArrayList;
import java.util.List;

/**
 * What a waveform does to the magnetisation: stretches of constant field and noise, one after the
 * other.
 *
 * <p>A stretch of constant voltage stays one segment; a ramp becomes segments of one step each at
 * the voltage of their middle.
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
   */
  public static Drive of(
      MacrospinDevice device,
      Waveform waveform,
      double relaxSeconds,
      double temperatureKelvin,
      MagneticState from,
      double longestStepSeconds) {
    Require.notNegative("relax", relaxSeconds, "s");
    Require.positive("step", longestStepSeconds, "s");
    List<Segment> segments = new ArrayList<>();
    Waveform.Corner before = new Waveform.Corner(0, 0);
    for (int i = 0; i < waveform.corners().size(); i++) {
      Waveform.Corner corner = waveform.corners().get(i);
      double end = i == 0 ? 0 : corner.volts();
      double seconds = corner.seconds() - before.seconds();
      int parts = before.volts() == end ? 1 : (int) Math.ceil(seconds / longestStepSeconds);
      for (int k = 0; k < parts && seconds > 0; k++) {
        double volts = before.volts() + (end - before.volts()) * (k + 0.5) / parts;
        segments.add(
            Segment.of(device, volts, seconds / parts, temperatureKelvin, longestStepSeconds));
      }
      before = corner;
    }
    if (relaxSeconds > 0) {
      segments.add(Segment.of(device, 0, relaxSeconds, temperatureKelvin, longestStepSeconds));
    }
    return new Drive(segments);
  }
}
