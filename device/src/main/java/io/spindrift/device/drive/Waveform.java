package io.spindrift.device.drive;

import io.spindrift.numerics.Require;
import java.util.List;

/**
 * Voltage of the source against time: straight lines between corners, zero before and after them.
 *
 * <p>Two corners at the same time are a jump. A rectangle is two corners of equal voltage.
 *
 * @param corners corners in order of time, the first at or after zero
 */
public record Waveform(List<Corner> corners) {
  /**
   * One corner.
   *
   * @param seconds when, from the start
   * @param volts source voltage
   */
  public record Corner(double seconds, double volts) {
    /** Checks both numbers. */
    public Corner {
      Require.notNegative("time", seconds, "s");
      Require.finite("voltage", volts, "V");
    }
  }

  /** Checks that there is a stretch and that time does not run back. */
  public Waveform {
    corners = List.copyOf(corners);
    if (corners.size() < 2) {
      throw new IllegalArgumentException(
          "a waveform must have at least 2 corners, but had " + corners.size());
    }
    for (int i = 1; i < corners.size(); i++) {
      if (!(corners.get(i).seconds() >= corners.get(i - 1).seconds())) {
        throw new IllegalArgumentException(
            "the times of a waveform must not run back, but corner "
                + (i + 1)
                + " was at "
                + corners.get(i).seconds()
                + " s after "
                + corners.get(i - 1).seconds()
                + " s");
      }
    }
  }

  /** A pulse of one voltage with ideal edges. */
  public static Waveform rectangle(double volts, double seconds) {
    Require.positive("pulse", seconds, "s");
    return new Waveform(List.of(new Corner(0, volts), new Corner(seconds, volts)));
  }

  /** Time of the last corner, after which the voltage is zero. */
  public double endSeconds() {
    return corners.getLast().seconds();
  }
}
