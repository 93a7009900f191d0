package io.spindrift.device.fokkerplanck;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** The sparse product with vector instructions, a whole block of lanes at a time. */
final class VectorBlockProduct {
  private static final VectorSpecies<Double> WIDE = DoubleVector.SPECIES_512;
  private static final VectorSpecies<Double> HALF = DoubleVector.SPECIES_256;
  private static final int HALF_LANES = 4;

  /** The product for the widest registers of this processor. */
  static BlockProduct ofPreferredWidth() {
    return DoubleVector.SPECIES_PREFERRED.length() >= HarmonicLayout.LANES
        ? VectorBlockProduct::wide
        : VectorBlockProduct::halves;
  }

  private static void wide(DiagonalBlocks matrix, double[] x, double[] y) {
    int[] offsets = matrix.offsets();
    double[] elements = matrix.elements();
    int next = 0;
    for (int start : matrix.starts()) {
      DoubleVector sum = DoubleVector.fromArray(WIDE, y, start);
      for (int offset : offsets) {
        DoubleVector a = DoubleVector.fromArray(WIDE, elements, next);
        sum = a.mul(DoubleVector.fromArray(WIDE, x, start + offset)).add(sum);
        next += HarmonicLayout.LANES;
      }
      sum.intoArray(y, start);
    }
  }

  private static void halves(DiagonalBlocks matrix, double[] x, double[] y) {
    int[] offsets = matrix.offsets();
    double[] elements = matrix.elements();
    int next = 0;
    for (int start : matrix.starts()) {
      DoubleVector low = DoubleVector.fromArray(HALF, y, start);
      DoubleVector high = DoubleVector.fromArray(HALF, y, start + HALF_LANES);
      for (int offset : offsets) {
        int read = start + offset;
        DoubleVector a = DoubleVector.fromArray(HALF, elements, next);
        DoubleVector b = DoubleVector.fromArray(HALF, elements, next + HALF_LANES);
        low = a.mul(DoubleVector.fromArray(HALF, x, read)).add(low);
        high = b.mul(DoubleVector.fromArray(HALF, x, read + HALF_LANES)).add(high);
        next += HarmonicLayout.LANES;
      }
      low.intoArray(y, start);
      high.intoArray(y, start + HALF_LANES);
    }
  }

  private VectorBlockProduct() {}
}
