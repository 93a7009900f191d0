package io.spindrift.device.ensemble;

import io.spindrift.device.dynamics.LinearField;
import io.spindrift.device.dynamics.Segment;
import io.spindrift.numerics.Constants;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.util.List;

/**
 * How long an integration step may be.
 *
 * <p>In one step of length dt the magnetisation turns by at most
 *
 * <pre>
 *   phi = dt gamma/sqrt(1 + alpha^2) B,   B = |b| + (largest - smallest slope) + |a| + sqrt(3) sigma
 * </pre>
 *
 * with sigma ~ 1/sqrt(dt) the thermal field. A turn of phi is wrong by phi^3/6 in one Heun step; at
 * 0.3 rad that is 1.5 % of the turn, and the stationary law is off by a like amount. Beyond it the
 * answer is not the physics of the device any more.
 *
 * <p>The step also stretches the part of m across the field by sqrt(1 + phi^4/4), an antidamping of
 * phi^4/8 against the Gilbert damping alpha phi. Where alpha is small this counts first: phi =
 * alpha^(1/3) leaves an eighth of the damping to the scheme, and twice that turn all of it.
 */
public final class StepLimit {
  /** Largest angle by which the magnetisation may turn in one step. */
  public static final double LARGEST_TURN_RADIANS = 0.3;

  /** Largest angle for a damping: 0.3 rad, or alpha^(1/3) where that is less. */
  public static double largestTurnRadians(double damping) {
    return Math.min(LARGEST_TURN_RADIANS, Math.cbrt(damping));
  }

  /** Largest angle by which a segment turns the magnetisation in one step. */
  public static double turnRadians(Segment segment, double damping) {
    return turn(segment, damping, segment.stepSeconds());
  }

  /**
   * Refuses segments whose step is too long.
   *
   * @throws UnusableInput which names the step that would do
   */
  public static void require(List<Segment> segments, double damping) {
    double longest = 0;
    double accepted = Double.POSITIVE_INFINITY;
    for (Segment segment : segments) {
      if (segment.steps() > 0 && !(turnRadians(segment, damping) <= largestTurnRadians(damping))) {
        longest = Math.max(longest, segment.stepSeconds());
        accepted = Math.min(accepted, longestSeconds(segment, damping));
      }
    }
    if (longest > 0) {
      throw new UnusableInput(
          "step must be at most "
              + Quantity.print(roundedDown(accepted), Dimension.TIME)
              + " for the magnetisation to turn by no more than "
              + Math.round(1e3 * largestTurnRadians(damping)) / 1e3
              + " rad in it, but was "
              + Quantity.print(longest, Dimension.TIME));
    }
  }

  /**
   * The longest step that would do for the field and noise of a segment, no longer than its own: a
   * quadratic equation in sqrt(dt).
   */
  public static double longestSeconds(Segment segment, double damping) {
    double low = 0;
    double high = segment.stepSeconds();
    if (turn(segment, damping, high) <= largestTurnRadians(damping)) {
      return high;
    }
    for (int i = 0; i < 60; i++) {
      double middle = 0.5 * (low + high);
      if (turn(segment, damping, middle) <= largestTurnRadians(damping)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** To two significant digits, so that the sentence names a step that can be typed. */
  private static double roundedDown(double seconds) {
    double unit = Math.pow(10, Math.floor(Math.log10(seconds)) - 1);
    return Math.floor(seconds / unit) * unit;
  }

  private static double turn(Segment segment, double damping, double stepSeconds) {
    LinearField f = segment.field();
    double constant = Math.sqrt(f.bx() * f.bx() + f.by() * f.by() + f.bz() * f.bz());
    double slopes =
        Math.max(f.kx(), Math.max(f.ky(), f.kz())) - Math.min(f.kx(), Math.min(f.ky(), f.kz()));
    double sigma = segment.thermalSigmaTesla() * Math.sqrt(segment.stepSeconds() / stepSeconds);
    return stepSeconds
        * Constants.GYROMAGNETIC_RATIO_RADIANS_PER_SECOND_TESLA
        / Math.sqrt(1 + damping * damping)
        * (constant + slopes + Math.abs(f.twist()) + Math.sqrt(3) * sigma);
  }

  private StepLimit() {}
}
