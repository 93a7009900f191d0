package io.spindrift.device.fit;

import java.util.List;

/**
 * Readings of resistance, of equal but unknown relative error.
 *
 * <p>Predicted is ln R; the residual is ln(R_read/R), its scale is found by the fit.
 *
 * @param ohms the readings
 */
record ReadResistances(List<Double> ohms) implements Measurement {
  @Override
  public int size() {
    return ohms.size();
  }

  @Override
  public double residual(int i, double predicted) {
    return Math.log(ohms.get(i)) - predicted;
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
