package io.spindrift.device.fokkerplanck;

/**
 * The sign of mz in spherical harmonics, in closed form.
 *
 * <p>Only m = 0 and odd l: 2 pi sqrt((2l+1)/(4 pi)) times the integral of sign(z) P_l(z), which is
 * 2 (P_(l-1)(0) - P_(l+1)(0))/(2l+1).
 */
final class Hemispheres {
  /** The coefficients of sign(mz) up to the degree of a layout. */
  static double[] signOfMz(HarmonicLayout layout) {
    double[] coefficients = new double[layout.size()];
    double even = 1; // P_(l-1)(0), l odd
    for (int l = 1; l <= layout.degree(); l += 2) {
      double next = -even * l / (l + 1.0);
      double integral = 2 * (even - next) / (2 * l + 1);
      coefficients[layout.at(HarmonicLayout.COSINE, l, 0)] =
          2 * Math.PI * Math.sqrt((2 * l + 1) / (4 * Math.PI)) * integral;
      even = next;
    }
    return coefficients;
  }

  private Hemispheres() {}
}
