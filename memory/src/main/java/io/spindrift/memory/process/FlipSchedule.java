package io.spindrift.memory.process;

import io.spindrift.numerics.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Flip probability of every step t = 1 to T and of every plane.
 *
 * <p>A step with flip probability p multiplies the correlation of a bit with what it was at the
 * start by 1 - 2 p. The factor f of a plane speeds it up or holds it back: its probability p' has 1
 * - 2 p' = (1 - 2 p)^f, as if it lived through f steps for each step of the schedule, so that its
 * correlation is the f-th power of the schedule's. A factor below 1 for the most significant plane
 * lets the outlines of an image go last.
 *
 * @param name what the schedule is called
 * @param probabilities p of each step, in [0, 1/2]
 * @param planeFactors f of each plane, the most significant first; empty where all are 1
 */
public record FlipSchedule(String name, List<Double> probabilities, List<Double> planeFactors) {
  /** Checks every number. */
  public FlipSchedule {
    probabilities = List.copyOf(probabilities);
    planeFactors = List.copyOf(planeFactors);
    Require.atLeast("steps", probabilities.size(), 1);
    for (int i = 0; i < probabilities.size(); i++) {
      Require.inRange("flip probability of step " + (i + 1), probabilities.get(i), 0, 0.5, "");
    }
    for (int plane = 0; plane < planeFactors.size(); plane++) {
      Require.notNegative("factor of plane " + plane, planeFactors.get(plane), "");
    }
  }

  /** The same probability in every step. */
  public static FlipSchedule constant(int steps, double probability) {
    return of("constant", steps, t -> probability);
  }

  /** Probabilities that change evenly from the first step to the last. */
  public static FlipSchedule linear(int steps, double first, double last) {
    return of(
        "linear", steps, t -> steps == 1 ? last : first + (last - first) * (t - 1) / (steps - 1));
  }

  /**
   * A correlation that falls along a squared cosine, c(t) = cos^2(theta t/T) with c(T) the target,
   * in the manner of the cosine schedule of A. Nichol and P. Dhariwal, "Improved denoising
   * diffusion probabilistic models", ICML 2021 (there for Gaussian noise, with an offset that is
   * left out here).
   *
   * @param target correlation after the last step, in [0, 1]; 0 makes the last step a fair coin
   */
  public static FlipSchedule cosine(int steps, double target) {
    double theta = Math.acos(Math.sqrt(Require.inRange("target correlation", target, 0, 1, "")));
    return of(
        "cosine",
        steps,
        t -> {
          // cos^2 x - cos^2 y = sin(x + y) sin(y - x), without cancellation in short steps.
          double before = Math.cos(theta * (t - 1) / steps);
          double fall = Math.sin(theta * (2 * t - 1) / steps) * Math.sin(theta / steps);
          return Math.clamp(0.5 * fall / (before * before), 0, 0.5);
        });
  }

  /** The given probabilities, one per step. */
  public static FlipSchedule list(List<Double> probabilities) {
    return new FlipSchedule("list", probabilities, List.of());
  }

  private static FlipSchedule of(String name, int steps, IntToDoubleFunction law) {
    Require.atLeast("steps", steps, 1);
    return new FlipSchedule(
        name, IntStream.rangeClosed(1, steps).mapToDouble(law).boxed().toList(), List.of());
  }

  /** The same schedule with a factor for each plane, the most significant first. */
  public FlipSchedule withPlaneFactors(List<Double> factors) {
    return new FlipSchedule(name, probabilities, factors);
  }

  /**
   * Factors that grow evenly in ratio from {@code first} for the most significant plane to 1 for
   * the least significant one.
   */
  public FlipSchedule withMostSignificantFactor(double first, int planes) {
    Require.positive("factor of the most significant plane", first, "");
    List<Double> factors = new ArrayList<>();
    for (int plane = 0; plane < planes; plane++) {
      factors.add(Math.pow(first, planes == 1 ? 1 : 1 - plane / (planes - 1.0)));
    }
    return withPlaneFactors(factors);
  }

  /** Number of steps T. */
  public int steps() {
    return probabilities.size();
  }

  /** Flip probability of a plane in step t, 1 to T. */
  public double probability(int step, int plane) {
    double p = probabilities.get(Require.inRange("step", step, 1, steps()) - 1);
    double factor = factor(plane);
    if (factor == 1) {
      return p;
    }
    return factor == 0 ? 0 : -0.5 * Math.expm1(factor * Math.log1p(-2 * p));
  }

  /** Correlation of the bits of a plane after {@code step} steps with those before the first. */
  public double correlation(int step, int plane) {
    double log = 0;
    for (int t = 0; t < Require.inRange("step", step, 0, steps()); t++) {
      log += Math.log1p(-2 * probabilities.get(t));
    }
    double factor = factor(plane);
    return factor == 0 ? 1 : Math.exp(factor * log);
  }

  /** The factor of a plane. */
  public double factor(int plane) {
    return planeFactors.isEmpty() ? 1 : planeFactors.get(plane);
  }

  /** Refuses another number of planes than there are factors. */
  void requirePlanes(int planes) {
    if (!planeFactors.isEmpty() && planeFactors.size() != planes) {
      throw new IllegalArgumentException(
          "plane factors must be as many as planes, "
              + planes
              + ", but was "
              + planeFactors.size());
    }
  }
}
