package io.spindrift.device.compact;

import io.spindrift.device.MagneticState;
import io.spindrift.device.ResistanceModel;
import io.spindrift.device.spec.CompactFitDevice;
import io.spindrift.device.spec.ResistanceFit;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;

/**
 * Resistance of a measured-type junction: R_P(V) and R_AP(V) = R_P(V)(1 + TMR(V)) by their fits.
 *
 * <p>Each device draws R_P and TMR once, normal about the fit, keyed by its index and held above a
 * tenth of the fit.
 */
public final class CompactFitResistance implements ResistanceModel {
  private static final double LEAST_SHARE = 0.1;

  private final ResistanceFit fit;
  private final StreamKey variation;

  /**
   * The resistance of a device.
   *
   * @param device the fit
   * @param variation where device-to-device differences come from
   */
  public CompactFitResistance(CompactFitDevice device, StreamKey variation) {
    this.fit = device.resistance();
    this.variation = variation.purpose("resistance");
  }

  @Override
  public double resistanceOhms(MagneticState state, double voltageVolts, long deviceIndex) {
    double v = Require.finite("voltage", voltageVolts, "V");
    double parallel = fit.parallel().at(v) * 1e3;
    double tmr = fit.tmr().at(v);
    if (deviceIndex >= 0) {
      RandomStream random = variation.at(deviceIndex).open();
      double sigma = fit.parallelSigma().at(v) * 1e3;
      parallel = Math.max(LEAST_SHARE * parallel, parallel + sigma * random.nextGaussian());
      double tmrSigma = fit.tmrSigma().at(v);
      tmr = Math.max(LEAST_SHARE * tmr, tmr + tmrSigma * random.nextGaussian());
    }
    return state == MagneticState.PARALLEL ? parallel : parallel * (1 + tmr);
  }
}
