package io.spindrift.device.fokkerplanck;

import io.spindrift.device.fokkerplanck.HarmonicOperator.Shift;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The elements of a sparse operator in the order in which a product with a vector reads them.
 *
 * <p>Coefficients are written in blocks of {@link HarmonicLayout#LANES} neighbouring degrees of one
 * order; the elements of a block lie together, lanes innermost. A row ends in lanes of zeros.
 *
 * @param offsets [diagonal]: distance from the coefficient written to the one read
 * @param starts [block]: first coefficient written
 * @param elements [block, diagonal, lane]
 */
record DiagonalBlocks(int[] offsets, int[] starts, double[] elements) {
  /** The part of {@code scale} (A - shift) that writes one half. */
  static DiagonalBlocks of(HarmonicOperator operator, int half, double scale, double shift) {
    HarmonicLayout layout = operator.layout();
    Shift none = new Shift(half, half, 0, 0);
    List<Map.Entry<Shift, double[]>> diagonals = new ArrayList<>();
    double[] centre = new double[layout.half()];
    for (Map.Entry<Shift, double[]> diagonal : operator.diagonals().entrySet()) {
      if (diagonal.getKey().equals(none)) {
        centre = diagonal.getValue().clone();
      } else if (diagonal.getKey().target() == half) {
        diagonals.add(diagonal);
      }
    }
    for (int i = 0; i < centre.length; i++) {
      centre[i] -= shift;
    }
    diagonals.addFirst(Map.entry(none, centre));
    int[] offsets = new int[diagonals.size()];
    for (int d = 0; d < offsets.length; d++) {
      Shift s = diagonals.get(d).getKey();
      offsets[d] = (s.source() - half) * layout.half() + s.dm() * layout.stride() + s.dl();
    }
    int[] starts = starts(layout, half);
    double[] elements = new double[starts.length * offsets.length * HarmonicLayout.LANES];
    int next = 0;
    for (int start : starts) {
      int inHalf = start - half * layout.half();
      for (Map.Entry<Shift, double[]> diagonal : diagonals) {
        for (int lane = 0; lane < HarmonicLayout.LANES; lane++) {
          boolean exists = layout.degreeAt(inHalf + lane) <= layout.degree();
          elements[next++] = exists ? scale * diagonal.getValue()[inHalf + lane] : 0;
        }
      }
    }
    return new DiagonalBlocks(offsets, starts, elements);
  }

  private static int[] starts(HarmonicLayout layout, int half) {
    List<Integer> starts = new ArrayList<>();
    for (int m = HarmonicLayout.lowestOrder(half); m <= layout.degree(); m++) {
      for (int l = m; l <= layout.degree(); l += HarmonicLayout.LANES) {
        starts.add(layout.at(half, l, m));
      }
    }
    return starts.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Adds A x to y, plainly. */
  void addProduct(double[] x, double[] y) {
    int next = 0;
    for (int start : starts) {
      for (int offset : offsets) {
        int read = start + offset;
        for (int lane = 0; lane < HarmonicLayout.LANES; lane++) {
          y[start + lane] += elements[next + lane] * x[read + lane];
        }
        next += HarmonicLayout.LANES;
      }
    }
  }
}
