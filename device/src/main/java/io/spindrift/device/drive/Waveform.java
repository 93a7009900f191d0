package io.spindrift.device.drive;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.util.ArrayList;
import java.util.List;

/**
 * Voltage of the source against time: straight lines between corners, zero before and after them.
 *
 * <p>Two corners at the same time are a jump. A rectangle is two corners of equal voltage.
 *
 * @param corners corners in order of time, the first at or after zero
 */
public record Waveform(List<Corner> corners) {
  private static final int MOST_CORNERS = 1_000_000;

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

  /**
   * A train: this waveform {@code count} times, one every {@code periodSeconds}.
   *
   * @throws IllegalArgumentException when the period is shorter than the waveform
   */
  public Waveform repeated(int count, double periodSeconds) {
    Require.inRange("count", count, 1, MOST_CORNERS / corners.size());
    if (count == 1) {
      return this;
    }
    Require.positive("period", periodSeconds, "s");
    if (!(periodSeconds >= endSeconds())) {
      throw new IllegalArgumentException(
          "period must be at least the length of one pulse with its edges, "
              + Quantity.print(endSeconds(), Dimension.TIME)
              + ", but was "
              + Quantity.print(periodSeconds, Dimension.TIME));
    }
    List<Corner> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double start = i * periodSeconds;
      all.add(new Corner(start, 0));
      corners.forEach(corner -> all.add(new Corner(start + corner.seconds(), corner.volts())));
      all.add(new Corner(start + endSeconds(), 0));
    }
    return new Waveform(all);
  }

  /**
   * A waveform with fewer corners that stays within {@code volts} of this one at every corner.
   *
   * <p>From each corner kept, the next is the last one whose line passes all corners in between
   * within that distance; jumps stay.
   */
  public Waveform simplified(double volts) {
    List<Corner> kept = new ArrayList<>(List.of(corners.getFirst()));
    int anchor = 0;
    double low = Double.NEGATIVE_INFINITY;
    double high = Double.POSITIVE_INFINITY;
    for (int i = 1; i < corners.size(); i++) {
      Corner corner = corners.get(i);
      boolean jump = corner.seconds() == corners.get(i - 1).seconds();
      boolean fits = !jump && within(slope(corners.get(anchor), corner, 0), low, high);
      if (!fits && anchor != i - 1) {
        anchor = i - 1;
        kept.add(corners.get(anchor));
        low = Double.NEGATIVE_INFINITY;
        high = Double.POSITIVE_INFINITY;
      }
      if (jump) {
        kept.add(corner);
        anchor = i;
      } else {
        low = Math.max(low, slope(corners.get(anchor), corner, -volts));
        high = Math.min(high, slope(corners.get(anchor), corner, volts));
      }
    }
    if (anchor != corners.size() - 1) {
      kept.add(corners.getLast());
    }
    return new Waveform(kept);
  }

  private static boolean within(double value, double low, double high) {
    return value >= low && value <= high;
  }

  private static double slope(Corner from, Corner to, double offset) {
    return (to.volts() + offset - from.volts()) / (to.seconds() - from.seconds());
  }

  /** Time of the last corner, after which the voltage is zero. */
  public double endSeconds() {
    return corners.getLast().seconds();
  }

  /** Largest magnitude of the voltage. */
  public double peakVolts() {
    return Math.max(highestVolts(), -lowestVolts());
  }

  /** Largest voltage, zero at least. */
  public double highestVolts() {
    return corners.stream().mapToDouble(Corner::volts).reduce(0, Math::max);
  }

  /** Smallest voltage, zero at most. */
  public double lowestVolts() {
    return corners.stream().mapToDouble(Corner::volts).reduce(0, Math::min);
  }
}
