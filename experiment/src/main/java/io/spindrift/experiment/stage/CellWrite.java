package io.spindrift.experiment.stage;

import io.spindrift.device.Junction;
import io.spindrift.device.MagneticState;
import io.spindrift.device.OperatingPoint;
import io.spindrift.device.compact.CompactFitSwitching;
import io.spindrift.device.fokkerplanck.QuickSwitching;
import io.spindrift.device.spec.CompactFitDevice;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.spec.MeasuredDevice;
import io.spindrift.memory.circuit.LineDrop;
import io.spindrift.memory.spec.MemorySpec;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the drop along the lines does to the write of one nominal cell.
 *
 * <p>The voltage that arrives at a junction is put to the Fokker-Planck equation or to the fit; a
 * measured table knows its own voltages only and is not asked.
 *
 * @param cell which cell, in words
 * @param volts voltage across its junction while a row of P cells is pulsed at once
 * @param fromParallel P(switch | P) there
 * @param fromAntiparallel P(switch | AP) there
 */
public record CellWrite(String cell, double volts, double fromParallel, double fromAntiparallel) {
  private static final double RELAX_SECONDS = 10e-9;

  /** Without drop, at the near cell of the first row, and at the far cell of the last one. */
  public static List<CellWrite> of(MemorySpec spec, Junction write) {
    OperatingPoint point = write.operatingPoint();
    LineDrop lines = new LineDrop(spec, write.resistance());
    double driver = point.voltageVolts();
    double[] first = lines.rowPulse(driver, MagneticState.PARALLEL, 0);
    double[] last = lines.rowPulse(driver, MagneticState.PARALLEL, spec.array().rows() - 1);
    double near = first[0];
    double far = last[last.length - 1];
    List<Map<MagneticState, Double>> found =
        switch (write.spec()) {
          case MacrospinDevice macrospin -> solved(macrospin, point, List.of(driver, near, far));
          case CompactFitDevice fit -> fitted(fit, point, List.of(driver, near, far));
          case MeasuredDevice _ -> List.of();
        };
    List<String> names = List.of("without drop", "near cell, first row", "far cell, last row");
    List<Double> volts = List.of(driver, near, far);
    List<CellWrite> cells = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      cells.add(
          new CellWrite(
              names.get(i),
              volts.get(i),
              Objects.requireNonNull(found.get(i).get(MagneticState.PARALLEL)),
              Objects.requireNonNull(found.get(i).get(MagneticState.ANTIPARALLEL))));
    }
    return cells;
  }

  private static List<Map<MagneticState, Double>> solved(
      MacrospinDevice device, OperatingPoint point, List<Double> volts) {
    QuickSwitching engine =
        new QuickSwitching(device, point.temperatureKelvin(), Math.abs(point.voltageVolts()));
    List<Map<MagneticState, Double>> found = new ArrayList<>();
    for (double v : volts) {
      Map<MagneticState, Double> sides = new EnumMap<>(MagneticState.class);
      engine
          .probabilities(v, List.of(point.pulseSeconds()), RELAX_SECONDS)
          .forEach((from, p) -> sides.put(from, p[0]));
      found.add(sides);
    }
    return found;
  }

  private static List<Map<MagneticState, Double>> fitted(
      CompactFitDevice device, OperatingPoint point, List<Double> volts) {
    CompactFitSwitching model = new CompactFitSwitching(device, StreamKey.root(0));
    List<Map<MagneticState, Double>> found = new ArrayList<>();
    for (double v : volts) {
      Map<MagneticState, Double> sides = new EnumMap<>(MagneticState.class);
      for (MagneticState from : MagneticState.values()) {
        sides.put(
            from, model.probability(from, v, point.pulseSeconds(), point.temperatureKelvin(), -1));
      }
      found.add(sides);
    }
    return found;
  }
}
