package io.spindrift.device.fokkerplanck;

import static io.spindrift.device.fokkerplanck.HarmonicLayout.COSINE;
import static io.spindrift.device.fokkerplanck.HarmonicLayout.SINE;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A linear operator between spherical-harmonic coefficients, kept by its diagonals.
 *
 * <p>(A x)[half, l, m] = sum over shifts of a[l, m] x[source half, l + dl, m + dm]. Products, sums
 * and transposes of such operators are such operators. Not thread-safe while it is being filled.
 */
final class HarmonicOperator {
  /**
   * Which coefficient an element reads, relative to the one that it writes.
   *
   * @param target half that is written
   * @param source half that is read
   * @param dl shift in degree
   * @param dm shift in order
   */
  record Shift(int target, int source, int dl, int dm) {
    private Shift after(Shift first) {
      return new Shift(target, first.source, dl + first.dl, dm + first.dm);
    }

    private Shift reversed() {
      return new Shift(source, target, -dl, -dm);
    }
  }

  /** What is done with one element. */
  @FunctionalInterface
  interface Element {
    /** Receives the element of a shift that writes position {@code row} of the half. */
    void of(Shift shift, int l, int m, double value);
  }

  private final HarmonicLayout layout;
  private final Map<Shift, double[]> diagonals = new LinkedHashMap<>();

  HarmonicOperator(HarmonicLayout layout) {
    this.layout = layout;
  }

  HarmonicLayout layout() {
    return layout;
  }

  Map<Shift, double[]> diagonals() {
    return diagonals;
  }

  /**
   * Adds to the element that writes (l, m) of the shift's target half; ignores what lies outside.
   */
  void add(Shift shift, int l, int m, double value) {
    if (value != 0
        && exists(shift.target(), l, m)
        && exists(shift.source(), l + shift.dl(), m + shift.dm())) {
      diagonals.computeIfAbsent(shift, s -> new double[layout.half()])[layout.at(l, m)] += value;
    }
  }

  private boolean exists(int half, int l, int m) {
    return m >= HarmonicLayout.lowestOrder(half) && l >= m && l <= layout.degree();
  }

  /** Visits every element that is not zero. */
  void forEach(Element visit) {
    diagonals.forEach((shift, values) -> {
      for (int m = HarmonicLayout.lowestOrder(shift.target()); m <= layout.degree(); m++) {
        for (int l = m; l <= layout.degree(); l++) {
          double value = values[layout.at(l, m)];
          if (value != 0) {
            visit.of(shift, l, m, value);
          }
        }
      }
    });
  }

  /** This operator applied after {@code first}. */
  HarmonicOperator times(HarmonicOperator first) {
    HarmonicOperator product = new HarmonicOperator(layout);
    forEach((shift, l, m, value) ->
        first.diagonals.forEach((inner, values) -> {
          if (inner.target() == shift.source()) {
            double other = values[layout.at(l + shift.dl(), m + shift.dm())];
            product.add(shift.after(inner), l, m, value * other);
          }
        }));
    return product;
  }

  /** This operator plus {@code factor} times another. */
  HarmonicOperator plus(double factor, HarmonicOperator other) {
    HarmonicOperator sum = new HarmonicOperator(layout);
    sum.addScaled(1, this);
    sum.addScaled(factor, other);
    return sum;
  }

  /** Adds {@code factor} times another operator of the same layout. */
  void addScaled(double factor, HarmonicOperator other) {
    other.diagonals.forEach((shift, values) -> {
      double[] sum = diagonals.computeIfAbsent(shift, s -> new double[layout.half()]);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += factor * values[i];
      }
    });
  }

  HarmonicOperator transposed() {
    HarmonicOperator transposed = new HarmonicOperator(layout);
    forEach((shift, l, m, value) ->
        transposed.add(shift.reversed(), l + shift.dl(), m + shift.dm(), value));
    return transposed;
  }

  /** The block of degrees that the smaller layout has, without elements below {@code least}. */
  HarmonicOperator restrictedTo(HarmonicLayout smaller, double least) {
    HarmonicOperator block = new HarmonicOperator(smaller);
    forEach((shift, l, m, value) -> {
      if (Math.abs(value) > least) {
        block.add(shift, l, m, value);
      }
    });
    return block;
  }

  /** The largest sum of absolute elements in a row. */
  double rowSumNorm() {
    double[] sums = new double[layout.size()];
    forEach((shift, l, m, value) -> sums[layout.at(shift.target(), l, m)] += Math.abs(value));
    double largest = 0;
    for (double sum : sums) {
      largest = Math.max(largest, sum);
    }
    return largest;
  }

  /** The operator applied to an array of coefficients, plainly. */
  double[] applied(double[] x) {
    double[] y = new double[layout.size()];
    forEach((shift, l, m, value) ->
        y[layout.at(shift.target(), l, m)] +=
            value * x[layout.at(shift.source(), l + shift.dl(), m + shift.dm())]);
    return y;
  }

  /** The halves an operator may write. */
  static int[] halves() {
    return new int[] {COSINE, SINE};
  }
}
