package io.spindrift.device.drive;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.util.List;

/**
 * Edges of a voltage pulse: straight lines up and down, a trapezoid.
 *
 * <p>The width of a pulse is counted between the middles of its edges, as pulse generators do; the
 * area of a pulse, width times amplitude, is then the same for all edges.
 *
 * @param riseSeconds time from zero to the full voltage
 * @param fallSeconds time from the full voltage to zero
 */
public record PulseShape(double riseSeconds, double fallSeconds) {
  /** A rectangle: edges of no length. */
  public static final PulseShape IDEAL = new PulseShape(0, 0);

  /** Checks both times. */
  public PulseShape {
    Require.notNegative("rise", riseSeconds, "s");
    Require.notNegative("fall", fallSeconds, "s");
  }

  /** Edges of one length on both sides. */
  public static PulseShape edges(double seconds) {
    return new PulseShape(seconds, seconds);
  }

  /**
   * A pulse of this shape.
   *
   * @param volts amplitude
   * @param pulseSeconds width between the middles of the edges
   * @throws IllegalArgumentException when the edges leave no time at the full voltage
   */
  public Waveform pulse(double volts, double pulseSeconds) {
    Require.positive("pulse", pulseSeconds, "s");
    double halves = 0.5 * (riseSeconds + fallSeconds);
    if (!(pulseSeconds >= halves)) {
      throw new IllegalArgumentException(
          "pulse must be at least half of rise and fall together, "
              + Quantity.print(halves, Dimension.TIME)
              + ", but was "
              + Quantity.print(pulseSeconds, Dimension.TIME));
    }
    if (halves == 0) {
      return Waveform.rectangle(volts, pulseSeconds);
    }
    double top = riseSeconds + (pulseSeconds - halves);
    return new Waveform(
        List.of(
            new Waveform.Corner(0, 0),
            new Waveform.Corner(riseSeconds, volts),
            new Waveform.Corner(top, volts),
            new Waveform.Corner(top + fallSeconds, 0)));
  }
}
