package io.spindrift.memory.product;

/**
 * The variance of a product's error by cause, mean over columns and vectors, in closed form.
 *
 * <p>With x_i the inputs, t_ijs the slices of the weights, v(t) the variance over cells of a pair's
 * difference in counts squared, N tiles, noise sigma_e and step q of a conversion in counts,
 *
 * <pre>
 * spread       = sum_i x_i^2 sum_s 4^s v(t_ijs)
 * noise        = N sum_c 4^(d c) sum_s 4^s sigma_e^2
 * quantisation = N sum_c 4^(d c) sum_s 4^s q^2/12.
 * </pre>
 *
 * <p>A pair with t = 1 or -1 has v = (s_P^2 G_P^2 + s_AP^2 G_AP^2)/(G_P - G_AP)^2, one with t = 0
 * has 2 s_AP^2 G_AP^2/(G_P - G_AP)^2: cells in AP conduct too, so a finite ratio of G_P to G_AP
 * costs twice, in the signal and in the error. The same cells serve every cycle, so their errors
 * add up before they are squared: x_i^2, not the sum of 4^(d c) x_ic^2.
 *
 * <p>Valid while conversions are linear on average: the spread and noise of a conversion are about
 * half a step or more, or the step is several counts and the sums extend over several steps; and no
 * sum is clipped. {@link ExpectedError} holds beyond. Line resistance is in neither.
 *
 * @param spread of cells, over chips
 * @param noise of conversions
 * @param quantisation of conversions
 */
public record ErrorBudget(double spread, double noise, double quantisation) {
  /**
   * The budget of a product.
   *
   * @param product the stored matrix
   * @param inputs one vector per row
   */
  public static ErrorBudget of(MatrixProduct product, IntegerMatrix inputs) {
    double conversions = product.tiles() * squaredWeights(product.coding());
    double noise = product.noiseCounts();
    return new ErrorBudget(
        spread(product, inputs),
        conversions * noise * noise,
        conversions * product.converter().quantisationVariance());
  }

  /** The whole variance. */
  public double total() {
    return spread + noise + quantisation;
  }

  private static double spread(MatrixProduct product, IntegerMatrix inputs) {
    DifferentialColumns columns = product.columns();
    int width = product.weights().columns();
    double sum = 0;
    for (int row = 0; row < columns.rows(); row++) {
      double cells = 0;
      for (int line = 0; line < columns.lines(); line++) {
        double weight = product.coding().sliceWeight(line / width);
        cells += weight * weight * columns.variance(columns.trit(row, line));
      }
      double squares = 0;
      for (int vector = 0; vector < inputs.rows(); vector++) {
        double input = inputs.at(vector, row);
        squares += input * input;
      }
      sum += cells / width * squares / inputs.rows();
    }
    return sum;
  }

  private static double squaredWeights(ProductCoding coding) {
    double cycles = 0;
    for (int cycle = 0; cycle < coding.cycles(); cycle++) {
      cycles += (double) coding.cycleWeight(cycle) * coding.cycleWeight(cycle);
    }
    double slices = 0;
    for (int slice = 0; slice < coding.slices(); slice++) {
      slices += (double) coding.sliceWeight(slice) * coding.sliceWeight(slice);
    }
    return cycles * slices;
  }
}
