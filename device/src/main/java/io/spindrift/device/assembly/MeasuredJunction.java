package io.spindrift.device.assembly;

import io.spindrift.device.Junction;
import io.spindrift.device.MagneticState;
import io.spindrift.device.OperatingPoint;
import io.spindrift.device.ResistanceModel;
import io.spindrift.device.measured.MeasuredResistanceModel;
import io.spindrift.device.measured.MeasuredSwitchingModel;
import io.spindrift.device.measured.ProbabilityBand;
import io.spindrift.device.measured.UnknownResistance;
import io.spindrift.device.spec.DeviceSpec;
import io.spindrift.device.spec.MeasuredDevice;
import io.spindrift.device.spec.MeasuredResistance;
import io.spindrift.device.switching.SwitchingCurve;
import io.spindrift.device.switching.SwitchingPoint;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The junction of a measured device. */
public final class MeasuredJunction {
  /** Relative distance below which two pulse widths are one, differently rounded. */
  private static final double SAME_PULSE = 1e-9;

  /** The switching model of a measured device. */
  public static MeasuredSwitchingModel model(MeasuredDevice device) {
    return new MeasuredSwitchingModel(
        device.name(), device.switching().table(), device.switching().temperatureKelvin());
  }

  /**
   * Refuses a device whose pulses cannot be priced.
   *
   * @throws io.spindrift.numerics.UnusableInput when it is a measured one of unknown resistance
   */
  public static void requirePriced(DeviceSpec spec) {
    if (spec instanceof MeasuredDevice device && device.resistance().isEmpty()) {
      throw new UnknownResistance(device.name()).refusal();
    }
  }

  /**
   * The curve at given pulse widths, each refused unless it was covered by the measurement.
   *
   * @param device the device
   * @param voltageVolts pulse amplitude
   * @param temperatureKelvin temperature
   * @param pulseSeconds pulse widths
   * @param states states before the pulse
   * @throws IllegalArgumentException for a pulse outside the range that was measured
   */
  public static SwitchingCurve curve(
      MeasuredDevice device,
      double voltageVolts,
      double temperatureKelvin,
      List<Double> pulseSeconds,
      List<MagneticState> states) {
    MeasuredSwitchingModel model = model(device);
    List<SwitchingPoint> points = new ArrayList<>();
    for (MagneticState from : states) {
      for (double pulse : pulseSeconds) {
        ProbabilityBand band = model.band(from, voltageVolts, pulse, temperatureKelvin, 1);
        points.add(new SwitchingPoint(pulse, from, 0, 0, band.probability(), band.halfWidth()));
      }
    }
    return new SwitchingCurve(device.name(), voltageVolts, temperatureKelvin, points);
  }

  /**
   * The curve at the point of use: at every covered width among those given, and at every width
   * measured there.
   *
   * @throws IllegalArgumentException when no pulse width is covered in both states
   */
  static SwitchingCurve curve(MeasuredDevice device, List<Double> pulseSeconds) {
    MeasuredSwitchingModel model = model(device);
    double volts = device.operation().voltageVolts();
    TreeSet<Double> pulses = new TreeSet<>(pulseSeconds);
    for (MagneticState from : MagneticState.values()) {
      pulses.addAll(model.pulseSeconds(from, volts));
    }
    if (device.operation().hasPulse()) {
      pulses.add(device.operation().pulseSeconds());
    }
    List<Double> covered = new ArrayList<>();
    for (double pulse : pulses) {
      boolean again = !covered.isEmpty() && pulse <= covered.getLast() * (1 + SAME_PULSE);
      if (!again
          && model.covers(MagneticState.PARALLEL, volts, pulse)
          && model.covers(MagneticState.ANTIPARALLEL, volts, pulse)) {
        covered.add(pulse);
      }
    }
    if (covered.isEmpty()) {
      throw new IllegalArgumentException(
          "switching of "
              + device.name()
              + " must be measured out of both states at "
              + Quantity.print(volts, Dimension.VOLTAGE)
              + ", but no pulse width is covered in both; another operation.voltage or a table with"
              + " both states would be accepted");
    }
    return curve(
        device,
        volts,
        device.operation().temperatureKelvin(),
        covered,
        List.of(MagneticState.values()));
  }

  static Junction at(MeasuredDevice device, OperatingPoint point) {
    ResistanceModel resistance =
        device
            .resistance()
            .<ResistanceModel>map(MeasuredResistanceModel::new)
            .orElseGet(() -> new UnknownResistance(device.name()));
    double capacitance = device.resistance().map(MeasuredResistance::capacitanceFarads).orElse(0.0);
    return new Junction(device.name(), device, model(device), resistance, capacitance, point);
  }

  private MeasuredJunction() {}
}
