package io.spindrift.entropy.sp80022;

/**
 * Discrete Fourier transforms X_k = sum_j x_j exp(-2 pi i j k / n) in double precision, any n.
 *
 * <p>Lengths of factors 2, 3 and 5 go through Stockham's self-sorting passes; any other n becomes a
 * convolution of a power of two (Bluestein). Source: Van Loan, "Computational Frameworks for the
 * Fast Fourier Transform" (1992), sections 1.7 and 4.2.3.
 */
final class Fourier {
  private static final double SIN_60 = Math.sqrt(3) / 2;
  private static final double COS_72 = Math.cos(2 * Math.PI / 5);
  private static final double COS_144 = Math.cos(4 * Math.PI / 5);
  private static final double SIN_72 = Math.sin(2 * Math.PI / 5);
  private static final double SIN_144 = Math.sin(4 * Math.PI / 5);

  private final int n;
  private final UnitRoots roots;
  private double[] xr;
  private double[] xi;
  private double[] yr;
  private double[] yi;

  private Fourier(double[] re, double[] im) {
    n = re.length;
    roots = new UnitRoots(n);
    xr = re;
    xi = im;
    yr = new double[n];
    yi = new double[n];
  }

  /** A transform: real and imaginary parts. */
  record Spectrum(double[] re, double[] im) {}

  /** Transforms; the arguments are used as work space. */
  static Spectrum of(double[] re, double[] im) {
    int rest = re.length;
    for (int factor : new int[] {2, 3, 5}) {
      while (rest % factor == 0) {
        rest /= factor;
      }
    }
    return rest == 1 ? new Fourier(re, im).passes() : bluestein(re, im);
  }

  private Spectrum passes() {
    int stride = 1;
    int rest = n;
    while (rest > 1) {
      int radix = rest % 4 == 0 ? 4 : rest % 5 == 0 ? 5 : rest % 3 == 0 ? 3 : 2;
      int m = rest / radix;
      for (int p = 0; p < m; p++) {
        switch (radix) {
          case 2 -> two(p, m, stride);
          case 3 -> three(p, m, stride);
          case 4 -> four(p, m, stride);
          default -> five(p, m, stride);
        }
      }
      double[] r = xr;
      double[] i = xi;
      xr = yr;
      xi = yi;
      yr = r;
      yi = i;
      rest = m;
      stride *= radix;
    }
    return new Spectrum(xr, xi);
  }

  private void two(int p, int m, int stride) {
    double[] fr = xr;
    double[] fi = xi;
    double[] tr = yr;
    double[] ti = yi;
    double wr = roots.re((long) p * stride);
    double wi = roots.im((long) p * stride);
    int a = stride * p;
    int to = 2 * stride * p;
    for (int q = 0; q < stride; q++) {
      int b = a + stride * m;
      double dr = fr[a] - fr[b];
      double di = fi[a] - fi[b];
      tr[to] = fr[a] + fr[b];
      ti[to] = fi[a] + fi[b];
      tr[to + stride] = dr * wr - di * wi;
      ti[to + stride] = dr * wi + di * wr;
      a++;
      to++;
    }
  }

  private void three(int p, int m, int stride) {
    double[] fr = xr;
    double[] fi = xi;
    double[] tr = yr;
    double[] ti = yi;
    long power = (long) p * stride;
    double w1r = roots.re(power);
    double w1i = roots.im(power);
    double w2r = roots.re(2 * power);
    double w2i = roots.im(2 * power);
    int jump = stride * m;
    int a = stride * p;
    int to = 3 * stride * p;
    for (int q = 0; q < stride; q++) {
      double sr = fr[a + jump] + fr[a + 2 * jump];
      double si = fi[a + jump] + fi[a + 2 * jump];
      double dr = SIN_60 * (fr[a + jump] - fr[a + 2 * jump]);
      double di = SIN_60 * (fi[a + jump] - fi[a + 2 * jump]);
      double mr = fr[a] - sr / 2;
      double mi = fi[a] - si / 2;
      tr[to] = fr[a] + sr;
      ti[to] = fi[a] + si;
      put(tr, ti, to + stride, mr + di, mi - dr, w1r, w1i);
      put(tr, ti, to + 2 * stride, mr - di, mi + dr, w2r, w2i);
      a++;
      to++;
    }
  }

  private void four(int p, int m, int stride) {
    double[] fr = xr;
    double[] fi = xi;
    double[] tr = yr;
    double[] ti = yi;
    long power = (long) p * stride;
    double w1r = roots.re(power);
    double w1i = roots.im(power);
    double w2r = roots.re(2 * power);
    double w2i = roots.im(2 * power);
    double w3r = roots.re(3 * power);
    double w3i = roots.im(3 * power);
    int jump = stride * m;
    int a = stride * p;
    int to = 4 * stride * p;
    for (int q = 0; q < stride; q++) {
      double evenSumR = fr[a] + fr[a + 2 * jump];
      double evenSumI = fi[a] + fi[a + 2 * jump];
      double evenDifR = fr[a] - fr[a + 2 * jump];
      double evenDifI = fi[a] - fi[a + 2 * jump];
      double oddSumR = fr[a + jump] + fr[a + 3 * jump];
      double oddSumI = fi[a + jump] + fi[a + 3 * jump];
      double oddDifR = fr[a + jump] - fr[a + 3 * jump];
      double oddDifI = fi[a + jump] - fi[a + 3 * jump];
      tr[to] = evenSumR + oddSumR;
      ti[to] = evenSumI + oddSumI;
      put(tr, ti, to + stride, evenDifR + oddDifI, evenDifI - oddDifR, w1r, w1i);
      put(tr, ti, to + 2 * stride, evenSumR - oddSumR, evenSumI - oddSumI, w2r, w2i);
      put(tr, ti, to + 3 * stride, evenDifR - oddDifI, evenDifI + oddDifR, w3r, w3i);
      a++;
      to++;
    }
  }

  private void five(int p, int m, int stride) {
    double[] fr = xr;
    double[] fi = xi;
    double[] tr = yr;
    double[] ti = yi;
    long power = (long) p * stride;
    double w1r = roots.re(power);
    double w1i = roots.im(power);
    double w2r = roots.re(2 * power);
    double w2i = roots.im(2 * power);
    double w3r = roots.re(3 * power);
    double w3i = roots.im(3 * power);
    double w4r = roots.re(4 * power);
    double w4i = roots.im(4 * power);
    int jump = stride * m;
    int a = stride * p;
    int to = 5 * stride * p;
    for (int q = 0; q < stride; q++) {
      double s14r = fr[a + jump] + fr[a + 4 * jump];
      double s14i = fi[a + jump] + fi[a + 4 * jump];
      double s23r = fr[a + 2 * jump] + fr[a + 3 * jump];
      double s23i = fi[a + 2 * jump] + fi[a + 3 * jump];
      double d14r = fr[a + jump] - fr[a + 4 * jump];
      double d14i = fi[a + jump] - fi[a + 4 * jump];
      double d23r = fr[a + 2 * jump] - fr[a + 3 * jump];
      double d23i = fi[a + 2 * jump] - fi[a + 3 * jump];
      double m1r = fr[a] + COS_72 * s14r + COS_144 * s23r;
      double m1i = fi[a] + COS_72 * s14i + COS_144 * s23i;
      double m2r = fr[a] + COS_144 * s14r + COS_72 * s23r;
      double m2i = fi[a] + COS_144 * s14i + COS_72 * s23i;
      double t1r = SIN_72 * d14r + SIN_144 * d23r;
      double t1i = SIN_72 * d14i + SIN_144 * d23i;
      double t2r = SIN_144 * d14r - SIN_72 * d23r;
      double t2i = SIN_144 * d14i - SIN_72 * d23i;
      tr[to] = fr[a] + s14r + s23r;
      ti[to] = fi[a] + s14i + s23i;
      put(tr, ti, to + stride, m1r + t1i, m1i - t1r, w1r, w1i);
      put(tr, ti, to + 2 * stride, m2r + t2i, m2i - t2r, w2r, w2i);
      put(tr, ti, to + 3 * stride, m2r - t2i, m2i + t2r, w3r, w3i);
      put(tr, ti, to + 4 * stride, m1r - t1i, m1i + t1r, w4r, w4i);
      a++;
      to++;
    }
  }

  private static void put(
      double[] tr, double[] ti, int to, double re, double im, double wr, double wi) {
    tr[to] = re * wr - im * wi;
    ti[to] = re * wi + im * wr;
  }

  /** X_k = c_k sum_j (x_j c_j) conj(c_(k-j)) with c_j = exp(-pi i j^2 / n): a convolution. */
  private static Spectrum bluestein(double[] re, double[] im) {
    int n = re.length;
    int size = Integer.highestOneBit(2 * n - 1) * 2;
    UnitRoots roots = new UnitRoots(2L * n);
    double[] ar = new double[size];
    double[] ai = new double[size];
    double[] br = new double[size];
    double[] bi = new double[size];
    for (int j = 0; j < n; j++) {
      long square = (long) j * j % (2L * n);
      double cr = roots.re(square);
      double ci = roots.im(square);
      ar[j] = re[j] * cr - im[j] * ci;
      ai[j] = re[j] * ci + im[j] * cr;
      br[j] = cr;
      bi[j] = -ci;
      if (j > 0) {
        br[size - j] = cr;
        bi[size - j] = -ci;
      }
    }
    Spectrum a = new Fourier(ar, ai).passes();
    Spectrum b = new Fourier(br, bi).passes();
    // The inverse transform is the forward one between two conjugations, divided by the size.
    double[] pr = new double[size];
    double[] pi = new double[size];
    for (int k = 0; k < size; k++) {
      pr[k] = a.re[k] * b.re[k] - a.im[k] * b.im[k];
      pi[k] = -(a.re[k] * b.im[k] + a.im[k] * b.re[k]);
    }
    Spectrum product = new Fourier(pr, pi).passes();
    double[] xr = new double[n];
    double[] xi = new double[n];
    for (int k = 0; k < n; k++) {
      long square = (long) k * k % (2L * n);
      double cr = roots.re(square) / size;
      double ci = roots.im(square) / size;
      double vr = product.re[k];
      double vi = -product.im[k];
      xr[k] = vr * cr - vi * ci;
      xi[k] = vr * ci + vi * cr;
    }
    return new Spectrum(xr, xi);
  }
}
