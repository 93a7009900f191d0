package io.spindrift.memory.product;

import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;

/**
 * The product of a vector of integers and a matrix of integers stored in cells.
 *
 * <p>For each tile T of rows, each cycle c of the inputs and each slice s of the weights, the
 * currents of two columns add up, their difference with noise is converted, and periphery shifts
 * and adds the codes:
 *
 * <pre>y_j = sum over T, c, s of 2^(d c) 2^s Q(sum over i in T of x_ic (G+ - G-)/(G_P - G_AP) + e).
 * </pre>
 *
 * <p>Without spread, noise and line resistance, and with a converter that has a code for every
 * count, y is the integer product exactly. A product is a design choice of no publication in
 * particular; the parts are those common to compute-in-memory macros.
 *
 * <p>Immutable, safe to use from any thread; the result depends on the key alone.
 */
public final class MatrixProduct {
  /** Sums up to it are exact in single precision. */
  private static final double LARGEST_SUM = 1 << 24;

  private final ProductCoding coding;
  private final IntegerMatrix weights;
  private final Periphery periphery;
  private final DifferentialColumns columns;
  private final Converter converter;

  /**
   * Stores a matrix.
   *
   * @param coding how integers become cells and drives
   * @param weights the matrix, one row per input and one column per result
   * @param cells what the cells conduct
   * @param periphery what stands around them
   * @throws IllegalArgumentException when a weight is out of the coding's range
   */
  public MatrixProduct(
      ProductCoding coding, IntegerMatrix weights, CellConductances cells, Periphery periphery) {
    this(
        coding,
        checked(coding, weights),
        new DifferentialColumns(coding, weights, cells),
        periphery);
  }

  private MatrixProduct(
      ProductCoding coding,
      IntegerMatrix weights,
      DifferentialColumns columns,
      Periphery periphery) {
    this.coding = coding;
    this.weights = weights;
    this.columns = columns;
    this.periphery = periphery;
    int tallest = Math.min(periphery.tileRows(), weights.rows());
    Require.inRange(
        "sum of currents on a line",
        (double) tallest * coding.largestDigit(),
        1,
        LARGEST_SUM,
        "counts");
    this.converter = periphery.converter(coding, tallest, columns.meanSquareTrit());
  }

  private static IntegerMatrix checked(ProductCoding coding, IntegerMatrix weights) {
    for (int weight : weights.values()) {
      Require.inRange("weight", weight, coding.smallestWeight(), coding.largestWeight());
    }
    return weights;
  }

  /** The same cells with other periphery. */
  public MatrixProduct with(Periphery other) {
    return new MatrixProduct(coding, weights, columns, other);
  }

  /** How integers become cells and drives. */
  public ProductCoding coding() {
    return coding;
  }

  /** The stored matrix. */
  public IntegerMatrix weights() {
    return weights;
  }

  /** The converter of a pair of columns. */
  public Converter converter() {
    return converter;
  }

  DifferentialColumns columns() {
    return columns;
  }

  Periphery periphery() {
    return periphery;
  }

  /** Number of tiles. */
  public int tiles() {
    return Math.ceilDiv(weights.rows(), periphery.tileRows());
  }

  /** First row of a tile; that of the tile after the last is the number of rows. */
  int tileStart(int tile) {
    return Math.min(tile * periphery.tileRows(), weights.rows());
  }

  /** Standard deviation of a conversion's input noise in counts, those of the smallest drive. */
  double noiseCounts() {
    return periphery.noiseCells() * coding.largestDigit();
  }

  /**
   * The product with one vector.
   *
   * @param inputs one per row of the matrix
   * @param key chance of the noise
   * @param stage counts what happens
   * @return one result per column
   * @throws IllegalArgumentException when an input is out of the coding's range
   */
  public double[] multiply(int[] inputs, StreamKey key, Ledger.Stage stage) {
    requireInputs(inputs);
    RandomStream noise = key.open();
    long[] codes = new long[weights.columns()];
    float[] sums = new float[columns.lines()];
    long driven = 0;
    for (int tile = 0; tile < tiles(); tile++) {
      int from = tileStart(tile);
      int[] digits = new int[tileStart(tile + 1) - from];
      for (int cycle = 0; cycle < coding.cycles(); cycle++) {
        driven += digits(inputs, from, cycle, digits);
        if (periphery.line() instanceof IdealBitLine) {
          columns.sum(from, digits, sums);
        } else {
          columns.sum(from, digits, periphery.line(), sums);
        }
        addNoise(sums, noise);
        addCodes(sums, coding.cycleWeight(cycle), codes);
      }
    }
    count(driven, stage);
    return levels(codes);
  }

  void requireInputs(int[] inputs) {
    if (inputs.length != weights.rows()) {
      throw new IllegalArgumentException(
          "inputs must be one per row, " + weights.rows() + ", but were " + inputs.length);
    }
    for (int input : inputs) {
      Require.inRange("input", input, coding.smallestInput(), coding.largestInput());
    }
  }

  private int digits(int[] inputs, int from, int cycle, int[] digits) {
    int driven = 0;
    for (int i = 0; i < digits.length; i++) {
      digits[i] = coding.digit(inputs[from + i], cycle);
      driven += digits[i] == 0 ? 0 : 1;
    }
    return driven;
  }

  private void addNoise(float[] sums, RandomStream noise) {
    double sigma = noiseCounts();
    for (int line = 0; sigma > 0 && line < sums.length; line++) {
      sums[line] += (float) (sigma * noise.nextGaussian());
    }
  }

  /** Codes count from the level nearest to zero, which keeps their sum small. */
  private void addCodes(float[] sums, long cycleWeight, long[] codes) {
    int zero = converter.code(0);
    for (int slice = 0; slice < coding.slices(); slice++) {
      long weight = cycleWeight * coding.sliceWeight(slice);
      int first = slice * codes.length;
      for (int column = 0; column < codes.length; column++) {
        codes[column] += weight * (converter.code(sums[first + column]) - zero);
      }
    }
  }

  private double[] levels(long[] codes) {
    double offset = converter.quantise(0) * tiles() * weightSum();
    double[] results = new double[codes.length];
    for (int column = 0; column < codes.length; column++) {
      results[column] = offset + converter.step() * codes[column];
    }
    return results;
  }

  /** Sum of the weights with which the codes of one tile are added. */
  private double weightSum() {
    double cycles = 0;
    double slices = 0;
    for (int cycle = 0; cycle < coding.cycles(); cycle++) {
      cycles += coding.cycleWeight(cycle);
    }
    for (int slice = 0; slice < coding.slices(); slice++) {
      slices += coding.sliceWeight(slice);
    }
    return cycles * slices;
  }

  /**
   * Counts one product: a row that is driven is raised and brought to its level once per cycle, and
   * lets both cells of every pair conduct; every code but the first of a result is added by one
   * full adder per digit of the sum.
   */
  private void count(long driven, Ledger.Stage stage) {
    long perResult = (long) tiles() * coding.cycles() * coding.slices();
    long conversions = perResult * weights.columns();
    stage.add(Action.ROW_ACTIVATION, driven);
    stage.add(Action.LINE_DRIVE, driven);
    stage.add(Action.CELL_CURRENT, 2 * driven * columns.lines());
    stage.add(Action.CONVERSION_STEP, conversions * converter.steps());
    stage.add(Action.FULL_ADD, (conversions - weights.columns()) * sumDigits());
  }

  /** Binary digits of the sum of the codes of one result. */
  int sumDigits() {
    double largest = (converter.levels() - 1.0) * tiles() * weightSum();
    return 1 + Math.getExponent(largest);
  }
}
