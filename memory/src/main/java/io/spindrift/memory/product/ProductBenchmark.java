package io.spindrift.memory.product;

import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.NumericalFailure;
import io.spindrift.numerics.bench.BenchLine;
import io.spindrift.numerics.bench.BenchSection;
import io.spindrift.numerics.bench.CpuClock;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cells per second of processor time whose currents are summed in a product.
 *
 * <p>A matrix of 256 by 256 is multiplied for some time to warm up and then for the time that
 * counts, with cells that are alike, so that every result must be the integer product.
 */
public final class ProductBenchmark implements BenchSection {
  private static final int SIDE = 256;
  private static final int VECTORS = 8;
  private static final double WARM_UP_SECONDS = 1;

  @Override
  public String name() {
    return "products";
  }

  @Override
  public List<BenchLine> run(double seconds, StreamKey key, Progress progress) {
    List<ProductCoding> codings =
        List.of(
            BinaryCoding.SIGNED,
            new BitSlicedCoding(4, 4, false, 1),
            new BitSlicedCoding(4, 4, false, 4));
    List<String> names =
        List.of("binary product", "4-bit product, bit-serial", "4-bit product, 4-bit drives");
    List<BenchLine> lines = new ArrayList<>();
    try (Progress.Task task = progress.begin("products", codings.size(), "products")) {
      for (int i = 0; i < codings.size(); i++) {
        progress.checkStopped();
        MatrixProduct product = product(codings.get(i), key.at(i));
        measure(product, Math.min(WARM_UP_SECONDS, 7 * seconds), key.at(i, 0));
        lines.add(
            new BenchLine(
                names.get(i),
                "cellsPerCpuSecondPerCore",
                "cell/s",
                measure(product, seconds, key.at(i, 1)),
                "equal to the integer product"));
        task.advance(1);
      }
    }
    return lines;
  }

  private static MatrixProduct product(ProductCoding coding, StreamKey key) {
    RandomStream random = key.purpose("weights").open();
    int[] weights = new int[SIDE * SIDE];
    Arrays.setAll(
        weights, i -> random.nextInt(coding.smallestWeight(), coding.largestWeight() + 1));
    return new MatrixProduct(
        coding,
        new IntegerMatrix(SIDE, SIDE, weights),
        SpreadConductances.alike(2),
        Periphery.ideal(SIDE, 16));
  }

  private static double measure(MatrixProduct product, double seconds, StreamKey key) {
    Ledger.Stage stage = new Ledger().stage("products");
    ProductCoding coding = product.coding();
    double spent = 0;
    for (long round = 0; spent < seconds || round < 2; round++) {
      RandomStream random = key.at(round).open();
      int[][] inputs = new int[VECTORS][SIDE];
      for (int[] vector : inputs) {
        Arrays.setAll(
            vector, i -> random.nextInt(coding.smallestInput(), coding.largestInput() + 1));
      }
      double[][] results = new double[VECTORS][];
      double before = CpuClock.threadSeconds();
      for (int v = 0; v < VECTORS; v++) {
        results[v] = product.multiply(inputs[v], key, stage);
      }
      spent += CpuClock.threadSeconds() - before;
      for (int v = 0; v < VECTORS; v++) {
        check(product.weights().times(inputs[v]), results[v]);
      }
    }
    return stage.count(Action.CELL_CURRENT) / spent;
  }

  private static void check(long[] exact, double[] result) {
    for (int column = 0; column < exact.length; column++) {
      if (result[column] != exact[column]) {
        throw new NumericalFailure(
            "result of column "
                + column
                + " must be "
                + exact[column]
                + ", but was "
                + result[column]);
      }
    }
  }
}
