package io.spindrift.device.switching;

import io.spindrift.device.MagneticState;
import io.spindrift.device.OperatingPoint;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.util.List;
import java.util.Locale;

/**
 * Chooses the pulse that writes on a switching curve: the one least likely to fail either way.
 *
 * <p>Judged is the smaller of P(switch | parallel) and P(switch | antiparallel) at the widths of
 * the curve, for one pulse must serve both directions. As good as the best are its neighbours whose
 * error 1 - P exceeds the least by no more than 2 % of it and one standard error. Where they end
 * before the longest width the best is a maximum, and their middle is taken, the farthest from both
 * flanks; where they reach it the curve has become flat, and the shortest is taken, for a longer
 * pulse only costs energy.
 *
 * <p>A write is useful from P = 0.75 on: five pulses, each followed by a read of what is left, then
 * leave 0.25^5, one cell in a thousand.
 */
public final class WritePointSearch {
  /** Least probability of the worse direction at which a pulse is of use as a write. */
  public static final double LEAST_USEFUL = 0.75;

  private static final double RELATIVE_TOLERANCE = 0.02;

  private final SwitchingCurve curve;
  private final List<SwitchingPoint> side;
  private final double[] worse;
  private final double[] errors;

  private WritePointSearch(SwitchingCurve curve) {
    this.curve = curve;
    this.side = curve.from(MagneticState.PARALLEL);
    this.worse = new double[side.size()];
    this.errors = new double[side.size()];
    for (int i = 0; i < worse.length; i++) {
      SwitchingPoint point = side.get(i);
      double other = curve.probability(MagneticState.ANTIPARALLEL, point.pulseSeconds());
      worse[i] = Math.min(point.probability(), other);
      errors[i] = point.standardError();
    }
  }

  /**
   * The write pulse of a curve.
   *
   * @throws UnusableInput when no pulse is useful; the sentence says how near the best came
   */
  public static OperatingPoint choose(SwitchingCurve curve) {
    WritePointSearch search = new WritePointSearch(curve);
    int best = search.best();
    if (!(search.worse[best] >= LEAST_USEFUL)) {
      throw search.refusal(best);
    }
    return search.chosen(best);
  }

  /** Whether a curve has a useful write pulse. */
  public static boolean isUseful(SwitchingCurve curve) {
    WritePointSearch search = new WritePointSearch(curve);
    return search.worse[search.best()] >= LEAST_USEFUL;
  }

  private int best() {
    int best = 0;
    for (int i = 1; i < worse.length; i++) {
      if (worse[i] > worse[best]) {
        best = i;
      }
    }
    return best;
  }

  private OperatingPoint chosen(int best) {
    double least = worse[best] - RELATIVE_TOLERANCE * (1 - worse[best]) - errors[best];
    int first = best;
    while (first > 0 && worse[first - 1] >= least) {
      first--;
    }
    int last = best;
    while (last < worse.length - 1 && worse[last + 1] >= least) {
      last++;
    }
    boolean flat = last == worse.length - 1 && first < last;
    double pulse = side.get(flat ? first : (first + last) / 2).pulseSeconds();
    double parallel = curve.probability(MagneticState.PARALLEL, pulse);
    double antiparallel = curve.probability(MagneticState.ANTIPARALLEL, pulse);
    return new OperatingPoint(
        curve.voltageVolts(),
        pulse,
        curve.temperatureKelvin(),
        parallel,
        antiparallel,
        flat
            ? "shortest pulse that writes as well as the longest"
            : "pulse that fails least in its worse direction");
  }

  private UnusableInput refusal(int best) {
    return new UnusableInput(
        String.format(
            Locale.ROOT,
            "switching probability of %s at %s must reach %s out of both states to write, but the"
                + " best of %s to %s is %.3f at %s; another voltage or a wider range of pulses"
                + " would be accepted",
            curve.device(),
            Quantity.print(curve.voltageVolts(), Dimension.VOLTAGE),
            LEAST_USEFUL,
            time(0),
            time(side.size() - 1),
            worse[best],
            time(best)));
  }

  private String time(int index) {
    return Quantity.print(side.get(index).pulseSeconds(), Dimension.TIME);
  }
}
