package io.spindrift.entropy.coin;

import io.spindrift.device.MagneticState;
import io.spindrift.device.SwitchingModel;
import io.spindrift.testkit.NormalDistribution;

/**
 * A junction for tests whose averages over Gaussian thresholds are known: P(V) = Phi((V - c) / w).
 *
 * @param centreVolts c, where one half of the pulses switch
 * @param widthVolts w
 */
record ProbitJunction(double centreVolts, double widthVolts) implements SwitchingModel {
  @Override
  public String name() {
    return "probit junction";
  }

  @Override
  public double probability(
      MagneticState from,
      double voltageVolts,
      double pulseSeconds,
      double temperatureKelvin,
      long deviceIndex) {
    return NormalDistribution.cumulative((voltageVolts - centreVolts) / widthVolts);
  }
}
