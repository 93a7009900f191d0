package io.spindrift.diffusion.metric.pairs;

import io.spindrift.diffusion.metric.FeatureMatrix;

/** Squared lengths of feature vectors, summed as {@link ProductTile} sums products. */
final class SquaredLengths {
  /**
   * |a|^2 of every image. With the order of the products a distance of equal images is exactly 0.
   */
  static double[] of(FeatureMatrix matrix) {
    double[] lengths = new double[matrix.rows()];
    for (int i = 0; i < lengths.length; i++) {
      double sum = 0;
      for (int k = 0; k < matrix.features(); k++) {
        double x = matrix.values()[i * matrix.features() + k];
        sum = Math.fma(x, x, sum);
      }
      lengths[i] = sum;
    }
    return lengths;
  }

  private SquaredLengths() {}
}
