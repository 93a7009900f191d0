package io.spindrift.device.fokkerplanck;

import io.spindrift.device.drive.Drive;
import io.spindrift.device.dynamics.Segment;
import io.spindrift.device.dynamics.SphereRegion;
import java.util.ArrayList;
import java.util.List;

/**
 * How probable it is to end in a given well, from every direction and at every time of a drive.
 *
 * <p>u(m, t) = P(the region is where the drive ends | the magnetisation is m at time t), solution
 * of the backward equation du/dt = -G^T u with the indicator of the region at the end. The best
 * possible importance function of a rare-event simulation.
 *
 * @param seconds the times, from the start of the drive, as they were asked for
 * @param functions u at each time; away from its own round-off of about 1e-13 between 0 and 1
 */
public record BackwardSolution(List<Double> seconds, List<SphereFunction> functions) {
  /** Copies the lists. */
  public BackwardSolution {
    seconds = List.copyOf(seconds);
    functions = List.copyOf(functions);
  }

  static BackwardSolution of(
      DriftBasis basis, double damping, Drive drive, SphereRegion end, List<Double> times) {
    double total = 0;
    for (Segment segment : drive.segments()) {
      total += segment.seconds();
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      if (!(times.get(i) >= 0 && times.get(i) <= total * (1 + 1e-9))) {
        throw new IllegalArgumentException(
            "time must be between 0 and "
                + total
                + " s, the length of the drive, but was "
                + times.get(i)
                + " s");
      }
      order.add(i);
    }
    order.sort((a, b) -> Double.compare(times.get(b), times.get(a)));
    SphereFunction[] found = new SphereFunction[times.size()];
    double[] sign = Hemispheres.signOfMz(basis.layout());
    double now = total;
    int next = 0;
    for (Segment segment : drive.segments().reversed()) {
      double begin = Math.max(0, now - segment.seconds());
      ExponentialAction action =
          new ExponentialAction(
              basis.generator(segment.field(), damping, segment.diffusionPerSecond()).backward(),
              FokkerPlanck.TOLERANCE,
              BlockProduct.fastest());
      while (next < order.size() && times.get(order.get(next)) > begin) {
        double time = Math.min(now, times.get(order.get(next)));
        action.advance(sign, now - time);
        now = time;
        found[order.get(next++)] = probability(basis.layout(), sign, end);
      }
      action.advance(sign, now - begin);
      now = begin;
    }
    while (next < order.size()) {
      found[order.get(next++)] = probability(basis.layout(), sign, end);
    }
    return new BackwardSolution(times, List.of(found));
  }

  private static SphereFunction probability(
      HarmonicLayout layout, double[] sign, SphereRegion end) {
    double[] u = new double[sign.length];
    for (int i = 0; i < u.length; i++) {
      u[i] = (end == SphereRegion.UPPER ? 0.5 : -0.5) * sign[i];
    }
    u[layout.at(HarmonicLayout.COSINE, 0, 0)] += 0.5 * Math.sqrt(4 * Math.PI);
    return new SphereFunction(layout, u);
  }
}
