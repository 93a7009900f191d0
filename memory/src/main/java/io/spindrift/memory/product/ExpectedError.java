package io.spindrift.memory.product;

/**
 * The mean square error of a product with its converter enumerated, over chips and noise.
 *
 * <p>The sums of given weights and inputs are known integers, and their analogue error is close to
 * normal with a known variance, so {@link ConversionError} gives bias, variance and gain of every
 * conversion. For one result, with W the weight of a conversion,
 *
 * <pre>
 * mean square = (sum W bias)^2 + sum W^2 variance
 *             + sum over cycles c, c' of the same cells, c not c', W W' gain gain' cov_cc'
 * cov_cc'     = sum_i x_ic x_ic' v(t_i).
 * </pre>
 *
 * <p>In the linear range it is {@link ErrorBudget}; it also holds where rounding removes errors,
 * where levels are few and where sums are clipped. Approximate where the sum of lognormal cells is
 * far from normal (few rows, wide spread) and in the covariance beyond first order. Line resistance
 * is not in it.
 */
public final class ExpectedError {
  private final MatrixProduct product;
  private final int cycles;
  private final double[] pairVariance;

  private ExpectedError(MatrixProduct product) {
    this.product = product;
    this.cycles = product.coding().cycles();
    this.pairVariance = new double[] {product.columns().variance(0), product.columns().variance(1)};
  }

  /**
   * Mean over columns and vectors.
   *
   * @param product the stored matrix
   * @param inputs one vector per row
   */
  public static double meanSquare(MatrixProduct product, IntegerMatrix inputs) {
    ExpectedError error = new ExpectedError(product);
    double sum = 0;
    for (int vector = 0; vector < inputs.rows(); vector++) {
      sum += error.vector(inputs.row(vector));
    }
    return sum / inputs.rows();
  }

  private double vector(int[] inputs) {
    int width = product.weights().columns();
    double sum = 0;
    for (int column = 0; column < width; column++) {
      double bias = 0;
      double variance = 0;
      for (int tile = 0; tile < product.tiles(); tile++) {
        for (int slice = 0; slice < product.coding().slices(); slice++) {
          double weight = product.coding().sliceWeight(slice);
          ConversionError error = line(inputs, tile, slice * width + column);
          bias += weight * error.bias();
          variance += weight * weight * error.variance();
        }
      }
      sum += bias * bias + variance;
    }
    return sum / width;
  }

  /** All cycles of one pair of columns in one tile together; the gain is of no use here. */
  private ConversionError line(int[] inputs, int tile, int line) {
    double[] signal = new double[cycles];
    double[][] covariance = new double[cycles][cycles];
    addRows(inputs, tile, line, signal, covariance);
    double noise = product.noiseCounts();
    double bias = 0;
    double variance = 0;
    double[] passed = new double[cycles];
    for (int c = 0; c < cycles; c++) {
      double weight = product.coding().cycleWeight(c);
      double sigma = Math.sqrt(covariance[c][c] + noise * noise);
      ConversionError error = ConversionError.of(product.converter(), signal[c], sigma);
      bias += weight * error.bias();
      variance += weight * weight * error.variance();
      passed[c] = weight * error.gain();
      for (int before = 0; before < c; before++) {
        variance += 2 * passed[c] * passed[before] * covariance[c][before];
      }
    }
    return new ConversionError(bias, variance, 0);
  }

  private void addRows(int[] inputs, int tile, int line, double[] signal, double[][] covariance) {
    int[] digits = new int[cycles];
    for (int row = product.tileStart(tile); row < product.tileStart(tile + 1); row++) {
      int trit = product.columns().trit(row, line);
      double variance = pairVariance[trit & 1];
      for (int c = 0; c < cycles; c++) {
        digits[c] = product.coding().digit(inputs[row], c);
        signal[c] += digits[c] * trit;
        for (int before = 0; before <= c; before++) {
          covariance[c][before] += digits[c] * digits[before] * variance;
        }
      }
    }
  }
}
