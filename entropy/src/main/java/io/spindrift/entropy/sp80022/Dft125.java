package io.spindrift.entropy.sp80022;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Transforms of 125 points in single precision, one in each lane of a vector.
 *
 * <p>Point p occupies a row of two vectors, real parts then imaginary parts. Three passes of radix
 * 5, decimated in frequency, leave frequency d0 + 5 d1 + 25 d2 at row 25 d0 + 5 d1 + d2.
 */
final class Dft125 {
  static final int POINTS = 125;
  static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
  static final int WIDTH = LANES.length();
  static final int ROW = 2 * WIDTH;

  private static final float COS_72 = (float) Math.cos(2 * Math.PI / 5);
  private static final float COS_144 = (float) Math.cos(4 * Math.PI / 5);
  private static final float SIN_72 = (float) Math.sin(2 * Math.PI / 5);
  private static final float SIN_144 = (float) Math.sin(4 * Math.PI / 5);
  private static final int[] JUMPS = {25, 5, 1};
  private static final float[][] TURNS = {turns(125), turns(25), turns(5)};

  /** exp(-2 pi i p k / n) for p below n/5 and k = 1 … 4: real and imaginary part in turn. */
  private static float[] turns(int n) {
    float[] turns = new float[n / 5 * 8];
    for (int p = 0; p < n / 5; p++) {
      for (int k = 1; k < 5; k++) {
        double angle = -2 * Math.PI * p * k / n;
        turns[8 * p + 2 * k - 2] = (float) Math.cos(angle);
        turns[8 * p + 2 * k - 1] = (float) Math.sin(angle);
      }
    }
    return turns;
  }

  /** The frequency found at a row. */
  static int frequency(int row) {
    return row / 25 + row / 5 % 5 * 5 + row % 5 * 25;
  }

  /** Transforms 125 rows in place. */
  static void transform(float[] x) {
    for (int pass = 0; pass < 3; pass++) {
      int jump = JUMPS[pass];
      for (int p = 0; p < POINTS / 5; p++) {
        int within = p % jump;
        int at = ((p - within) * 5 + within) * ROW;
        plain(x, at, jump * ROW);
        if (jump > 1) {
          turn(x, at, jump * ROW, TURNS[pass], 8 * within);
        }
      }
    }
  }

  private static void turn(float[] x, int first, int jump, float[] turns, int t) {
    for (int k = 0; k < 4; k++) {
      int at = first + (k + 1) * jump;
      turn(x, at, turns[t + 2 * k], turns[t + 2 * k + 1], x, at);
    }
  }

  /** Copies a row times wr + i wi. */
  static void turn(float[] from, int at, float wr, float wi, float[] target, int to) {
    FloatVector re = FloatVector.fromArray(LANES, from, at);
    FloatVector im = FloatVector.fromArray(LANES, from, at + WIDTH);
    re.mul(wr).sub(im.mul(wi)).intoArray(target, to);
    re.mul(wi).add(im.mul(wr)).intoArray(target, to + WIDTH);
  }

  private static void plain(float[] x, int at, int jump) {
    FloatVector x0r = FloatVector.fromArray(LANES, x, at);
    FloatVector x0i = FloatVector.fromArray(LANES, x, at + WIDTH);
    FloatVector x1r = FloatVector.fromArray(LANES, x, at + jump);
    FloatVector x1i = FloatVector.fromArray(LANES, x, at + jump + WIDTH);
    FloatVector x4r = FloatVector.fromArray(LANES, x, at + 4 * jump);
    FloatVector x4i = FloatVector.fromArray(LANES, x, at + 4 * jump + WIDTH);
    FloatVector s14r = x1r.add(x4r);
    FloatVector s14i = x1i.add(x4i);
    FloatVector d14r = x1r.sub(x4r);
    FloatVector d14i = x1i.sub(x4i);
    FloatVector x2r = FloatVector.fromArray(LANES, x, at + 2 * jump);
    FloatVector x2i = FloatVector.fromArray(LANES, x, at + 2 * jump + WIDTH);
    FloatVector x3r = FloatVector.fromArray(LANES, x, at + 3 * jump);
    FloatVector x3i = FloatVector.fromArray(LANES, x, at + 3 * jump + WIDTH);
    FloatVector s23r = x2r.add(x3r);
    FloatVector s23i = x2i.add(x3i);
    FloatVector d23r = x2r.sub(x3r);
    FloatVector d23i = x2i.sub(x3i);
    x0r.add(s14r).add(s23r).intoArray(x, at);
    x0i.add(s14i).add(s23i).intoArray(x, at + WIDTH);
    FloatVector m1r = s14r.mul(COS_72).add(s23r.mul(COS_144)).add(x0r);
    FloatVector m1i = s14i.mul(COS_72).add(s23i.mul(COS_144)).add(x0i);
    FloatVector t1r = d14r.mul(SIN_72).add(d23r.mul(SIN_144));
    FloatVector t1i = d14i.mul(SIN_72).add(d23i.mul(SIN_144));
    m1r.add(t1i).intoArray(x, at + jump);
    m1i.sub(t1r).intoArray(x, at + jump + WIDTH);
    m1r.sub(t1i).intoArray(x, at + 4 * jump);
    m1i.add(t1r).intoArray(x, at + 4 * jump + WIDTH);
    FloatVector m2r = s14r.mul(COS_144).add(s23r.mul(COS_72)).add(x0r);
    FloatVector m2i = s14i.mul(COS_144).add(s23i.mul(COS_72)).add(x0i);
    FloatVector t2r = d14r.mul(SIN_144).sub(d23r.mul(SIN_72));
    FloatVector t2i = d14i.mul(SIN_144).sub(d23i.mul(SIN_72));
    m2r.add(t2i).intoArray(x, at + 2 * jump);
    m2i.sub(t2r).intoArray(x, at + 2 * jump + WIDTH);
    m2r.sub(t2i).intoArray(x, at + 3 * jump);
    m2i.add(t2r).intoArray(x, at + 3 * jump + WIDTH);
  }

  private Dft125() {}
}
