package io.spindrift.diffusion.metric.pairs;

import io.spindrift.numerics.vector.VectorLanes;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Four rows by two vectors of columns; eight sums stay in registers. */
final class VectorTile implements ProductTile {
  static final VectorTile INSTANCE = new VectorTile();
  private static final VectorSpecies<Double> LANES = VectorLanes.DOUBLES;
  private static final int HALF = LANES.length();

  @Override
  public int width() {
    return 2 * HALF;
  }

  @Override
  public void multiply(
      double[] a, int aAt, double[] b, int bAt, int depth, double[] target, int at, int stride) {
    DoubleVector left0 = DoubleVector.zero(LANES);
    DoubleVector left1 = DoubleVector.zero(LANES);
    DoubleVector left2 = DoubleVector.zero(LANES);
    DoubleVector left3 = DoubleVector.zero(LANES);
    DoubleVector right0 = DoubleVector.zero(LANES);
    DoubleVector right1 = DoubleVector.zero(LANES);
    DoubleVector right2 = DoubleVector.zero(LANES);
    DoubleVector right3 = DoubleVector.zero(LANES);
    for (int k = 0; k < depth; k++) {
      DoubleVector left = DoubleVector.fromArray(LANES, b, bAt + k * 2 * HALF);
      DoubleVector right = DoubleVector.fromArray(LANES, b, bAt + k * 2 * HALF + HALF);
      DoubleVector x = DoubleVector.broadcast(LANES, a[aAt + k * ROWS]);
      left0 = x.fma(left, left0);
      right0 = x.fma(right, right0);
      x = DoubleVector.broadcast(LANES, a[aAt + k * ROWS + 1]);
      left1 = x.fma(left, left1);
      right1 = x.fma(right, right1);
      x = DoubleVector.broadcast(LANES, a[aAt + k * ROWS + 2]);
      left2 = x.fma(left, left2);
      right2 = x.fma(right, right2);
      x = DoubleVector.broadcast(LANES, a[aAt + k * ROWS + 3]);
      left3 = x.fma(left, left3);
      right3 = x.fma(right, right3);
    }
    left0.intoArray(target, at);
    right0.intoArray(target, at + HALF);
    left1.intoArray(target, at + stride);
    right1.intoArray(target, at + stride + HALF);
    left2.intoArray(target, at + 2 * stride);
    right2.intoArray(target, at + 2 * stride + HALF);
    left3.intoArray(target, at + 3 * stride);
    right3.intoArray(target, at + 3 * stride + HALF);
  }

  private VectorTile() {}
}
