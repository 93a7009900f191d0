package io.spindrift.device.rare;

import io.spindrift.device.MagneticState;
import io.spindrift.device.dynamics.BoltzmannLaw;
import io.spindrift.device.dynamics.Segment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Importance from a coarse Markov chain on the sphere, run backwards from the end.
 *
 * <p>h at the end is 1 in the event and 0 elsewhere; before a stage it is the mean of h after it.
 * The chain needs no solver of the Fokker-Planck equation and no pilot run; it is a crude solution
 * of the backward equation, a few per cent to tens of per cent off, which costs precision and not
 * truth. A floor keeps a share of the particles wherever the chain may be wrong.
 */
final class ChainImportance implements Importance {
  private static final double FLOOR = 0.03;
  private static final int COARSEST = 72;
  private static final int FINEST = 160;

  private final SphereGrid grid;
  private final List<double[]> tables = new ArrayList<>();
  private final double expected;
  private final double floor;

  /** The chain of a write that fails: the event is to end in the well it started from. */
  static ChainImportance ofFailure(
      Stages stages, double damping, BoltzmannLaw start, MagneticState from) {
    double sign = from == MagneticState.PARALLEL ? 1 : -1;
    double smallest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < stages.count(); i++) {
      smallest = Math.min(smallest, Math.sqrt(2 * stages.diffusion(i)));
    }
    int rows = (int) Math.clamp(Math.PI / (1.2 * smallest), COARSEST, FINEST);
    SphereGrid grid = new SphereGrid(rows);
    double[] end = new double[grid.size()];
    double[] weights = new double[grid.size()];
    for (int node = 0; node < end.length; node++) {
      double z = grid.z(node);
      end[node] = sign * z > 0 ? 1 : 0;
      weights[node] = grid.solidAngle(node) * start.relativeDensity(grid.x(node), grid.y(node), z);
    }
    return new ChainImportance(grid, stages, damping, end, weights);
  }

  private ChainImportance(
      SphereGrid grid, Stages stages, double damping, double[] end, double[] startWeights) {
    this.grid = grid;
    double[] h = end;
    Map<List<Segment>, ChainStep> steps = new HashMap<>();
    for (int stage = stages.count() - 1; stage >= 0; stage--) {
      ChainStep step =
          steps.computeIfAbsent(stages.at(stage), s -> new ChainStep(grid, s, damping));
      h = step.back(h);
      tables.addFirst(h);
    }
    double sum = 0;
    double all = 0;
    for (int node = 0; node < h.length; node++) {
      sum += startWeights[node] * h[node];
      all += startWeights[node];
    }
    this.expected = sum / all;
    this.floor = Math.max(Double.MIN_NORMAL, FLOOR * expected);
  }

  /** The probability of the event according to the chain alone. */
  double expected() {
    return expected;
  }

  @Override
  public double log(int stage, double x, double y, double z) {
    return Math.log(floor + grid.interpolate(tables.get(stage), x, y, z));
  }
}
