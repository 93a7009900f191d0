package io.spindrift.device.fokkerplanck;

import io.spindrift.device.MagneticState;
import io.spindrift.device.dynamics.LinearField;
import io.spindrift.device.dynamics.Segment;
import io.spindrift.device.dynamics.SphereRegion;
import io.spindrift.device.spec.MacrospinDevice;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Densities and observables of one device at one resolution, carried forward and backward.
 *
 * <p>Safe to use from several threads: what is shared is immutable or computed once.
 */
final class DensityEngine {
  private static final double SECOND = 1;

  private final DriftBasis basis;
  private final double damping;
  private final double tolerance;
  private final Map<MagneticState, double[]> wells = new EnumMap<>(MagneticState.class);
  private final Map<Stay, double[]> signs = new ConcurrentHashMap<>();

  /**
   * The engine of a device.
   *
   * @param device the junction
   * @param temperatureKelvin temperature before a pulse
   * @param degree highest degree of the harmonics
   * @param tolerance first term left out of an exponential series, relative to the state
   */
  DensityEngine(MacrospinDevice device, double temperatureKelvin, int degree, double tolerance) {
    this.basis = new DriftBasis(degree);
    this.damping = device.freeLayer().damping();
    this.tolerance = tolerance;
    Segment rest = Segment.of(device, 0, SECOND, temperatureKelvin, SECOND);
    for (MagneticState state : MagneticState.values()) {
      BoltzmannDensity law =
          new BoltzmannDensity(
              rest.field(),
              BoltzmannDensity.perTesla(damping, rest.diffusionPerSecond()),
              SphereRegion.wellOf(state),
              degree);
      wells.put(state, law.projected(basis.layout()).coefficients());
    }
  }

  HarmonicLayout layout() {
    return basis.layout();
  }

  /** A new array with the equilibrium density of a well. */
  double[] well(MagneticState state) {
    return Objects.requireNonNull(wells.get(state)).clone();
  }

  /** The exponential of the generator of a stay. */
  ExponentialAction forward(LinearField field, double diffusionPerSecond) {
    return new ExponentialAction(
        basis.generator(field, damping, diffusionPerSecond), tolerance, BlockProduct.fastest());
  }

  /** The exponential of the backward generator of a stay. */
  ExponentialAction backward(LinearField field, double diffusionPerSecond) {
    return new ExponentialAction(
        basis.generator(field, damping, diffusionPerSecond).backward(),
        tolerance,
        BlockProduct.fastest());
  }

  /** The mean of sign(mz) after a stay, as a function of the direction before it. */
  double[] signAfter(Stay stay) {
    return signs.computeIfAbsent(
        stay,
        s -> {
          double[] sign = Hemispheres.signOfMz(layout());
          backward(s.field(), s.diffusionPerSecond()).advance(sign, s.seconds());
          return sign;
        });
  }

  /**
   * The mean of sign(mz) at the end of each of several paths, which share what they have in common.
   *
   * <p>A last stay common to all paths is done once, backward. The rest runs forward along a trunk:
   * the density is kept where one path leaves the next, so that pulses that differ only in width
   * cost one run to the longest.
   *
   * @param from well in which all paths start, in equilibrium
   * @param paths the paths, best ordered by length
   */
  double[] meanSigns(MagneticState from, List<List<Stay>> paths) {
    boolean common = paths.stream().allMatch(p -> p.getLast().equals(paths.getFirst().getLast()));
    double[] sign = common ? signAfter(paths.getFirst().getLast()) : Hemispheres.signOfMz(layout());
    List<List<Stay>> stems =
        common ? paths.stream().map(p -> p.subList(0, p.size() - 1)).toList() : paths;
    double[] means = new double[paths.size()];
    PathWalk trunk = new PathWalk(this, well(from));
    for (int i = 0; i < stems.size(); i++) {
      List<Stay> path = stems.get(i);
      if (!trunk.isOn(path)) {
        trunk = new PathWalk(this, well(from));
      }
      if (i + 1 < stems.size()) {
        trunk.advanceWithin(path, stems.get(i + 1));
      }
      PathWalk branch = trunk.branch();
      branch.advanceWithin(path, path);
      means[i] = dot(sign, branch.density());
    }
    return means;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
