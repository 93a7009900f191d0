package io.spindrift.device.measured;

import io.spindrift.device.MagneticState;
import io.spindrift.device.ResistanceModel;
import io.spindrift.device.spec.MeasuredResistance;
import io.spindrift.device.table.ResistanceTable;
import io.spindrift.numerics.Require;
import java.util.List;
import java.util.Optional;

/**
 * Resistance of a measured junction: straight lines between readings, or R_P and TMR.
 *
 * <p>A bias outside the readings is refused. All devices are alike.
 */
public final class MeasuredResistanceModel implements ResistanceModel {
  private final MeasuredResistance given;
  private final Optional<ResistanceTable> table;

  /** The model of a description. */
  public MeasuredResistanceModel(MeasuredResistance given) {
    this.given = given;
    this.table = given.csv().map(text -> ResistanceTable.parse(text, "resistance.csv"));
  }

  @Override
  public double resistanceOhms(MagneticState state, double voltageVolts, long deviceIndex) {
    Require.finite("voltage", voltageVolts, "V");
    boolean antiparallel = state == MagneticState.ANTIPARALLEL;
    if (table.isPresent()) {
      return between(table.get().of(antiparallel), voltageVolts);
    }
    double parallel = given.parallelOhms().orElseThrow();
    double ratio = given.halfVoltageVolts().map(half -> voltageVolts / half).orElse(0.0);
    double tmr = given.tmr().orElseThrow() / (1 + ratio * ratio);
    return antiparallel ? parallel * (1 + tmr) : parallel;
  }

  private static double between(List<ResistanceTable.Row> rows, double voltageVolts) {
    double first = rows.getFirst().voltageVolts();
    double last = rows.getLast().voltageVolts();
    double slack = 1e-9 * Math.max(Math.abs(first), Math.abs(last));
    Require.inRange("bias of the resistance table", voltageVolts, first - slack, last + slack, "V");
    if (rows.size() == 1) {
      return rows.getFirst().resistanceOhms();
    }
    double[] volts = rows.stream().mapToDouble(ResistanceTable.Row::voltageVolts).toArray();
    int k = voltageVolts >= last ? volts.length - 2 : MonotoneCubic.interval(volts, voltageVolts);
    double share = Math.clamp((voltageVolts - volts[k]) / (volts[k + 1] - volts[k]), 0, 1);
    double from = rows.get(k).resistanceOhms();
    return from + share * (rows.get(k + 1).resistanceOhms() - from);
  }
}
