package io.spindrift.device.measured;

import io.spindrift.device.CoveredValue;
import io.spindrift.device.MagneticState;
import io.spindrift.device.SwitchingModel;
import io.spindrift.device.table.CountTable;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * P(switch) interpolated in counted pulses, for each state by itself.
 *
 * <p>Interpolated is the angle x = asin sqrt P by a cubic that is monotone wherever the counts are:
 * first in pulse width on each of the (up to four) nearest curves, then in voltage between them.
 * The model passes through every count, leaves [0, 1] nowhere and has no extremum that the counts
 * do not have. Nothing is smoothed: noise of the counts is in the model, and the band tells how
 * much.
 *
 * <p>The band is Wilson's interval at each count. Between counts its half-widths in x are
 * interpolated linearly, as if the errors of neighbours were fully correlated; the error of the
 * interpolation itself, in which an oscillation sampled less than about six times a period can
 * hide, is not in it.
 *
 * <p>Covered are the temperature of the measurement, voltages between measured ones, and pulse
 * widths within both neighbouring curves. Everything else is refused. All devices are alike.
 */
public final class MeasuredSwitchingModel implements SwitchingModel {
  private static final double SLACK = 1e-9;

  private final String device;
  private final double temperatureKelvin;
  private final Map<MagneticState, List<MeasuredCurve>> curves = new EnumMap<>(MagneticState.class);

  /**
   * The model of a table.
   *
   * @param device what the device is called
   * @param table the counts
   * @param temperatureKelvin temperature of the measurement
   */
  public MeasuredSwitchingModel(String device, CountTable table, double temperatureKelvin) {
    this.device = device;
    this.temperatureKelvin = Require.positive("temperature", temperatureKelvin, "K");
    for (MagneticState from : MagneticState.values()) {
      TreeMap<Double, List<CountTable.Row>> byVoltage = new TreeMap<>();
      for (CountTable.Row row : table.rows()) {
        if (row.fromAntiparallel() == (from == MagneticState.ANTIPARALLEL)) {
          byVoltage.computeIfAbsent(row.voltageVolts(), v -> new ArrayList<>()).add(row);
        }
      }
      curves.put(from, byVoltage.values().stream().map(MeasuredCurve::new).toList());
    }
  }

  @Override
  public String name() {
    return device + ", measured table";
  }

  @Override
  public double probability(
      MagneticState from,
      double voltageVolts,
      double pulseSeconds,
      double temperatureKelvin,
      long deviceIndex) {
    return band(from, voltageVolts, pulseSeconds, temperatureKelvin, 1).probability();
  }

  /**
   * The probability with its confidence band.
   *
   * @param from state before the pulse
   * @param voltageVolts pulse amplitude
   * @param pulseSeconds pulse width
   * @param temperatureKelvin temperature
   * @param sigmas half-width of the band in standard errors, 1.96 for 95 %
   * @throws IllegalArgumentException for a value outside the range that was measured
   */
  public ProbabilityBand band(
      MagneticState from,
      double voltageVolts,
      double pulseSeconds,
      double temperatureKelvin,
      double sigmas) {
    CoveredValue.require(
        "temperature", temperatureKelvin, this.temperatureKelvin, Dimension.TEMPERATURE);
    Require.finite("voltage", voltageVolts, "V");
    Require.positive("pulse", pulseSeconds, "s");
    List<MeasuredCurve> side = curves(from);
    int at = below(side, voltageVolts);
    MeasuredCurve left = requireCovered(side.get(at), from, pulseSeconds);
    if (near(left.voltageVolts(), voltageVolts)) {
      return ProbabilityBand.of(left.at(pulseSeconds, sigmas));
    }
    MeasuredCurve right = requireCovered(side.get(at + 1), from, pulseSeconds);
    double share =
        (voltageVolts - left.voltageVolts()) / (right.voltageVolts() - left.voltageVolts());
    double angle = across(side, at, voltageVolts, pulseSeconds);
    return ProbabilityBand.of(
        left.at(pulseSeconds, sigmas).toward(right.at(pulseSeconds, sigmas), share).about(angle));
  }

  /** Whether pulses out of a state were measured. */
  public boolean measured(MagneticState from) {
    return curves.getOrDefault(from, List.of()).stream().findAny().isPresent();
  }

  /**
   * The pulse widths at which to show the model at a voltage: those counted there, or else all
   * counted ones that are covered.
   */
  public List<Double> pulseSeconds(MagneticState from, double voltageVolts) {
    List<MeasuredCurve> side = curves.getOrDefault(from, List.of());
    List<MeasuredCurve> there =
        side.stream().filter(curve -> near(curve.voltageVolts(), voltageVolts)).toList();
    return (there.isEmpty() ? side : there)
        .stream()
            .flatMap(curve -> curve.rows().stream().map(CountTable.Row::pulseSeconds))
            .filter(pulse -> covers(from, voltageVolts, pulse))
            .sorted()
            .distinct()
            .toList();
  }

  /** Whether the model has a value for a pulse. */
  public boolean covers(MagneticState from, double voltageVolts, double pulseSeconds) {
    List<MeasuredCurve> side = curves.getOrDefault(from, List.of());
    if (side.isEmpty() || outside(side, voltageVolts)) {
      return false;
    }
    int at = below(side, voltageVolts);
    return side.get(at).covers(pulseSeconds)
        && (near(side.get(at).voltageVolts(), voltageVolts)
            || side.get(at + 1).covers(pulseSeconds));
  }

  private List<MeasuredCurve> curves(MagneticState from) {
    List<MeasuredCurve> side = curves.getOrDefault(from, List.of());
    if (side.isEmpty()) {
      throw new IllegalArgumentException(
          "from_state must be measured, but the table of "
              + device
              + " holds no pulses on the "
              + from.word()
              + " state");
    }
    return side;
  }

  /** Index of the last curve at or below a voltage; the last but one above none that equals it. */
  private int below(List<MeasuredCurve> side, double voltageVolts) {
    if (outside(side, voltageVolts)) {
      throw new IllegalArgumentException(
          "voltage must be between %s and %s, the range measured on %s, but was %s"
              .formatted(
                  volts(side.getFirst().voltageVolts()),
                  volts(side.getLast().voltageVolts()),
                  device,
                  volts(voltageVolts)));
    }
    int at = 0;
    for (int i = 1; i < side.size(); i++) {
      double measured = side.get(i).voltageVolts();
      if (measured <= voltageVolts || near(measured, voltageVolts)) {
        at = i;
      }
    }
    return at;
  }

  private static boolean outside(List<MeasuredCurve> side, double voltageVolts) {
    double first = side.getFirst().voltageVolts();
    double last = side.getLast().voltageVolts();
    return !(voltageVolts >= first || near(first, voltageVolts))
        || !(voltageVolts <= last || near(last, voltageVolts));
  }

  private MeasuredCurve requireCovered(
      MeasuredCurve curve, MagneticState from, double pulseSeconds) {
    if (!curve.covers(pulseSeconds)) {
      throw new IllegalArgumentException(
          "pulse must be between %s and %s, the range measured on %s at %s from %s, but was %s"
              .formatted(
                  time(curve.firstSeconds()),
                  time(curve.lastSeconds()),
                  device,
                  volts(curve.voltageVolts()),
                  from.shortName(),
                  time(pulseSeconds)));
    }
    return curve;
  }

  /**
   * The angle between the curves {@code at} and {@code at + 1}, one more on each side if covered.
   */
  private static double across(
      List<MeasuredCurve> side, int at, double voltageVolts, double pulseSeconds) {
    int first = at > 0 && side.get(at - 1).covers(pulseSeconds) ? at - 1 : at;
    int last = at + 2 < side.size() && side.get(at + 2).covers(pulseSeconds) ? at + 2 : at + 1;
    double[] volts = new double[last - first + 1];
    double[] angles = new double[volts.length];
    for (int i = 0; i < volts.length; i++) {
      volts[i] = side.get(first + i).voltageVolts();
      angles[i] = side.get(first + i).at(pulseSeconds, 1).angle();
    }
    return new MonotoneCubic(volts, angles).at(voltageVolts);
  }

  private static boolean near(double a, double b) {
    return Math.abs(a - b) <= SLACK * Math.max(Math.abs(a), Math.abs(b));
  }

  private static String volts(double value) {
    return Quantity.print(value, Dimension.VOLTAGE);
  }

  private static String time(double value) {
    return Quantity.print(value, Dimension.TIME);
  }
}
