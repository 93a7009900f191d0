package io.spindrift.entropy.coin;

import io.spindrift.device.MagneticState;
import io.spindrift.device.SwitchingModel;
import io.spindrift.numerics.random.StreamKey;

/** A population for tests: Gaussian spread about one mean per direction. */
record SpreadJunctions(double fromAntiparallel, double fromParallel, double spread)
    implements SwitchingModel {
  @Override
  public String name() {
    return "spread junctions";
  }

  @Override
  public double probability(
      MagneticState from,
      double voltageVolts,
      double pulseSeconds,
      double temperatureKelvin,
      long deviceIndex) {
    double deviation = spread * StreamKey.root(77).at(deviceIndex).open().nextGaussian();
    double mean = from == MagneticState.ANTIPARALLEL ? fromAntiparallel : fromParallel;
    return Math.clamp(mean + deviation, 0.0, 1.0);
  }
}
