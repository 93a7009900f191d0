package io.spindrift.experiment.plot;

import java.awt.Color;
import java.awt.Paint;
import org.jfree.chart.renderer.PaintScale;

/**
 * Colours of equal perceived steps from dark blue to yellow: viridis, readable in grey and by the
 * colour-blind.
 *
 * <p>Ten of its colours, straight lines in between. Source: S. van der Walt and N. Smith, viridis,
 * dedicated to the public domain (CC0).
 *
 * @param low value of the darkest colour
 * @param high value of the lightest
 */
record ColorScale(double low, double high) implements PaintScale {
  private static final int[] STOPS = {
    0x440154, 0x482878, 0x3E4989, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6ECE58, 0xB5DE2B,
    0xFDE725
  };

  @Override
  public double getLowerBound() {
    return low;
  }

  @Override
  public double getUpperBound() {
    return high;
  }

  @Override
  public Paint getPaint(double value) {
    return color(value);
  }

  Color color(double value) {
    double place = Math.clamp((value - low) / (high - low), 0, 1) * (STOPS.length - 1);
    int stop = Math.min((int) place, STOPS.length - 2);
    double share = place - stop;
    return new Color(
        mix(STOPS[stop] >> 16, STOPS[stop + 1] >> 16, share),
        mix(STOPS[stop] >> 8, STOPS[stop + 1] >> 8, share),
        mix(STOPS[stop], STOPS[stop + 1], share));
  }

  private static int mix(int a, int b, double share) {
    return (int) Math.round((1 - share) * (a & 0xFF) + share * (b & 0xFF));
  }
}
