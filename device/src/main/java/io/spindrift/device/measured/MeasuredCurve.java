package io.spindrift.device.measured;

import io.spindrift.device.table.CountTable;
import io.spindrift.numerics.statistics.WilsonInterval;
import java.util.List;

/**
 * P(switch) against pulse width at one voltage out of one state, in the angle asin sqrt P.
 *
 * <p>In the angle a counted share has the standard deviation 1/(2 sqrt n) whatever P, and a
 * precession P = sin^2(omega t/2) is a straight line between its turning points.
 */
final class MeasuredCurve {
  private final List<CountTable.Row> rows;
  private final double[] pulses;
  private final MonotoneCubic angle;

  MeasuredCurve(List<CountTable.Row> rows) {
    this.rows = List.copyOf(rows);
    this.pulses = rows.stream().mapToDouble(CountTable.Row::pulseSeconds).toArray();
    this.angle =
        new MonotoneCubic(pulses, rows.stream().mapToDouble(row -> angle(row.share())).toArray());
  }

  /** The angle of a probability. */
  static double angle(double probability) {
    return Math.asin(Math.sqrt(probability));
  }

  double voltageVolts() {
    return rows.getFirst().voltageVolts();
  }

  double firstSeconds() {
    return pulses[0];
  }

  double lastSeconds() {
    return pulses[pulses.length - 1];
  }

  List<CountTable.Row> rows() {
    return rows;
  }

  /** Whether a pulse width lies within those measured, rounding aside. */
  boolean covers(double pulseSeconds) {
    return pulseSeconds >= firstSeconds() * (1 - 1e-9)
        && pulseSeconds <= lastSeconds() * (1 + 1e-9);
  }

  /** The angle and how far it may lie below and above. */
  Reach at(double pulseSeconds, double sigmas) {
    double middle = angle.at(pulseSeconds);
    int k = pulses.length == 1 ? 0 : MonotoneCubic.interval(pulses, pulseSeconds);
    Reach left = reach(rows.get(k), sigmas);
    if (pulses.length == 1) {
      return left;
    }
    Reach right = reach(rows.get(k + 1), sigmas);
    double share = Math.clamp((pulseSeconds - pulses[k]) / (pulses[k + 1] - pulses[k]), 0, 1);
    return new Reach(middle, left.below(), left.above()).toward(right, share);
  }

  private static Reach reach(CountTable.Row row, double sigmas) {
    WilsonInterval interval = WilsonInterval.of(row.switched(), row.trials(), sigmas);
    double middle = angle(row.share());
    return new Reach(middle, middle - angle(interval.low()), angle(interval.high()) - middle);
  }

  /**
   * An angle with its uncertainty.
   *
   * @param angle the angle
   * @param below how far it may lie below
   * @param above how far it may lie above
   */
  record Reach(double angle, double below, double above) {
    /** This angle with an uncertainty moved by a share toward that of another. */
    Reach toward(Reach other, double share) {
      return new Reach(
          angle, below + share * (other.below - below), above + share * (other.above - above));
    }

    /** This uncertainty about another angle. */
    Reach about(double otherAngle) {
      return new Reach(otherAngle, below, above);
    }
  }
}
