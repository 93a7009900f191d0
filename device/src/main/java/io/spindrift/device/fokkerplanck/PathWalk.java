package io.spindrift.device.fokkerplanck;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A density on its way along a path of stays; it knows how it came to where it is. */
final class PathWalk {
  private static final double SAME_TIME = 1e-12;

  private final DensityEngine engine;
  private final double[] density;
  private final List<Stay> walked;
  private @Nullable Stay last;
  private @Nullable ExponentialAction action;

  PathWalk(DensityEngine engine, double[] density) {
    this(engine, density, List.of());
  }

  private PathWalk(DensityEngine engine, double[] density, List<Stay> walked) {
    this.engine = engine;
    this.density = density;
    this.walked = new ArrayList<>(walked);
  }

  /** Another walk that goes on from here; this one stays where it is. */
  PathWalk branch() {
    PathWalk branch = new PathWalk(engine, density.clone(), walked);
    branch.last = last;
    branch.action = action;
    return branch;
  }

  double[] density() {
    return density;
  }

  /** Whether a path begins as this walk did. */
  boolean isOn(List<Stay> path) {
    for (int i = 0; i < walked.size(); i++) {
      boolean whole = i < walked.size() - 1;
      if (i >= path.size()
          || !walked.get(i).resembles(path.get(i))
          || difference(path.get(i), walked.get(i)) < 0
          || (whole && difference(path.get(i), walked.get(i)) > 0)) {
        return false;
      }
    }
    return true;
  }

  /** Time that {@code a} lasts longer than {@code b}, zero when they are equal up to rounding. */
  private static double difference(Stay a, Stay b) {
    double difference = a.seconds() - b.seconds();
    return Math.abs(difference) <= SAME_TIME * a.seconds() ? 0 : difference;
  }

  /** Walks along {@code path} as far as {@code other} goes the same way. */
  void advanceWithin(List<Stay> path, List<Stay> other) {
    for (int i = 0; i < Math.min(path.size(), other.size()); i++) {
      Stay here = path.get(i);
      Stay there = other.get(i);
      if (!here.resembles(there)) {
        return;
      }
      Stay both = here.lasting(Math.min(here.seconds(), there.seconds()));
      if (i < walked.size()) {
        double left = difference(both, walked.get(i));
        if (left > 0) {
          go(both.lasting(left));
          walked.set(i, both);
        }
      } else {
        go(both);
        walked.add(both);
      }
      if (difference(here, there) != 0) {
        return;
      }
    }
  }

  private void go(Stay stay) {
    if (last == null || action == null || !last.resembles(stay)) {
      action = engine.forward(stay.field(), stay.diffusionPerSecond());
      last = stay;
    }
    action.advance(density, stay.seconds());
  }
}
