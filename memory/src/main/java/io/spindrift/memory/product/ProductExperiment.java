package io.spindrift.memory.product;

import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The same product on many chips whose cells differ.
 *
 * @param coding how integers become cells and drives
 * @param weights the matrix
 * @param inputs one vector per row
 * @param chips how many chips, at least two
 */
public record ProductExperiment(
    ProductCoding coding, IntegerMatrix weights, IntegerMatrix inputs, int chips) {
  /** Checks the shapes and the number of chips. */
  public ProductExperiment {
    Require.inRange("chips", chips, 2, 1 << 20);
    if (inputs.columns() != weights.rows()) {
      throw new IllegalArgumentException(
          "inputs must have as many columns as the weights have rows, "
              + weights.rows()
              + ", but have "
              + inputs.columns());
    }
  }

  /**
   * Measures one chip after the other for every periphery.
   *
   * @param cells the cells of a chip
   * @param peripheries what is compared; the cells are the same for all
   * @param key chance of the noise
   * @return one measurement per periphery
   */
  public List<ProductMeasurement> run(
      IntFunction<CellConductances> cells,
      List<Periphery> peripheries,
      StreamKey key,
      Workers workers,
      Progress progress) {
    double[][] exact = exact();
    double[][][][] results = new double[peripheries.size()][chips][][];
    Ledger ledger = new Ledger();
    try (Progress.Task task = progress.begin("products", chips, "chips")) {
      workers.forEach(
          chips,
          chip -> {
            progress.checkStopped();
            MatrixProduct product =
                new MatrixProduct(coding, weights, cells.apply(chip), peripheries.getFirst());
            for (int p = 0; p < peripheries.size(); p++) {
              results[p][chip] =
                  multiply(
                      product.with(peripheries.get(p)),
                      key.at(chip, p),
                      ledger.stage("product " + p));
            }
            task.advance(1);
          });
    }
    List<ProductMeasurement> measurements = new ArrayList<>();
    for (int p = 0; p < peripheries.size(); p++) {
      MatrixProduct product =
          new MatrixProduct(coding, weights, cells.apply(0), peripheries.get(p));
      measurements.add(measurement(product, exact, results[p], ledger, "product " + p));
    }
    return measurements;
  }

  private double[][] exact() {
    double[][] exact = new double[inputs.rows()][];
    for (int vector = 0; vector < exact.length; vector++) {
      exact[vector] = Arrays.stream(weights.times(inputs.row(vector))).asDoubleStream().toArray();
    }
    return exact;
  }

  private double[][] multiply(MatrixProduct product, StreamKey key, Ledger.Stage stage) {
    double[][] results = new double[inputs.rows()][];
    for (int vector = 0; vector < results.length; vector++) {
      results[vector] = product.multiply(inputs.row(vector), key.at(vector), stage);
    }
    return results;
  }

  private ProductMeasurement measurement(
      MatrixProduct product, double[][] exact, double[][][] results, Ledger ledger, String stage) {
    int columns = weights.columns();
    double sum = 0;
    double scatter = 0;
    for (int column = 0; column < columns; column++) {
      double[] squares = new double[chips];
      for (int chip = 0; chip < chips; chip++) {
        for (int vector = 0; vector < exact.length; vector++) {
          double error = results[chip][vector][column] - exact[vector][column];
          squares[chip] += error * error / exact.length;
        }
      }
      double mean = Arrays.stream(squares).average().orElseThrow();
      sum += mean;
      scatter += Arrays.stream(squares).map(s -> (s - mean) * (s - mean)).sum() / (chips - 1);
    }
    double[] all = Arrays.stream(exact).flatMapToDouble(Arrays::stream).toArray();
    double centre = Arrays.stream(all).average().orElseThrow();
    return new ProductMeasurement(
        product.converter().step(),
        sum / columns,
        Math.sqrt(scatter / chips) / columns,
        ErrorBudget.of(product, inputs),
        ExpectedError.meanSquare(product, inputs),
        Arrays.stream(all).map(y -> (y - centre) * (y - centre)).average().orElseThrow(),
        (long) chips * inputs.rows() * inputs.columns() * columns,
        ledger.snapshot().stream().filter(entry -> entry.stage().equals(stage)).toList(),
        all,
        Arrays.stream(results[0]).flatMapToDouble(Arrays::stream).toArray());
  }
}
