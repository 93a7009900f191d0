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
 * exponentially. Valid for any height-to-diameter ratio above 1e-6.
 */
final class EllipticCylinder {
  private static final int DIRECTIONS = 64;

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

  /**
   * Axial factor of a circular cylinder against tau, its height over its diameter.
   *
   * <p>With n = 1/tau^2 the hypergeometric function is (4/pi) int_0^{pi/2} cos^2 u sqrt(1 + n sin^2
   * u) du = (4/(3 pi n)) [ (1 + n) K(-n) - (1 - n) E(-n) ], and the complete elliptic integrals of
   * the parameter -n are those of k = n/(1 + n): K(-n) = K(k)/sqrt(1 + n), E(-n) = sqrt(1 + n)
   * E(k), which the arithmetic-geometric mean gives (Abramowitz and Stegun 17.6).
   */
  static double circular(double tau) {
    double n = 1 / (tau * tau);
    double arithmetic = 1;
    double geometric = Math.sqrt(1 / (1 + n));
    double square = n / (1 + n);
    double sum = square / 2;
    for (double weight = 1; square > 1e-34 && weight < 1e6; weight *= 2) {
      double half = (arithmetic - geometric) / 2;
      double root = Math.sqrt(arithmetic * geometric);
      arithmetic = (arithmetic + geometric) / 2;
      geometric = root;
      square = half * half;
      sum += weight * square;
    }
    double first = Math.PI / (2 * arithmetic);
    double second = first * (1 - sum);
    double bracket = (1 + n) * first / Math.sqrt(1 + n) - (1 - n) * Math.sqrt(1 + n) * second;
    return 1 + 4 / (3 * Math.PI * tau) - 4 / (3 * Math.PI * n) * bracket;
  }

  private EllipticCylinder() {}
}
