package io.spindrift.device.fit;

import io.spindrift.device.dynamics.EffectiveField;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.table.CountTable;
import io.spindrift.numerics.Constants;

/**
 * A closed form that depends on a device as a precession does, for tests of the fit alone.
 *
 * <p>P = (Bx/B)^2 (1 - exp(-gamma alpha B t) cos(gamma B t))/2 with B^2 = Bx^2 + Bk(V)^2, Bk the
 * net field of the anisotropy: the turn about the effective field of a moment that starts on the
 * axis.
 */
final class NoiseFreePrecession implements SwitchingPredictor {
  @Override
  public double[] probabilities(MacrospinDevice device, CountTable table) {
    return table.rows().stream().mapToDouble(row -> at(device, row)).toArray();
  }

  private static double at(MacrospinDevice device, CountTable.Row row) {
    double gamma = Constants.GYROMAGNETIC_RATIO_RADIANS_PER_SECOND_TESLA;
    double bk = EffectiveField.uniaxialTesla(device, row.voltageVolts());
    double bx = device.biasField().xTesla();
    double square = bx * bx + bk * bk;
    double turn = gamma * Math.sqrt(square) * row.pulseSeconds();
    double fading = Math.exp(-device.freeLayer().damping() * turn);
    return bx * bx / square * (1 - fading * Math.cos(turn)) / 2;
  }
}
