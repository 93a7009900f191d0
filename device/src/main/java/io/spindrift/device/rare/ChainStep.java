package io.spindrift.device.rare;

import io.spindrift.device.dynamics.HeunStepper;
import io.spindrift.device.dynamics.Segment;
import java.util.List;

/**
 * One stage of a magnetisation as a Markov chain on a grid.
 *
 * <p>A node flows without noise to the end of the stage; around the point it reaches, nine
 * Gauss-Hermite points of the accumulated thermal spread stand for the noise, each shared among the
 * four nodes around it. The sharing spreads by a sixth of the squared grid spacing in the mean;
 * this is taken off the noise as far as it goes. Rows add up to one and hold nothing negative.
 */
final class ChainStep {
  private static final int POINTS = 9;
  private static final int ENTRIES = 4 * POINTS;
  private static final double LEAST_SHARE = 0.1;

  private final int[] nodes;
  private final double[] weights;

  ChainStep(SphereGrid grid, List<Segment> stage, double damping) {
    int size = grid.size();
    nodes = new int[size * ENTRIES];
    weights = new double[size * ENTRIES];
    HeunStepper spin = new HeunStepper(damping);
    double variance = 0;
    for (Segment segment : stage) {
      variance += 2 * segment.diffusionPerSecond() * segment.seconds();
    }
    double sharing = grid.spacing() * grid.spacing() / 6;
    double reach = Math.sqrt(3 * Math.max(LEAST_SHARE * variance, variance - sharing));
    for (int node = 0; node < size; node++) {
      spin.start(grid.x(node), grid.y(node), grid.z(node));
      for (Segment segment : stage) {
        spin.drive(segment.field(), segment.stepSeconds(), 0);
        spin.advanceWithoutNoise(segment.steps());
      }
      spread(grid, node, spin, reach);
    }
  }

  private void spread(SphereGrid grid, int node, HeunStepper spin, double reach) {
    double x = spin.mx();
    double y = spin.my();
    double z = spin.mz();
    boolean polar = Math.abs(z) > 0.9;
    double norm = polar ? Math.hypot(y, z) : Math.hypot(x, y);
    double ex = polar ? 0 : -y / norm;
    double ey = polar ? -z / norm : x / norm;
    double ez = polar ? y / norm : 0;
    double fx = y * ez - z * ey;
    double fy = z * ex - x * ez;
    double fz = x * ey - y * ex;
    int offset = node * ENTRIES;
    for (int i = -1; i <= 1; i++) {
      for (int j = -1; j <= 1; j++) {
        double u = reach * i;
        double v = reach * j;
        grid.locate(
            x + u * ex + v * fx, y + u * ey + v * fy, z + u * ez + v * fz, nodes, weights, offset);
        double share = (i == 0 ? 2.0 / 3 : 1.0 / 6) * (j == 0 ? 2.0 / 3 : 1.0 / 6);
        for (int k = 0; k < 4; k++) {
          weights[offset + k] *= share;
        }
        offset += 4;
      }
    }
  }

  /** The mean of a function after the stage, for a start at every node. */
  double[] back(double[] after) {
    double[] before = new double[after.length];
    for (int node = 0; node < after.length; node++) {
      double sum = 0;
      int first = node * ENTRIES;
      for (int k = first; k < first + ENTRIES; k++) {
        sum += weights[k] * after[nodes[k]];
      }
      before[node] = sum;
    }
    return before;
  }
}
