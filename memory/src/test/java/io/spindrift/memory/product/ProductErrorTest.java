package io.spindrift.memory.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Measured variance against theory over 40 chips of 16 columns and 4 vectors.
 *
 * <p>A measured mean square is compared at 4.5 of its standard errors: false alarm 7e-6 each, where
 * 640 independent observations are close to normal.
 */
class ProductErrorTest {
  private static final StreamKey KEY = StreamKey.root(11).purpose("product error");
  private static final int CHIPS = 40;
  private static final double SIGMAS = 4.5;

  static ProductExperiment experiment(ProductCoding coding, int rows, int columns, int vectors) {
    RandomStream random = KEY.purpose("values").open();
    int[] weights = new int[rows * columns];
    int[] inputs = new int[vectors * rows];
    Arrays.setAll(
        weights, i -> random.nextInt(coding.smallestWeight(), coding.largestWeight() + 1));
    Arrays.setAll(inputs, i -> random.nextInt(coding.smallestInput(), coding.largestInput() + 1));
    return new ProductExperiment(
        coding,
        new IntegerMatrix(rows, columns, weights),
        new IntegerMatrix(vectors, rows, inputs),
        CHIPS);
  }

  static List<ProductMeasurement> measured(
      ProductExperiment experiment, SpreadConductances cells, List<Periphery> peripheries) {
    try (Workers workers = new Workers(2)) {
      return experiment.run(
          chip ->
              new SpreadConductances(
                  cells.parallelSiemens(),
                  cells.onOffRatio(),
                  cells.law(),
                  cells.relativeSigma(),
                  KEY.purpose("chips").at(chip)),
          peripheries,
          KEY.purpose("noise"),
          workers,
          Progress.NONE);
    }
  }

  private static List<Periphery> widths(double noise, OptionalDouble reach) {
    List<Periphery> widths = new ArrayList<>();
    for (int bits = 4; bits <= 8; bits++) {
      widths.add(new Periphery(32, bits, reach, noise, BitLine.IDEAL));
    }
    return widths;
  }

  private static void requireExpected(ProductMeasurement measured) {
    assertThat(measured.meanSquare())
        .isCloseTo(measured.expected(), within(SIGMAS * measured.standardError() + 1e-12));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.02, 0.05, 0.1, 0.2})
  void bitSlicedErrorsFollowTheAnalyticVariance(double spread) {
    for (int driveBits : new int[] {1, 4}) {
      ProductExperiment experiment =
          experiment(new BitSlicedCoding(4, 4, false, driveBits), 64, 16, 4);
      SpreadConductances cells = cells(2.5, spread);
      for (ProductMeasurement one :
          measured(experiment, cells, widths(0.5, OptionalDouble.of(4)))) {
        requireExpected(one);
        assertThat(one.expected()).isCloseTo(one.budget().total(), withinPercentage(4));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(SpreadLaw.class)
  void binaryErrorsFollowTheAnalyticVarianceForBothLaws(SpreadLaw law) {
    for (BinaryCoding coding : BinaryCoding.values()) {
      ProductExperiment experiment = experiment(coding, 120, 16, 4);
      SpreadConductances cells = new SpreadConductances(1e-4, 1.8, law, 0.15, KEY);
      for (ProductMeasurement one :
          measured(experiment, cells, widths(0, OptionalDouble.empty()))) {
        requireExpected(one);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.2, 2, 10, Double.POSITIVE_INFINITY})
  void aSmallRatioOfStatesCostsWhatTheBudgetSays(double ratio) {
    ProductExperiment experiment = experiment(new BitSlicedCoding(3, 3, true, 3), 64, 16, 4);
    ProductMeasurement one =
        measured(experiment, cells(ratio, 0.1), List.of(Periphery.ideal(64, 12))).getFirst();
    assertThat(one.meanSquare())
        .isCloseTo(one.budget().total(), within(SIGMAS * one.standardError()));
  }

  /** Three cells in hand: x = (3, 1, 2), w = (1, 0, -3), v(1) = 5 s^2, v(0) = 2 s^2 at ratio 2. */
  @Test
  void theBudgetOfThreeCellsIsThatOfAHandCalculation() {
    MatrixProduct product =
        new MatrixProduct(
            new BitSlicedCoding(3, 2, false, 1),
            new IntegerMatrix(3, 1, new int[] {1, 0, -3}),
            cells(2, 0.1),
            new Periphery(2, 3, OptionalDouble.empty(), 0.25, BitLine.IDEAL));
    ErrorBudget budget = ErrorBudget.of(product, new IntegerMatrix(1, 3, new int[] {3, 1, 2}));
    double first = 9 * (5 + 4 * 2);
    double second = 2 + 4 * 2;
    double third = 4 * (5 + 4 * 5);
    assertThat(budget.spread()).isCloseTo(0.01 * (first + second + third), within(1e-12));
    // Two tiles, cycles 1 + 4, slices 1 + 4.
    assertThat(budget.noise()).isCloseTo(2 * 5 * 5 * 0.0625, within(1e-12));
    assertThat(budget.quantisation()).isCloseTo(2 * 5 * 5 / 12.0, within(1e-12));
  }

  /** The closed form promises an error of a step; there is none, because sums are integers. */
  @Test
  void roundingRemovesSmallErrorsWhereTheClosedFormDoesNotHold() {
    ProductExperiment experiment = experiment(new BitSlicedCoding(4, 4, false, 1), 64, 16, 4);
    ProductMeasurement one =
        measured(experiment, cells(2.5, 0.01), List.of(Periphery.ideal(32, 8))).getFirst();
    assertThat(one.meanSquare()).isZero();
    assertThat(one.expected()).isLessThan(1e-6);
    assertThat(one.budget().quantisation()).isGreaterThan(100);
    assertThat(one.effectiveBits()).isInfinite();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void fewLevelsAndClippingFollowTheEnumeration(int bits) {
    ProductExperiment experiment = experiment(new BitSlicedCoding(4, 4, false, 2), 96, 16, 4);
    List<Periphery> rough = new ArrayList<>();
    for (double reach : new double[] {0.5, 1, 8}) {
      rough.add(new Periphery(32, bits, OptionalDouble.of(reach), 0.1, BitLine.IDEAL));
    }
    List<ProductMeasurement> measured = measured(experiment, cells(3, 0.05), rough);
    measured.forEach(ProductErrorTest::requireExpected);
    assertThat(measured.getFirst().expected())
        .isGreaterThan(1.5 * measured.getFirst().budget().total());
  }

  @Test
  void theNumberOfThreadsChangesNothing() {
    ProductExperiment experiment = experiment(new BitSlicedCoding(4, 4, true, 2), 40, 8, 3);
    List<double[]> results = new ArrayList<>();
    for (int threads : new int[] {1, 3, 8}) {
      try (Workers workers = new Workers(threads)) {
        ProductMeasurement one =
            experiment
                .run(
                    chip -> cells(2, 0.1),
                    List.of(new Periphery(16, 6, OptionalDouble.empty(), 0.5, BitLine.IDEAL)),
                    KEY,
                    workers,
                    Progress.NONE)
                .getFirst();
        double[] numbers = Arrays.copyOf(one.results(), one.results().length + 2);
        numbers[numbers.length - 2] = one.meanSquare();
        numbers[numbers.length - 1] = one.actions().hashCode();
        results.add(numbers);
      }
    }
    assertThat(results.get(1)).isEqualTo(results.get(0));
    assertThat(results.get(2)).isEqualTo(results.get(0));
  }

  private static SpreadConductances cells(double ratio, double spread) {
    return new SpreadConductances(1e-4, ratio, SpreadLaw.LOGNORMAL, spread, KEY);
  }
}
