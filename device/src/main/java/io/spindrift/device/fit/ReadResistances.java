package io.spindrift.device.fit;

import io.spindrift.device.table.ResistanceTable;

/**
 * Readings of resistance, of equal but unknown relative error.
 *
 * <p>Predicted is ln R; the residual is ln(R_read/R), its scale is found by the fit.
 *
 * @param table the readings
 */
record ReadResistances(ResistanceTable table) implements Measurement {
  @Override
  public int size() {
    return table.rows().size();
  }

  @Override
  public double residual(int i, double predicted) {
    return Math.log(table.rows().get(i).resistanceOhms()) - predicted;
  }

  @Override
  public double rate(int i, double predicted) {
    return -1;
  }

  @Override
  public double information(int i, double predicted) {
    return 1;
  }
}
