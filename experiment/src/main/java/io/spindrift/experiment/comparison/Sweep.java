package io.spindrift.experiment.comparison;

import io.spindrift.diffusion.metric.Estimate;
import io.spindrift.numerics.Require;
import java.util.List;

/**
 * A metric against the size of one imperfection.
 *
 * @param points from the smallest imperfection to the largest, whose sizes rise or fall all the way
 * @param software the metric without the imperfection, with software noise
 * @param margin how far above software the metric may lie
 * @param scale how sizes are interpolated
 */
public record Sweep(List<Point> points, Estimate software, double margin, SizeScale scale) {
  /**
   * One point of a sweep.
   *
   * @param size size of the imperfection, in the unit of its knob
   * @param metric the metric at this size
   */
  public record Point(double size, Estimate metric) {}

  /**
   * Checks the sizes.
   *
   * @throws io.spindrift.numerics.UnusableInput when they do not run one way
   */
  public Sweep {
    points = List.copyOf(points);
    Require.positive("margin", margin, "");
    scale.check(points.stream().mapToDouble(Point::size).toArray());
  }

  double[] places() {
    return points.stream().mapToDouble(p -> scale.place(p.size())).toArray();
  }

  double[] values() {
    return points.stream().mapToDouble(p -> p.metric().value()).toArray();
  }

  double[] errors() {
    return points.stream().mapToDouble(p -> p.metric().standardError()).toArray();
  }
}
