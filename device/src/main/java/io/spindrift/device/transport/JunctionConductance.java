package io.spindrift.device.transport;

import io.spindrift.device.MagneticState;
import io.spindrift.device.spec.FreeLayer;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.spec.TunnelBarrier;
import io.spindrift.numerics.Require;

/**
 * Conductance of a tunnel junction against the direction of its free layer and the bias.
 *
 * <pre>
 *   G(theta, V) = G0(V) (1 + eta(V)^2 cos theta),   cos theta = mz, fixed layer along +z
 *   R_P(V) = R_P0/(1 + (V/V0)^2),   R_AP(V) = R_P(V) (1 + TMR(V)),   TMR(V) = TMR0/(1 + (V/Vh)^2)
 *   G0 = (1/R_P + 1/R_AP)/2,   eta^2 = TMR/(2 + TMR)
 * </pre>
 *
 * The cosine law is Slonczewski, Phys. Rev. B 71, 024411 (2005), for electrodes of equal
 * polarisation eta; eta^2 = TMR/(2 + TMR) is Julliere's relation. Conductance is the chord I/V, not
 * the slope dI/dV. Even in V; independent of temperature.
 *
 * @param parallelOhms R_P0, resistance of the parallel state at zero bias
 * @param tmr TMR0, (R_AP - R_P)/R_P at zero bias
 * @param halfVoltageVolts Vh
 * @param parallelHalfVoltageVolts V0; infinite when R_P does not depend on bias
 */
public record JunctionConductance(
    double parallelOhms, double tmr, double halfVoltageVolts, double parallelHalfVoltageVolts) {

  /** Checks every component. */
  public JunctionConductance {
    Require.positive("parallel resistance", parallelOhms, "Ohm");
    Require.notNegative("tmr", tmr, "");
    Require.positive("half voltage", halfVoltageVolts, "V");
    if (!(parallelHalfVoltageVolts > 0)) {
      throw new IllegalArgumentException(
          "half voltage of the parallel state must be positive, but was "
              + parallelHalfVoltageVolts
              + " V");
    }
  }

  /** The conductance of a device of nominal area and barrier. */
  public static JunctionConductance of(MacrospinDevice device) {
    return of(device.freeLayer(), device.barrier());
  }

  /** The conductance of a barrier of the area of a layer. */
  public static JunctionConductance of(FreeLayer layer, TunnelBarrier barrier) {
    return new JunctionConductance(
        barrier.resistanceAreaProductOhmSquareMeters() / layer.areaSquareMeters(),
        barrier.tmr(),
        barrier.halfVoltageVolts(),
        barrier.parallelHalfVoltageVolts().orElse(Double.POSITIVE_INFINITY));
  }

  /** Resistance of the parallel state at a bias, R_P(V). */
  public double parallelOhms(double volts) {
    double ratio = volts / parallelHalfVoltageVolts;
    return parallelOhms / (1 + ratio * ratio);
  }

  /** Magnetoresistance at a bias, TMR(V). */
  public double tmr(double volts) {
    double ratio = volts / halfVoltageVolts;
    return tmr / (1 + ratio * ratio);
  }

  /** Resistance of a state at a bias. */
  public double resistanceOhms(MagneticState state, double volts) {
    double parallel = parallelOhms(volts);
    return state == MagneticState.PARALLEL ? parallel : parallel * (1 + tmr(volts));
  }

  /** Mean conductance of both states, G0(V). */
  public double meanSiemens(double volts) {
    return 0.5 * (1 + 1 / (1 + tmr(volts))) / parallelOhms(volts);
  }

  /** Spin polarisation of the tunnel current, eta(V). */
  public double polarisation(double volts) {
    double ratio = tmr(volts);
    return Math.sqrt(ratio / (2 + ratio));
  }

  /**
   * Conductance G(theta, V).
   *
   * @param mz cosine of the angle between free and fixed layer
   * @param volts bias across the barrier
   */
  public double siemens(double mz, double volts) {
    double ratio = tmr(volts);
    return meanSiemens(volts) * (1 + ratio / (2 + ratio) * mz);
  }

  /** Cosine that stands for a state. */
  public static double cosineOf(MagneticState state) {
    return state == MagneticState.PARALLEL ? 1 : -1;
  }
}
