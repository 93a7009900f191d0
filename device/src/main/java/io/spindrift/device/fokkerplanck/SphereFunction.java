package io.spindrift.device.fokkerplanck;

/**
 * A smooth function of the magnetisation direction, as a sum of real spherical harmonics.
 *
 * <p>Immutable and safe to use from any thread.
 */
public final class SphereFunction {
  private final HarmonicLayout layout;
  private final double[] coefficients;

  SphereFunction(HarmonicLayout layout, double[] coefficients) {
    this.layout = layout;
    this.coefficients = coefficients.clone();
  }

  HarmonicLayout layout() {
    return layout;
  }

  /** The coefficients, to be read only. */
  double[] coefficients() {
    return coefficients;
  }

  /** Highest degree of the sum. */
  public int degree() {
    return layout.degree();
  }

  /** The integral over the sphere. */
  public double integral() {
    return Math.sqrt(4 * Math.PI) * coefficients[layout.at(HarmonicLayout.COSINE, 0, 0)];
  }

  /** The integral over the sphere of the product with another function of the same degree. */
  public double integral(SphereFunction other) {
    double sum = 0;
    for (int i = 0; i < coefficients.length; i++) {
      sum += coefficients[i] * other.coefficients[i];
    }
    return sum;
  }

  /** The value at the direction of the unit vector (mx, my, mz). */
  public double value(double mx, double my, double mz) {
    double[] legendre = new double[layout.half()];
    Legendre.fill(layout, Math.clamp(mz, -1, 1), legendre);
    double azimuth = Math.atan2(my, mx);
    double sum = 0;
    for (int m = 0; m <= layout.degree(); m++) {
      double cosine = 0;
      double sine = 0;
      for (int l = m; l <= layout.degree(); l++) {
        double t = legendre[layout.at(l, m)];
        cosine += t * coefficients[layout.at(HarmonicLayout.COSINE, l, m)];
        sine += t * coefficients[layout.at(HarmonicLayout.SINE, l, m)];
      }
      sum += cosine * Math.cos(m * azimuth) + sine * Math.sin(m * azimuth);
    }
    return sum;
  }
}
