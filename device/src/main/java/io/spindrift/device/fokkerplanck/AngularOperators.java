package io.spindrift.device.fokkerplanck;

import static io.spindrift.device.fokkerplanck.HarmonicLayout.COSINE;
import static io.spindrift.device.fokkerplanck.HarmonicLayout.SINE;

import io.spindrift.device.fokkerplanck.HarmonicOperator.Shift;

/**
 * The operators from which every drift on the sphere is built, in real spherical harmonics.
 *
 * <p>Harmonics T_lm(z) cos(m phi) and T_lm(z) sin(m phi) times sqrt 2 for m &gt; 0, T_lm the
 * normalised Legendre function, positive phase; orthonormal on the sphere. Multiplication by a
 * component of the direction shifts l by one:
 *
 * <pre>
 *   z T_lm = a(l+1, m) T_(l+1)m + a(l, m) T_(l-1)m,        a(l, m)^2 = (l^2 - m^2)/(4 l^2 - 1)
 *   sin T_lm =  u(l, m) T_(l+1)(m+1) - d(l, m) T_(l-1)(m+1)
 *   u(l, m)^2 = (l+m+1)(l+m+2)/((2l+1)(2l+3)),             d(l, m)^2 = (l-m)(l-m-1)/((2l-1)(2l+1))
 * </pre>
 *
 * The infinitesimal rotations R = m x grad keep l:
 *
 * <pre>
 *   Rx = -sin phi d/dtheta - cot theta cos phi d/dphi,   Ry = cos phi d/dtheta - cot theta sin phi
 *   d/dphi,   Rz = d/dphi,   (d/dtheta -+ m cot theta) T_lm = -+ lambda T_l(m+-1)
 * </pre>
 *
 * with lambda(l, m)^2 = (l-m)(l+m+1) between orders m and m+1. Multiplications are symmetric,
 * rotations antisymmetric. Source: Edmonds, Angular Momentum in Quantum Mechanics, section 2.5.
 */
final class AngularOperators {
  private final HarmonicLayout layout;
  private final HarmonicOperator x;
  private final HarmonicOperator y;
  private final HarmonicOperator z;
  private final HarmonicOperator rotationX;
  private final HarmonicOperator rotationY;
  private final HarmonicOperator rotationZ;

  AngularOperators(HarmonicLayout layout) {
    this.layout = layout;
    this.x = new HarmonicOperator(layout);
    this.y = new HarmonicOperator(layout);
    this.z = new HarmonicOperator(layout);
    this.rotationX = new HarmonicOperator(layout);
    this.rotationY = new HarmonicOperator(layout);
    this.rotationZ = new HarmonicOperator(layout);
    for (int m = 0; m <= layout.degree(); m++) {
      for (int l = m; l <= layout.degree(); l++) {
        aboutAxis(l, m);
        acrossAxis(l, m);
      }
    }
  }

  private void aboutAxis(int l, int m) {
    double up =
        Math.sqrt(((l + 1.0) * (l + 1.0) - (double) m * m) / (4 * (l + 1.0) * (l + 1.0) - 1));
    for (int half : HarmonicOperator.halves()) {
      symmetric(z, half, half, l, m, 1, 0, up);
    }
    rotationZ.add(new Shift(SINE, COSINE, 0, 0), l, m, -m);
    rotationZ.add(new Shift(COSINE, SINE, 0, 0), l, m, m);
  }

  /** Everything that joins order m to order m + 1. */
  private void acrossAxis(int l, int m) {
    double weight = m == 0 ? Math.sqrt(0.5) : 0.5;
    double up = weight * Math.sqrt((l + m + 1.0) * (l + m + 2.0) / ((2 * l + 1.0) * (2 * l + 3.0)));
    double down = -weight * Math.sqrt((l - m) * (l - m - 1.0) / ((2.0 * l - 1) * (2 * l + 1.0)));
    double turn = weight * Math.sqrt((l - m) * (l + m + 1.0));
    for (int half : HarmonicOperator.halves()) {
      int other = 1 - half;
      double sign = half == COSINE ? 1 : -1;
      symmetric(x, half, half, l, m, 1, 1, up);
      symmetric(y, other, half, l, m, 1, 1, sign * up);
      if (l > m) {
        symmetric(x, half, half, l, m, -1, 1, down);
        symmetric(y, other, half, l, m, -1, 1, sign * down);
      }
      antisymmetric(rotationX, other, half, l, m, sign * turn);
      antisymmetric(rotationY, half, half, l, m, -turn);
    }
  }

  /** The element from (source, l, m) to (target, l + dl, m + dm), and back. */
  private static void symmetric(
      HarmonicOperator to, int target, int source, int l, int m, int dl, int dm, double value) {
    to.add(new Shift(target, source, -dl, -dm), l + dl, m + dm, value);
    to.add(new Shift(source, target, dl, dm), l, m, value);
  }

  private static void antisymmetric(
      HarmonicOperator to, int target, int source, int l, int m, double value) {
    to.add(new Shift(target, source, 0, -1), l, m + 1, value);
    to.add(new Shift(source, target, 0, 1), l, m, -value);
  }

  /** Multiplication by mx. */
  HarmonicOperator x() {
    return x;
  }

  /** Multiplication by my. */
  HarmonicOperator y() {
    return y;
  }

  /** Multiplication by mz. */
  HarmonicOperator z() {
    return z;
  }

  /** The rotation (m x grad)_x. */
  HarmonicOperator rotationX() {
    return rotationX;
  }

  /** The rotation (m x grad)_y. */
  HarmonicOperator rotationY() {
    return rotationY;
  }

  /** The rotation (m x grad)_z. */
  HarmonicOperator rotationZ() {
    return rotationZ;
  }

  /** The Laplacian on the sphere, -l (l + 1). */
  HarmonicOperator laplacian() {
    HarmonicOperator laplacian = new HarmonicOperator(layout);
    for (int half : HarmonicOperator.halves()) {
      for (int m = 0; m <= layout.degree(); m++) {
        for (int l = m; l <= layout.degree(); l++) {
          laplacian.add(new Shift(half, half, 0, 0), l, m, -l * (l + 1.0));
        }
      }
    }
    return laplacian;
  }
}
