package io.spindrift.device.switching;

import io.spindrift.device.MagneticState;
import io.spindrift.device.OperatingPoint;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Chooses the operating point of a source of chance on a switching curve.
 *
 * <p>Judged is the mean of both directions, P. A plateau is the longest run of at least three
 * neighbouring pulse widths with |P - 1/2| at most 0.05 that spans a quarter of its own centre; its
 * second point is taken, the shortest with both neighbours on the plateau. A crossing is where P,
 * interpolated linearly, passes through 1/2; the shortest pulse wins. Without a crossing the point
 * nearest 1/2 is taken when it is within 0.1.
 */
public final class OperatingPointSearch {
  private static final double PLATEAU_TOLERANCE = 0.05;
  private static final double PLATEAU_RELATIVE_SPAN = 0.25;
  private static final double NEAREST_TOLERANCE = 0.1;

  private final SwitchingCurve curve;
  private final double[] pulses;
  private final double[] means;

  private OperatingPointSearch(SwitchingCurve curve) {
    this.curve = curve;
    List<SwitchingPoint> side = curve.from(MagneticState.PARALLEL);
    this.pulses = side.stream().mapToDouble(SwitchingPoint::pulseSeconds).toArray();
    this.means = new double[pulses.length];
    for (int i = 0; i < pulses.length; i++) {
      means[i] =
          0.5
              * (side.get(i).probability()
                  + curve.probability(MagneticState.ANTIPARALLEL, pulses[i]));
    }
  }

  /**
   * The operating point of a curve under a policy.
   *
   * @throws UnusableInput when the curve offers none; the sentence says how near it came
   */
  public static OperatingPoint choose(SwitchingCurve curve, OperatingPolicy policy) {
    OperatingPointSearch search = new OperatingPointSearch(curve);
    return switch (policy) {
      case AUTO -> search.plateau().or(search::crossing).orElseThrow(search::refusal);
      case PLATEAU -> search.plateau().orElseThrow(search::refusal);
      case CROSSING -> search.crossing().orElseThrow(search::refusal);
    };
  }

  /**
   * The operating point at a given pulse width.
   *
   * @throws UnusableInput when the curve does not reach that width
   */
  public static OperatingPoint at(SwitchingCurve curve, double pulseSeconds) {
    OperatingPointSearch search = new OperatingPointSearch(curve);
    double first = search.pulses[0];
    double last = search.pulses[search.pulses.length - 1];
    if (!(pulseSeconds >= first * (1 - 1e-9) && pulseSeconds <= last * (1 + 1e-9))) {
      throw new UnusableInput(
          "pulse must be between "
              + time(first)
              + " and "
              + time(last)
              + ", the range of the switching curve of "
              + curve.device()
              + ", but was "
              + time(pulseSeconds));
    }
    return search.point(pulseSeconds, "pulse width given");
  }

  private Optional<OperatingPoint> plateau() {
    int bestFirst = 0;
    int bestLast = -1;
    int first = 0;
    for (int i = 0; i < pulses.length; i++) {
      if (!(Math.abs(means[i] - 0.5) <= PLATEAU_TOLERANCE)) {
        first = i + 1;
      } else if (bestLast < 0 || pulses[i] - pulses[first] > pulses[bestLast] - pulses[bestFirst]) {
        bestFirst = first;
        bestLast = i;
      }
    }
    if (bestLast - bestFirst < 2) {
      return Optional.empty();
    }
    double span = pulses[bestLast] - pulses[bestFirst];
    double centre = 0.5 * (pulses[bestLast] + pulses[bestFirst]);
    if (span < PLATEAU_RELATIVE_SPAN * centre) {
      return Optional.empty();
    }
    String reason =
        "plateau of P = 0.5 within %s from %s to %s"
            .formatted(PLATEAU_TOLERANCE, time(pulses[bestFirst]), time(pulses[bestLast]));
    return Optional.of(point(pulses[bestFirst + 1], reason));
  }

  private Optional<OperatingPoint> crossing() {
    for (int i = 1; i < pulses.length; i++) {
      double before = means[i - 1] - 0.5;
      double after = means[i] - 0.5;
      if (before != after && before * after <= 0) {
        double share = before / (before - after);
        double pulse = pulses[i - 1] + share * (pulses[i] - pulses[i - 1]);
        return Optional.of(point(pulse, "shortest crossing of P = 0.5"));
      }
    }
    int nearest = nearest();
    return Math.abs(means[nearest] - 0.5) <= NEAREST_TOLERANCE
        ? Optional.of(point(pulses[nearest], "point nearest P = 0.5, which is not crossed"))
        : Optional.empty();
  }

  private OperatingPoint point(double pulseSeconds, String reason) {
    return new OperatingPoint(
        curve.voltageVolts(),
        pulseSeconds,
        curve.temperatureKelvin(),
        curve.probability(MagneticState.PARALLEL, pulseSeconds),
        curve.probability(MagneticState.ANTIPARALLEL, pulseSeconds),
        reason);
  }

  private UnusableInput refusal() {
    int nearest = nearest();
    return new UnusableInput(
        String.format(
            Locale.ROOT,
            "switching probability of %s at %s must %s between %s and %s, but came nearest with"
                + " %.3f at %s; another voltage, a wider range of pulses or a given pulse would"
                + " be accepted",
            curve.device(),
            Quantity.print(curve.voltageVolts(), Dimension.VOLTAGE),
            Math.abs(means[nearest] - 0.5) <= NEAREST_TOLERANCE
                ? "stay near 0.5 over a plateau"
                : "come near 0.5",
            time(pulses[0]),
            time(pulses[pulses.length - 1]),
            means[nearest],
            time(pulses[nearest])));
  }

  private int nearest() {
    int nearest = 0;
    for (int i = 1; i < means.length; i++) {
      if (Math.abs(means[i] - 0.5) < Math.abs(means[nearest] - 0.5)) {
        nearest = i;
      }
    }
    return nearest;
  }

  private static String time(double seconds) {
    return Quantity.print(seconds, Dimension.TIME);
  }
}
