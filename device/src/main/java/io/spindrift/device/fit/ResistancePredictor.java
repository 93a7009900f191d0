package io.spindrift.device.fit;

import io.spindrift.device.MagneticState;
import io.spindrift.device.dynamics.EffectiveField;
import io.spindrift.device.dynamics.LinearField;
import io.spindrift.device.landscape.RestingSide;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.table.FieldResistanceTable;
import io.spindrift.device.table.ResistanceReadings;
import io.spindrift.device.table.ResistanceTable;
import io.spindrift.device.transport.JunctionConductance;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.util.Locale;

/**
 * Resistance of a device for every row of a table, at rest.
 *
 * <p>Against bias alone the states are mz = 1 and -1. In a field, R = 1/G(mz, V) by the law of
 * {@link JunctionConductance}, mz from the minimum of the energy on the side of the state: applied
 * field, the device's own bias and stray field, shape, and anisotropy under the bias V. A reading
 * on a side says that a well is there: a device without it is impossible.
 *
 * @param temperatureKelvin temperature of the free layer, which the laws of the device may ask for
 */
public record ResistancePredictor(double temperatureKelvin) {

  /**
   * One resistance in ohms for each row of the table, in its order.
   *
   * @throws UnusableInput when the device has no well on the side of a row in the field of that row
   */
  public double[] ohms(MacrospinDevice device, ResistanceReadings readings) {
    JunctionConductance conductance = JunctionConductance.of(device);
    return switch (readings) {
      case ResistanceTable table ->
          table.rows().stream()
              .mapToDouble(
                  row -> conductance.resistanceOhms(state(row.antiparallel()), row.voltageVolts()))
              .toArray();
      case FieldResistanceTable table ->
          table.rows().stream().mapToDouble(row -> inField(device, conductance, row)).toArray();
    };
  }

  private double inField(
      MacrospinDevice device, JunctionConductance conductance, FieldResistanceTable.Row row) {
    double b = row.fieldTesla();
    LinearField applied =
        switch (row.axis()) {
          case X -> new LinearField(b, 0, 0, 0, 0, 0);
          case Y -> new LinearField(0, b, 0, 0, 0, 0);
          case Z -> new LinearField(0, 0, b, 0, 0, 0);
        };
    LinearField field =
        EffectiveField.of(device, row.voltageVolts(), temperatureKelvin).plus(applied);
    double mz = RestingSide.mz(field, state(row.antiparallel())).orElseThrow(() -> noWell(row));
    return 1 / conductance.siemens(mz, row.voltageVolts());
  }

  private static UnusableInput noWell(FieldResistanceTable.Row row) {
    return new UnusableInput(
        "the %s state must have a well in %s along %s, but the device has none there; start from a"
                .formatted(
                    row.antiparallel() ? "antiparallel" : "parallel",
                    Quantity.print(row.fieldTesla(), Dimension.MAGNETIC_FIELD),
                    row.axis().name().toLowerCase(Locale.ROOT))
            + " higher freeLayer.interfaceAnisotropy, and leave out readings beyond saturation");
  }

  private static MagneticState state(boolean antiparallel) {
    return antiparallel ? MagneticState.ANTIPARALLEL : MagneticState.PARALLEL;
  }
}
