package io.spindrift.memory.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExactProductTest {
  private static final StreamKey KEY = StreamKey.root(7).purpose("exact product");
  private static final int WIDE = 24;

  private final Ledger.Stage stage = new Ledger().stage("product");

  private static MatrixProduct ideal(ProductCoding coding, IntegerMatrix weights, int tileRows) {
    return new MatrixProduct(
        coding, weights, SpreadConductances.alike(2.2), Periphery.ideal(tileRows, WIDE));
  }

  private static IntegerMatrix drawn(
      int rows, int columns, int smallest, int largest, RandomStream random) {
    int[] values = new int[rows * columns];
    Arrays.setAll(values, i -> random.nextInt(smallest, largest + 1));
    return new IntegerMatrix(rows, columns, values);
  }

  private void requireExact(MatrixProduct product, int[] inputs) {
    double[] exact = Arrays.stream(product.weights().times(inputs)).asDoubleStream().toArray();
    assertThat(product.multiply(inputs, KEY, stage)).isEqualTo(exact);
  }

  /** 300 random shapes, widths, tiles, drives and signs. */
  @Test
  void idealBitSlicedProductsAreIntegerProducts() {
    for (int trial = 0; trial < 300; trial++) {
      RandomStream random = KEY.at(trial).open();
      int inputBits = random.nextInt(1, 9);
      BitSlicedCoding coding =
          new BitSlicedCoding(
              random.nextInt(2, 9),
              inputBits,
              random.nextBoolean(),
              random.nextInt(1, inputBits + 1));
      IntegerMatrix weights =
          drawn(
              random.nextInt(1, 90),
              random.nextInt(1, 12),
              coding.smallestWeight(),
              coding.largestWeight(),
              random);
      MatrixProduct product = ideal(coding, weights, random.nextInt(1, 100));
      IntegerMatrix inputs =
          drawn(1, weights.rows(), coding.smallestInput(), coding.largestInput(), random);
      requireExact(product, inputs.row(0));
    }
  }

  @ParameterizedTest
  @EnumSource(BinaryCoding.class)
  void idealBinaryProductsAreIntegerProducts(BinaryCoding coding) {
    for (int trial = 0; trial < 100; trial++) {
      RandomStream random = KEY.purpose("binary").at(trial).open();
      IntegerMatrix weights =
          drawn(
              random.nextInt(1, 200),
              random.nextInt(1, 12),
              coding.smallestWeight(),
              coding.largestWeight(),
              random);
      MatrixProduct product = ideal(coding, weights, random.nextInt(1, 250));
      IntegerMatrix inputs =
          drawn(1, weights.rows(), coding.smallestInput(), coding.largestInput(), random);
      requireExact(product, inputs.row(0));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8, 16})
  void extremeValuesDoNotOverflow(int driveBits) {
    BitSlicedCoding coding = new BitSlicedCoding(16, 16, true, driveBits);
    for (int weight : new int[] {coding.smallestWeight(), -1, 0, 1, coding.largestWeight()}) {
      for (int input : new int[] {coding.smallestInput(), -1, 0, 1, coding.largestInput()}) {
        int[] weights = new int[130];
        int[] inputs = new int[130];
        Arrays.fill(weights, weight);
        Arrays.fill(inputs, input);
        requireExact(ideal(coding, new IntegerMatrix(130, 1, weights), 64), inputs);
      }
    }
  }

  /** The fewest bits that have a code for every count suffice; one bit less does not. */
  @Test
  void theWidthThatIsNeededIsKnown() {
    int[] weights = new int[31];
    int[] inputs = new int[31];
    Arrays.fill(weights, 1);
    for (int ones = 0; ones <= 31; ones++) {
      Arrays.fill(inputs, 0, ones, 1);
      IntegerMatrix matrix = new IntegerMatrix(31, 1, weights);
      CellConductances cells = SpreadConductances.alike(2);
      MatrixProduct counts =
          new MatrixProduct(BinaryCoding.UNSIGNED, matrix, cells, Periphery.ideal(31, 5));
      MatrixProduct signed =
          new MatrixProduct(BinaryCoding.SIGNED, matrix, cells, Periphery.ideal(31, 6));
      assertThat(counts.multiply(inputs, KEY, stage)).containsExactly(ones);
      assertThat(signed.multiply(inputs, KEY, stage)).containsExactly(ones);
      double coarse = counts.with(Periphery.ideal(31, 4)).multiply(inputs, KEY, stage)[0];
      assertThat(coarse).isEqualTo(Math.floor(ones / (31 / 15.0) + 0.5) * (31 / 15.0));
    }
  }

  /** w = (3, -2), x = (2, 3) in two bits: cycle 0 drives row 1, cycle 1 both. */
  @Test
  void actionsOfAHandComputedProductAreCounted() {
    MatrixProduct product =
        ideal(new BitSlicedCoding(3, 2, false, 1), new IntegerMatrix(2, 1, new int[] {3, -2}), 8)
            .with(Periphery.ideal(8, 4));
    assertThat(product.multiply(new int[] {2, 3}, KEY, stage)).containsExactly(0);
    assertThat(stage.count(Action.ROW_ACTIVATION)).isEqualTo(3);
    assertThat(stage.count(Action.LINE_DRIVE)).isEqualTo(3);
    assertThat(stage.count(Action.CELL_CURRENT)).isEqualTo(3 * 2 * 2);
    assertThat(stage.count(Action.CONVERSION_STEP)).isEqualTo(4 * 16);
    // Codes up to 14 with weights 1 + 2 + 2 + 4: 126 at most, seven digits, three additions.
    assertThat(stage.count(Action.FULL_ADD)).isEqualTo(3 * 7);
  }

  @Test
  void clippedSumsStopAtTheReach() {
    int[] ones = new int[100];
    Arrays.fill(ones, 1);
    Periphery periphery =
        new Periphery(100, 5, OptionalDouble.of(3), 0, BitLine.IDEAL); // 3 sqrt(100) = 30 counts
    MatrixProduct product =
        new MatrixProduct(
            BinaryCoding.SIGNED,
            new IntegerMatrix(100, 1, ones),
            SpreadConductances.alike(2),
            periphery);
    assertThat(product.converter().highest()).isEqualTo(30);
    assertThat(product.multiply(ones, KEY, stage)[0]).isEqualTo(30);
  }

  @Test
  void numbersOutOfRangeAreRefused() {
    BitSlicedCoding coding = new BitSlicedCoding(4, 4, false, 1);
    assertThatThrownBy(() -> ideal(coding, new IntegerMatrix(1, 1, new int[] {-8}), 4))
        .hasMessageContaining("weight must be between -7 and 7, but was -8");
    MatrixProduct product = ideal(coding, new IntegerMatrix(1, 1, new int[] {7}), 4);
    assertThatThrownBy(() -> product.multiply(new int[] {16}, KEY, stage))
        .hasMessageContaining("input must be between 0 and 15, but was 16");
    assertThatThrownBy(() -> product.multiply(new int[2], KEY, stage))
        .hasMessageContaining("inputs must be one per row");
    assertThatThrownBy(() -> new IntegerMatrix(2, 2, new int[3])).hasMessageContaining("elements");
    assertThatThrownBy(() -> new BitSlicedCoding(4, 4, false, 5)).hasMessageContaining("drive");
  }
}
