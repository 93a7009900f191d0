package io.spindrift.memory;

import io.spindrift.device.MagneticState;
import io.spindrift.device.SwitchingModel;
import io.spindrift.numerics.random.StreamKey;

/** A population for tests: switching probability with Gaussian spread about one mean. */
record SpreadCells(double mean, double spread) implements SwitchingModel {
  @Override
  public String name() {
    return "spread cells";
  }

  @Override
  public double probability(
      MagneticState from,
      double voltageVolts,
      double pulseSeconds,
      double temperatureKelvin,
      long deviceIndex) {
    double deviation = spread * StreamKey.root(77).at(deviceIndex).open().nextGaussian();
    return Math.clamp(mean + deviation, 0.0, 1.0);
  }
}
