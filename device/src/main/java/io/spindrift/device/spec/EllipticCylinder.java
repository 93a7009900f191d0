package io.spindrift.device.spec;

/**
 * Demagnetising factors of a uniformly magnetised elliptic cylinder, averaged over its volume.
 *
 * <p>In Fourier space the average factor along the axis of an elliptic cylinder of semi-axes a, b
 * and height t is an average over the in-plane direction of the factor of circular cylinders:
 *
 * <pre>
 *   Nz = (1/2 pi) int dphi Nc(t q(phi)/2),   q = sqrt(cos^2 phi/a^2 + sin^2 phi/b^2)
 *   Nx = (1/2 pi) int dphi (cos^2 phi/(a q)^2) (1 - Nc),   Ny likewise with sin and b
 *   Nc(tau) = 1 + 4/(3 pi tau) - F(-1/tau^2),   F = 2F1(-1/2, 1/2; 2; .),   tau = height/diameter
 * </pre>
 *
 * The circular case is Joseph, J. Appl. Phys. 37, 4639 (1966), the elliptic one Beleggia et al., J.
 * Phys. D 38, 3333 (2005); both integrands are periodic and smooth, so the trapezoid rule converges
 * exponentially. Valid for any height-to-diameter ratio above 1e-4.
 */
final class EllipticCylinder {
  private static final int DIRECTIONS = 64;
  private static final double MEAN_TOLERANCE = 1e-15;

  static DemagnetisingFactors demagnetisingFactors(double major, double minor, double height) {
    double x = 0;
    double y = 0;
    double z = 0;
    for (int i = 0; i < DIRECTIONS; i++) {
      double phi = Math.PI / 2 * (i + 0.5) / DIRECTIONS;
      double qx = Math.cos(phi) / (major / 2);
      double qy = Math.sin(phi) / (minor / 2);
      double q = Math.hypot(qx, qy);
      double along = circular(height * q / 2);
      z += along / DIRECTIONS;
      x += (qx / q) * (qx / q) * (1 - along) / DIRECTIONS;
      y += (qy / q) * (qy / q) * (1 - along) / DIRECTIONS;
    }
    return new DemagnetisingFactors(x, y, z);
  }

  /** Axial factor of a circular cylinder against tau, its height over its diameter. */
  static double circular(double tau) {
    // F = (4/pi) int_0^{pi/2} cos^2 u sqrt(1 + n sin^2 u) du, n = 1/tau^2, by Euler's integral;
    // that is sqrt(1 + n) ((n - 1) E + K)/(3 n) in complete elliptic integrals of the parameter
    // n/(1 + n), here from the arithmetic-geometric mean of 1 and 1/sqrt(1 + n).
    double n = 1 / (tau * tau);
    double a = 1;
    double b = 1 / Math.sqrt(1 + n);
    double deficit = n / (1 + n) / 2;
    double weight = 0.5;
    while (a - b > MEAN_TOLERANCE * a) {
      double half = (a - b) / 2;
      double product = a * b;
      a -= half;
      b = Math.sqrt(product);
      weight *= 2;
      deficit += weight * half * half;
    }
    double k = Math.PI / (2 * a);
    double e = k * (1 - deficit);
    double integral = Math.sqrt(1 + n) * ((n - 1) * e + k) / (3 * n);
    return 1 + 4 / (3 * Math.PI * tau) - 4 / Math.PI * integral;
  }

  private EllipticCylinder() {}
}
