package io.spindrift.device.ensemble;

import io.spindrift.device.dynamics.LinearField;
import io.spindrift.device.dynamics.Segment;
import io.spindrift.numerics.Constants;

/**
 * A segment as the double-precision kernel reads it: angles per step, in rad.
 *
 * <p>All fields are multiplied by gamma dt/(1 + alpha^2). Because m x m = 0, the slopes are taken
 * relative to the one along x, which then costs nothing.
 *
 * @param bx constant field along x
 * @param by constant field along y
 * @param bz constant field along z
 * @param ky slope along y less the slope along x
 * @param kz slope along z less the slope along x
 * @param twist damping-like spin-torque field
 * @param sigma standard deviation of each thermal component
 * @param alpha Gilbert damping
 */
record Float64Field(
    double bx,
    double by,
    double bz,
    double ky,
    double kz,
    double twist,
    double sigma,
    double alpha) {

  /**
   * 1/sqrt(n) near n = 4 is N0 + N1 n + N2 n^2, the second-order series.
   *
   * <p>The corrector is twice the Heun average, whose squared length is 1 + e with e about phi^4/4
   * for a turn by phi rad in one step. The series leaves the length 1 - 5 e^3/16, 3e-9 off at the
   * largest turn admitted (0.3 rad), and the next step starts from there: errors do not add up.
   */
  static final double N0 = 15.0 / 16;

  static final double N1 = -5.0 / 32;
  static final double N2 = 3.0 / 256;

  static Float64Field of(Segment segment, double damping) {
    LinearField field = segment.field();
    double rate =
        Constants.GYROMAGNETIC_RATIO_RADIANS_PER_SECOND_TESLA
            * segment.stepSeconds()
            / (1 + damping * damping);
    return new Float64Field(
        (rate * field.bx()),
        (rate * field.by()),
        (rate * field.bz()),
        (rate * (field.ky() - field.kx())),
        (rate * (field.kz() - field.kx())),
        (rate * field.twist()),
        (rate * segment.thermalSigmaTesla()),
        damping);
  }
}
