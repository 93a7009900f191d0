package io.spindrift.device.compact;

import io.spindrift.device.CoveredValue;
import io.spindrift.device.MagneticState;
import io.spindrift.device.SwitchingModel;
import io.spindrift.device.spec.CompactFitDevice;
import io.spindrift.device.spec.SwitchingFit;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;

/**
 * P(switch) of a measured-type junction by its closed-form fit.
 *
 * <pre>
 *   Pc = y0(v) + amp(v)/(1 + exp(-(2 ln 4/w(v)) (t - t50(v)))), held in [0, 0.999999]
 *   L = -ln(1 - Pc),   P(AP to P) = 1 - exp(-L e^{eta/2}),   P(P to AP) = 1 - exp(-L e^{-eta/2})
 * </pre>
 *
 * with v the reduced voltage, t the pulse width in ns. Nothing switches below the lowest v or the
 * shortest pulse; above the highest v the fit is held. Each device draws t50, amp, w and eta once,
 * normal about the fit, keyed by its index; a width below 0.01 ns is held there. The fit knows one
 * temperature: others are refused.
 */
public final class CompactFitSwitching implements SwitchingModel {
  private static final double HIGHEST_PROBABILITY = 0.999999;
  private static final double LEAST_WIDTH_NANOSECONDS = 0.01;
  private static final double STEEPNESS = 2 * Math.log(4);

  private final CompactFitDevice device;
  private final StreamKey variation;

  /**
   * The model of a device.
   *
   * @param device the fit
   * @param variation where device-to-device differences come from
   */
  public CompactFitSwitching(CompactFitDevice device, StreamKey variation) {
    this.device = device;
    this.variation = variation.purpose("switching");
  }

  @Override
  public String name() {
    return device.name() + ", compact fit";
  }

  @Override
  public double probability(
      MagneticState from,
      double voltageVolts,
      double pulseSeconds,
      double temperatureKelvin,
      long deviceIndex) {
    Require.finite("voltage", voltageVolts, "V");
    Require.positive("pulse", pulseSeconds, "s");
    SwitchingFit fit = device.switching();
    CoveredValue.require(
        "temperature", temperatureKelvin, fit.temperatureKelvin(), Dimension.TEMPERATURE);
    double v = voltageVolts / fit.voltageScaleVolts();
    if (below(v, fit.lowestReducedVoltage()) || below(pulseSeconds, fit.shortestPulseSeconds())) {
      return 0;
    }
    Draw draw = draw(deviceIndex);
    double central = central(Math.min(v, fit.highestReducedVoltage()), pulseSeconds * 1e9, draw);
    double log = -Math.log1p(-central);
    double eta = fit.asymmetry() + fit.asymmetrySigma() * draw.asymmetry();
    double tilt = from == MagneticState.ANTIPARALLEL ? eta / 2 : -eta / 2;
    return -Math.expm1(-log * Math.exp(tilt));
  }

  /** The deviations of one device from the fit; none for a negative index. */
  public Draw draw(long deviceIndex) {
    return Draw.of(variation, deviceIndex);
  }

  /** Whether a limit of the fit holds the width or the probability of one device. */
  public boolean isHeld(double voltageVolts, double pulseSeconds, long deviceIndex) {
    SwitchingFit fit = device.switching();
    double v = Math.min(voltageVolts / fit.voltageScaleVolts(), fit.highestReducedVoltage());
    Draw draw = draw(deviceIndex);
    double free = free(v, pulseSeconds * 1e9, draw);
    return width(v, draw) < LEAST_WIDTH_NANOSECONDS || free < 0 || free > HIGHEST_PROBABILITY;
  }

  /** The mean probability Pc of both directions, before the asymmetry. */
  double central(double v, double nanoseconds, Draw draw) {
    return Math.clamp(free(v, nanoseconds, draw), 0, HIGHEST_PROBABILITY);
  }

  private double free(double v, double nanoseconds, Draw draw) {
    SwitchingFit fit = device.switching();
    double amplitude = fit.amplitude().at(v) + fit.amplitudeSigma().at(v) * draw.amplitude();
    double centre = fit.centre().at(v) + fit.centreSigma().at(v) * draw.centre();
    double width = Math.max(LEAST_WIDTH_NANOSECONDS, width(v, draw));
    double step = 1 / (1 + Math.exp(-STEEPNESS / width * (nanoseconds - centre)));
    return fit.baseline().at(v) + amplitude * step;
  }

  private double width(double v, Draw draw) {
    SwitchingFit fit = device.switching();
    return fit.width().at(v) + fit.widthSigma().at(v) * draw.width();
  }

  /** Less than a threshold, not counting rounding, so that 1.28 V/0.8 V is not below 1.6. */
  private static boolean below(double value, double threshold) {
    return value < threshold * (1 - 1e-12);
  }

  /**
   * The four standard normal deviates of one device, each in units of its sigma.
   *
   * @param centre of t50
   * @param amplitude of the height of the step
   * @param width of its width
   * @param asymmetry of eta
   */
  public record Draw(double centre, double amplitude, double width, double asymmetry) {
    static final Draw NOMINAL = new Draw(0, 0, 0, 0);

    static Draw of(StreamKey variation, long deviceIndex) {
      if (deviceIndex < 0) {
        return NOMINAL;
      }
      RandomStream random = variation.at(deviceIndex).open();
      return new Draw(
          random.nextGaussian(),
          random.nextGaussian(),
          random.nextGaussian(),
          random.nextGaussian());
    }
  }
}
