package io.spindrift.device.ensemble;

import io.spindrift.device.dynamics.LinearField;
import io.spindrift.device.dynamics.Segment;
import io.spindrift.numerics.Constants;

/**
 * A segment as the single-precision kernel reads it: angles per step, in rad.
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
record Float32Field(
    float bx, float by, float bz, float ky, float kz, float twist, float sigma, float alpha) {

  /**
   * 1/sqrt(n) near n = 4 is N0 + N1 n + N2 n^2, the second-order series.
   *
   * <p>The corrector is twice the Heun average, whose squared length is 1 + e with e about phi^4/4
   * for a turn by phi rad in one step. The series leaves the length 1 - 5 e^3/16, 3e-9 off at the
   * largest turn admitted (0.3 rad), and the next step starts from there: errors do not add up.
   */
  static final float N0 = 15 / 16f;

  static final float N1 = -5 / 32f;
  static final float N2 = 3 / 256f;

  static Float32Field of(Segment segment, double damping) {
    LinearField field = segment.field();
    double rate =
        Constants.GYROMAGNETIC_RATIO_RADIANS_PER_SECOND_TESLA
            * segment.stepSeconds()
            / (1 + damping * damping);
    return new Float32Field(
        (float) (rate * field.bx()),
        (float) (rate * field.by()),
        (float) (rate * field.bz()),
        (float) (rate * (field.ky() - field.kx())),
        (float) (rate * (field.kz() - field.kx())),
        (float) (rate * field.twist()),
        (float) (rate * segment.thermalSigmaTesla()),
        (float) damping);
  }
}
