package io.spindrift.experiment.stage;

import io.spindrift.device.MagneticState;
import io.spindrift.device.SwitchingModel;
import io.spindrift.device.assembly.MeasuredJunction;
import io.spindrift.device.compact.CompactFitSwitching;
import io.spindrift.device.fokkerplanck.QuickSwitching;
import io.spindrift.device.spec.CompactFitDevice;
import io.spindrift.device.spec.DeviceSpec;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.spec.MeasuredDevice;
import io.spindrift.memory.array.ArrayShape;
import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.CellFaults;
import io.spindrift.memory.array.CellKinds;
import io.spindrift.memory.array.FlipTable;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The write error of the nominal device against pulse width and temperature, and what an array of
 * such devices shows of it.
 *
 * <p>A macrospin device is computed by the Fokker-Planck equation, others by their fit or table.
 * Each point is put to an array of 65536 cells in each state.
 */
public final class WriteErrorCurves {
  private static final ArrayShape CELLS = new ArrayShape(64, 1024);
  private static final double RELAX_SECONDS = 10e-9;

  /**
   * One point.
   *
   * @param temperatureKelvin temperature
   * @param pulseSeconds width of the pulse
   * @param from state that was to be left
   * @param error counted, beside 1 - P(switch)
   */
  public record Point(
      double temperatureKelvin, double pulseSeconds, MagneticState from, ErrorShare error) {}

  /**
   * All points, by temperature, state and pulse width.
   *
   * @param device the junction
   * @param voltageVolts amplitude of the pulse
   * @param pulseSeconds widths, increasing
   * @param kelvins temperatures
   * @param key chance of the counts
   * @throws IllegalArgumentException for a pulse or a temperature that a fit or table does not
   *     cover
   */
  public static List<Point> of(
      DeviceSpec device,
      double voltageVolts,
      List<Double> pulseSeconds,
      List<Double> kelvins,
      StreamKey key,
      Workers workers,
      Progress progress) {
    List<Point> points = new ArrayList<>();
    try (Progress.Task task = progress.begin("write error", kelvins.size(), "temperatures")) {
      for (double kelvin : kelvins) {
        progress.checkStopped();
        Map<MagneticState, double[]> sides =
            probabilities(device, voltageVolts, pulseSeconds, kelvin);
        for (MagneticState from : MagneticState.values()) {
          double[] p = Objects.requireNonNull(sides.get(from));
          for (int i = 0; i < p.length; i++) {
            StreamKey chance = key.at(points.size());
            points.add(
                new Point(kelvin, pulseSeconds.get(i), from, counted(from, p[i], chance, workers)));
          }
        }
        task.advance(1);
      }
    }
    return points;
  }

  private static Map<MagneticState, double[]> probabilities(
      DeviceSpec device, double volts, List<Double> pulses, double kelvin) {
    return switch (device) {
      case MacrospinDevice macrospin ->
          new QuickSwitching(macrospin, kelvin, Math.abs(volts))
              .probabilities(volts, pulses, RELAX_SECONDS);
      case CompactFitDevice fit ->
          each(new CompactFitSwitching(fit, StreamKey.root(0)), volts, pulses, kelvin);
      case MeasuredDevice measured -> each(MeasuredJunction.model(measured), volts, pulses, kelvin);
    };
  }

  private static Map<MagneticState, double[]> each(
      SwitchingModel model, double volts, List<Double> pulses, double kelvin) {
    Map<MagneticState, double[]> sides = new EnumMap<>(MagneticState.class);
    for (MagneticState from : MagneticState.values()) {
      sides.put(
          from,
          pulses.stream()
              .mapToDouble(pulse -> model.probability(from, volts, pulse, kelvin, -1))
              .toArray());
    }
    return sides;
  }

  private static ErrorShare counted(
      MagneticState from, double probability, StreamKey chance, Workers workers) {
    CellArray array = new CellArray(CELLS, CellKinds.nominal(), CellFaults.NONE);
    array.fill(0, CELLS.rows(), from);
    array.flip(0, CELLS.rows(), FlipTable.uniform(probability), chance, workers);
    long ones = array.countOnes(0, CELLS.rows(), workers);
    long stayed = from == MagneticState.ANTIPARALLEL ? ones : CELLS.cells() - ones;
    return new ErrorShare("write out of " + from.symbol(), stayed, CELLS.cells(), 1 - probability);
  }

  private WriteErrorCurves() {}
}
