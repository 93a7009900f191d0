package io.spindrift.device.dynamics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * Wells and passes of the energy of a macrospin over the sphere.
 *
 * <p>A grid of one degree finds them: a well is a cell below its neighbours; the pass between two
 * is where both first stand in one pool while cells are flooded in order of energy. Newton's method
 * on the sphere then moves to the critical point, gradient -(B - (B.m)m) and Hessian (B.m) - P K P
 * with P the projection on the tangent plane; a direction without curvature, such as along the ring
 * of saddles of a uniaxial layer, is left out of the step. Spin-transfer torque has no energy.
 */
public final class EnergyLandscape {
  private static final int LATITUDES = 181;
  private static final int AZIMUTHS = 360;
  private static final int ROUNDS = 40;
  private static final double LONGEST_MOVE = 0.02;
  private static final double FARTHEST = 0.05;
  private static final double FLAT = 1e-10;

  private final LinearField field;
  private final double[] energies = new double[LATITUDES * AZIMUTHS];

  /** The landscape of a field. */
  public EnergyLandscape(LinearField field) {
    this.field = field;
    for (int i = 0; i < energies.length; i++) {
      energies[i] = energy(direction(i));
    }
  }

  /** The bottom (x, y, z) of the lowest well in a region; empty when it has none. */
  public Optional<double[]> bottom(SphereRegion region) {
    int lowest = -1;
    for (int i = 0; i < energies.length; i++) {
      double z = direction(i)[2];
      if (z >= region.lowest()
          && z <= region.highest()
          && isWell(i)
          && (lowest < 0 || energies[i] < energies[lowest])) {
        lowest = i;
      }
    }
    return lowest < 0 ? Optional.empty() : Optional.of(settled(direction(lowest)));
  }

  /** Energy per moment of the lowest pass between two directions, in tesla. */
  public double passTesla(double[] one, double[] other) {
    double floor = Math.max(energy(one), energy(other));
    return Math.max(floor, energy(settled(direction(pass(cell(one), cell(other))))));
  }

  private boolean isWell(int i) {
    double energy = energies[i];
    for (int neighbour : neighbours(i)) {
      if (energies[neighbour] < energy) {
        return false;
      }
    }
    return true;
  }

  private static int[] neighbours(int i) {
    int row = i / AZIMUTHS;
    int column = i % AZIMUTHS;
    return new int[] {
      row * AZIMUTHS + (column + 1) % AZIMUTHS,
      row * AZIMUTHS + (column + AZIMUTHS - 1) % AZIMUTHS,
      Math.min(row + 1, LATITUDES - 1) * AZIMUTHS + column,
      Math.max(row - 1, 0) * AZIMUTHS + column
    };
  }

  private int pass(int one, int other) {
    Integer[] order = new Integer[energies.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> energies[i]));
    int[] pool = new int[energies.length];
    Arrays.fill(pool, -1);
    for (int current : order) {
      pool[current] = current;
      for (int neighbour : neighbours(current)) {
        if (pool[neighbour] >= 0) {
          pool[root(pool, current)] = root(pool, neighbour);
        }
      }
      if (pool[one] >= 0 && pool[other] >= 0 && root(pool, one) == root(pool, other)) {
        return current;
      }
    }
    throw new IllegalStateException("the sphere is connected");
  }

  private static int root(int[] pool, int cell) {
    int at = cell;
    while (pool[at] != at) {
      pool[at] = pool[pool[at]];
      at = pool[at];
    }
    return at;
  }

  /** The critical point near a cell, or the cell where Newton's method leaves its surroundings. */
  private double[] settled(double[] cell) {
    double[] refined = refine(cell);
    double away =
        Math.hypot(Math.hypot(refined[0] - cell[0], refined[1] - cell[1]), refined[2] - cell[2]);
    return away < FARTHEST ? refined : cell;
  }

  private static int cell(double[] m) {
    int row = (int) Math.round((Math.asin(m[2]) / Math.PI + 0.5) * (LATITUDES - 1));
    double turn = Math.atan2(m[1], m[0]) / (2 * Math.PI);
    return row * AZIMUTHS + Math.floorMod((int) Math.round(turn * AZIMUTHS), AZIMUTHS);
  }

  private static double[] direction(int cell) {
    double latitude = Math.PI * ((double) (cell / AZIMUTHS) / (LATITUDES - 1) - 0.5);
    double azimuth = 2 * Math.PI * (cell % AZIMUTHS) / AZIMUTHS;
    double radius = Math.cos(latitude);
    return new double[] {
      radius * Math.cos(azimuth), radius * Math.sin(azimuth), Math.sin(latitude)
    };
  }

  private double energy(double[] m) {
    return field.energyTesla(m[0], m[1], m[2]);
  }

  private double[] refine(double[] start) {
    double[] k = {field.kx(), field.ky(), field.kz()};
    double[] b = {field.bx(), field.by(), field.bz()};
    double[] m = start.clone();
    for (int round = 0; round < ROUNDS; round++) {
      double[] u = across(m);
      double[] v = {
        m[1] * u[2] - m[2] * u[1], m[2] * u[0] - m[0] * u[2], m[0] * u[1] - m[1] * u[0]
      };
      double along = 0;
      double gu = 0;
      double gv = 0;
      double huu = 0;
      double huv = 0;
      double hvv = 0;
      for (int i = 0; i < 3; i++) {
        double total = b[i] + k[i] * m[i];
        along += total * m[i];
        gu -= total * u[i];
        gv -= total * v[i];
        huu -= k[i] * u[i] * u[i];
        huv -= k[i] * u[i] * v[i];
        hvv -= k[i] * v[i] * v[i];
      }
      double[] move = newton(gu, gv, huu + along, huv, hvv + along);
      double norm = 0;
      for (int i = 0; i < 3; i++) {
        m[i] += move[0] * u[i] + move[1] * v[i];
        norm += m[i] * m[i];
      }
      for (int i = 0; i < 3; i++) {
        m[i] /= Math.sqrt(norm);
      }
    }
    return m;
  }

  /** A unit vector across m. */
  private static double[] across(double[] m) {
    double[] axis =
        Math.abs(m[2]) < 0.9 ? new double[] {-m[1], m[0], 0} : new double[] {0, -m[2], m[1]};
    double norm = Math.sqrt(axis[0] * axis[0] + axis[1] * axis[1] + axis[2] * axis[2]);
    return new double[] {axis[0] / norm, axis[1] / norm, axis[2] / norm};
  }

  /** -H^-1 g of a symmetric 2 x 2 matrix, without its flat directions, of limited length. */
  private static double[] newton(double gu, double gv, double huu, double huv, double hvv) {
    double angle = 0.5 * Math.atan2(2 * huv, huu - hvv);
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    double first = c * c * huu + 2 * c * s * huv + s * s * hvv;
    double second = s * s * huu - 2 * c * s * huv + c * c * hvv;
    double flat = FLAT * (Math.abs(first) + Math.abs(second));
    double p = Math.abs(first) > flat ? -(c * gu + s * gv) / first : 0;
    double q = Math.abs(second) > flat ? -(-s * gu + c * gv) / second : 0;
    double shrink = Math.min(1, LONGEST_MOVE / Math.max(Math.hypot(p, q), 1e-300));
    return new double[] {shrink * (c * p - s * q), shrink * (s * p + c * q)};
  }
}
