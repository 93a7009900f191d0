package io.spindrift.device.export;

import io.spindrift.device.MagneticState;
import io.spindrift.device.switching.SwitchingCurve;
import io.spindrift.device.switching.SwitchingPoint;
import io.spindrift.numerics.Require;
import java.util.ArrayList;
import java.util.List;

/**
 * P(switch) of a device over voltage, pulse width, state before the pulse and temperature.
 *
 * @param device what the device is called
 * @param rows the points, by temperature, voltage, state and pulse width in the order given
 */
public record SwitchingTable(String device, List<Row> rows) {
  /**
   * One point.
   *
   * @param voltageVolts pulse amplitude
   * @param pulseSeconds pulse width
   * @param from state before the pulse
   * @param temperatureKelvin temperature
   * @param probability P(switch)
   * @param standardError one standard error, zero where P is not an estimate
   * @param trials simulated pulses, zero where nothing was sampled
   * @param switched how many of them switched
   */
  public record Row(
      double voltageVolts,
      double pulseSeconds,
      MagneticState from,
      double temperatureKelvin,
      double probability,
      double standardError,
      long trials,
      long switched) {
    /** Checks every number. */
    public Row {
      Require.finite("voltage", voltageVolts, "V");
      Require.positive("pulse", pulseSeconds, "s");
      Require.positive("temperature", temperatureKelvin, "K");
      Require.inRange("probability", probability, 0, 1, "");
      Require.notNegative("standard error", standardError, "");
      Require.atLeast("trials", trials, 0);
      Require.inRange("switched", switched, 0, trials, "");
    }
  }

  /** Copies the rows. */
  public SwitchingTable {
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("switching table must have rows, but had none");
    }
  }

  /**
   * The table of curves of one device.
   *
   * @param device what the device is called
   * @param curves one for each voltage and temperature, made by any method
   */
  public static SwitchingTable of(String device, List<SwitchingCurve> curves) {
    List<Row> rows = new ArrayList<>();
    for (SwitchingCurve curve : curves) {
      for (SwitchingPoint point : curve.points()) {
        rows.add(
            new Row(
                curve.voltageVolts(),
                point.pulseSeconds(),
                point.from(),
                curve.temperatureKelvin(),
                point.probability(),
                point.standardError(),
                point.trials(),
                point.switched()));
      }
    }
    return new SwitchingTable(device, rows);
  }

  /** Whether every point was counted in simulated pulses, so that trials can be told. */
  public boolean counted() {
    return rows.stream().allMatch(row -> row.trials() > 0);
  }
}
