package io.spindrift.device.fokkerplanck;

/**
 * Where the coefficients of real spherical harmonics up to a degree lie in an array.
 *
 * <p>Two halves, cosines and sines of the azimuth; in each a row per order m, in it the degrees l =
 * m..degree side by side. Around the rows lie margins that always hold zero, so that a shift in m
 * and l is one offset and a block of lanes may run over the end of a row.
 *
 * @param degree highest l
 */
record HarmonicLayout(int degree) {
  /** The half of the cosines, m = 0..degree. */
  static final int COSINE = 0;

  /** The half of the sines, m = 1..degree. */
  static final int SINE = 1;

  /** Coefficients that are worked on together. */
  static final int LANES = 8;

  /** The farthest shift of a generator, in l and in m. */
  private static final int MARGIN = 2;

  /** Distance between neighbouring orders of equal degree. */
  int stride() {
    return MARGIN + degree + LANES + MARGIN;
  }

  /** Length of one half. */
  int half() {
    return (degree + 1 + 2 * MARGIN) * stride();
  }

  /** Length of an array of coefficients. */
  int size() {
    return 2 * half();
  }

  /** Position in its half of degree l and order m. */
  int at(int l, int m) {
    return (m + MARGIN) * stride() + MARGIN + l;
  }

  /** Position in the array of degree l and order m in a half. */
  int at(int half, int l, int m) {
    return half * half() + at(l, m);
  }

  /** The degree at a position of a half; above {@link #degree} in the margin behind a row. */
  int degreeAt(int positionInHalf) {
    return positionInHalf % stride() - MARGIN;
  }

  /** The lowest order that a half has. */
  static int lowestOrder(int half) {
    return half;
  }

  /** The same coefficients in another layout; degrees that it lacks are cut off. */
  double[] moved(double[] coefficients, HarmonicLayout target) {
    double[] moved = new double[target.size()];
    int last = Math.min(degree, target.degree);
    for (int half = COSINE; half <= SINE; half++) {
      for (int m = lowestOrder(half); m <= last; m++) {
        System.arraycopy(coefficients, at(half, m, m), moved, target.at(half, m, m), last - m + 1);
      }
    }
    return moved;
  }
}
