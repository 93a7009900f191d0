package io.spindrift.device.landscape;

import io.spindrift.device.dynamics.LinearField;

/**
 * The energy of a macrospin to second order in the plane that touches the sphere at m.
 *
 * <p>With the field B(m) = b + K m, moving by u along the unit tangent e and by v along f changes E
 * by -(B.e) u - (B.f) v + (A u^2 + 2 C u v + G v^2)/2, where A = B.m - e.K e and so on: the sphere
 * bends away from the plane, which gives B.m.
 *
 * @param e first unit tangent
 * @param f second unit tangent, m x e
 * @param gradientE derivative of the energy along e, in tesla
 * @param gradientF derivative of the energy along f, in tesla
 * @param ee curvature along e, in tesla
 * @param ef mixed curvature, in tesla
 * @param ff curvature along f, in tesla
 */
record Tangent(
    double[] e, double[] f, double gradientE, double gradientF, double ee, double ef, double ff) {

  static Tangent at(LinearField field, double[] m) {
    double[] e =
        Math.abs(m[2]) < 0.9
            ? unit(new double[] {-m[1], m[0], 0})
            : unit(new double[] {0, -m[2], m[1]});
    double[] f = cross(m, e);
    double[] k = {field.kx(), field.ky(), field.kz()};
    double[] b = {field.bx() + k[0] * m[0], field.by() + k[1] * m[1], field.bz() + k[2] * m[2]};
    double along = dot(b, m);
    return new Tangent(
        e,
        f,
        -dot(b, e),
        -dot(b, f),
        along - weighted(e, k, e),
        -weighted(e, k, f),
        along - weighted(f, k, f));
  }

  /** Smaller eigenvalue of the curvature. */
  double low() {
    return 0.5 * (ee + ff) - Math.hypot(0.5 * (ee - ff), ef);
  }

  /** Larger eigenvalue of the curvature. */
  double high() {
    return 0.5 * (ee + ff) + Math.hypot(0.5 * (ee - ff), ef);
  }

  /** Unit vector along which the curvature is {@link #low()}. */
  double[] lowDirection() {
    double angle = 0.5 * Math.atan2(2 * ef, ee - ff) + Math.PI / 2;
    return combined(Math.cos(angle), Math.sin(angle));
  }

  /** The vector u e + v f. */
  double[] combined(double u, double v) {
    return new double[] {u * e[0] + v * f[0], u * e[1] + v * f[1], u * e[2] + v * f[2]};
  }

  static double[] unit(double[] a) {
    double norm = Math.sqrt(dot(a, a));
    return new double[] {a[0] / norm, a[1] / norm, a[2] / norm};
  }

  static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }

  static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  /** The unit vector in the direction of a + s c. */
  static double[] moved(double[] a, double s, double[] c) {
    return unit(new double[] {a[0] + s * c[0], a[1] + s * c[1], a[2] + s * c[2]});
  }

  private static double weighted(double[] a, double[] k, double[] c) {
    return a[0] * k[0] * c[0] + a[1] * k[1] * c[1] + a[2] * k[2] * c[2];
  }
}
