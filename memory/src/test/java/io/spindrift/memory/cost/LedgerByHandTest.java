package io.spindrift.memory.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.memory.array.ArrayShape;
import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.CellFaults;
import io.spindrift.memory.array.CellKinds;
import io.spindrift.memory.array.FlipTable;
import io.spindrift.memory.array.RowReader;
import io.spindrift.memory.circuit.WriteVerify;
import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.memory.ledger.LedgerEntry;
import io.spindrift.memory.process.BitPlanes;
import io.spindrift.memory.process.Correction;
import io.spindrift.memory.process.FlipSchedule;
import io.spindrift.memory.process.PixelShape;
import io.spindrift.memory.process.PlaneCode;
import io.spindrift.memory.process.PlaneDiffusion;
import io.spindrift.memory.process.PlaneProcess;
import io.spindrift.memory.process.StatedDial;
import io.spindrift.memory.product.BitLineCount;
import io.spindrift.memory.product.BitSlicedCoding;
import io.spindrift.memory.product.IntegerMatrix;
import io.spindrift.memory.product.MatrixProduct;
import io.spindrift.memory.product.Periphery;
import io.spindrift.memory.product.SpreadConductances;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.random.RandomWords;
import io.spindrift.numerics.random.StreamKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What operations of the memory cost from end to end, in cases small enough to count by hand. */
class LedgerByHandTest {
  private static final StreamKey KEY = StreamKey.root(3).purpose("by hand");

  /** Whole femtojoules and nanoseconds, each different. */
  private static final ActionPrices PRICES =
      ActionPrices.standard()
          .with(Action.COIN_PULSE, price(50, 2))
          .with(Action.TOGGLE_PULSE, price(40, 1))
          .with(Action.CELL_READ, price(10, 3))
          .with(Action.ROW_ACTIVATION, price(60))
          .with(Action.LINE_DRIVE, price(30))
          .with(Action.CELL_CURRENT, price(1))
          .with(Action.CONVERSION_STEP, price(35, 1))
          .with(Action.FULL_ADD, price(2));

  /** 8 x 64 cells, 8 converters of 4 bits. */
  private static final ArrayGeometry GEOMETRY = ArrayGeometry.ofBits(8, 64, 1).withConverters(4, 8);

  private final Ledger ledger = new Ledger();

  private static Price price(double femtojoules, double nanoseconds) {
    return price(femtojoules, OptionalDouble.of(nanoseconds * 1e-9));
  }

  private static Price price(double femtojoules) {
    return price(femtojoules, OptionalDouble.empty());
  }

  private static Price price(double femtojoules, OptionalDouble seconds) {
    double joules = femtojoules * 1e-15;
    return new Price(
        joules,
        new Range(joules, joules, "by hand"),
        seconds,
        OptionalDouble.empty(),
        Scaling.KEPT,
        PriceKind.ASSUMED,
        "by hand");
  }

  private static CellArray cells(int rows) {
    return new CellArray(new ArrayShape(rows, 64), CellKinds.nominal(), CellFaults.NONE);
  }

  /** An image of 8 x 8 pixels in 8 planes, one row of 64 cells each, takes one step. */
  private void diffuseOneImage() {
    BitPlanes planes = BitPlanes.of(new PixelShape(1, 1, 8, 8), PlaneCode.GRAY, 8);
    CellArray array = cells(8);
    byte[] image = new byte[64];
    image[9] = (byte) 200;
    planes.store(image, array);
    PlaneProcess process =
        new PlaneProcess(FlipSchedule.constant(1, 0.25), StatedDial.FAIR, Correction.STATE_PULSES);
    try (Workers workers = new Workers(1)) {
      new PlaneDiffusion(planes, process, array, ledger.stage("diffuse"), KEY).advance(workers);
    }
  }

  /** Five cells of a row of 64 are to change, and every pulse toggles. */
  private void writeOneRow() {
    new WriteVerify(FlipTable.uniform(1), RowReader.IDEAL, 4)
        .write(cells(1), 0, new long[] {0b11111}, RandomWords.open(KEY), ledger.stage("write"));
  }

  /** (2, 3) times ((3, 1), (-2, 1)) in weights of two digits and sign, inputs of two bits. */
  private void multiplyTwoByTwo() {
    MatrixProduct product =
        new MatrixProduct(
            new BitSlicedCoding(3, 2, false, 1),
            new IntegerMatrix(2, 2, new int[] {3, 1, -2, 1}),
            SpreadConductances.alike(2.2),
            Periphery.ideal(8, 4));
    assertThat(product.multiply(new int[] {2, 3}, KEY, ledger.stage("multiply")))
        .containsExactly(0, 5);
  }

  /** The ones of four rows of 64 columns, three bits a count. */
  private void countFourRows() {
    new BitLineCount(SpreadConductances.alike(2.2), 4, 3, 0)
        .count(cells(4), 0, KEY, ledger.stage("count"));
  }

  private Map<Action, Long> counts(String stage) {
    Map<Action, Long> counts = new HashMap<>();
    for (LedgerEntry entry : ledger.snapshot()) {
      if (entry.stage().equals(stage)) {
        counts.put(entry.action(), entry.count());
      }
    }
    return counts;
  }

  private StageCost cost(String stage) {
    return StageCost.of(PricedLedger.of(ledger.snapshot(), PRICES), GEOMETRY, 1).stream()
        .filter(cost -> cost.stage().equals(stage))
        .findFirst()
        .orElseThrow();
  }

  private void costs(String stage, double femtojoules, double nanoseconds) {
    assertThat(cost(stage).joules()).isCloseTo(femtojoules * 1e-15, within(1e-24));
    assertThat(cost(stage).seconds()).isCloseTo(nanoseconds * 1e-9, within(1e-18));
  }

  /** Each plane is read, then pulsed once for each of the two states: three raises of its row. */
  @Test
  void oneStepOfOneImage() {
    diffuseOneImage();
    assertThat(counts("diffuse"))
        .isEqualTo(
            Map.of(Action.CELL_READ, 512L, Action.COIN_PULSE, 512L, Action.ROW_ACTIVATION, 3 * 8L));
    // 512 x 50 + 512 x 10 + 24 x 60 fJ; a row at once: 8 x 2 + 8 x 3 ns.
    costs("diffuse", 32_160, 40);
    assertThat(cost("diffuse").bits()).isEqualTo(512);
  }

  @Test
  void oneWriteWithVerification() {
    writeOneRow();
    assertThat(counts("write"))
        .isEqualTo(
            Map.of(Action.CELL_READ, 2 * 64L, Action.TOGGLE_PULSE, 5L, Action.ROW_ACTIVATION, 3L));
    // 128 x 10 + 5 x 40 + 3 x 60 fJ; two reads and one pulse.
    costs("write", 1660, 7);
  }

  /**
   * Cycle 0 drives the second row, cycle 1 both; two columns of two digits on pairs of lines; 2 x 2
   * x 2 conversions of 16 steps; six additions of seven digits.
   */
  @Test
  void oneProductOfTwoByTwo() {
    multiplyTwoByTwo();
    assertThat(counts("multiply"))
        .isEqualTo(
            Map.of(
                Action.ROW_ACTIVATION, 3L,
                Action.LINE_DRIVE, 3L,
                Action.CELL_CURRENT, 3 * 4 * 2L,
                Action.CONVERSION_STEP, 8 * 16L,
                Action.FULL_ADD, 6 * 7L));
    // 180 + 90 + 24 + 4480 + 84 fJ; 128 steps on 8 converters.
    costs("multiply", 4858, 16);
  }

  @Test
  void oneCountOfFourRows() {
    countFourRows();
    assertThat(counts("count"))
        .isEqualTo(
            Map.of(
                Action.ROW_ACTIVATION,
                4L,
                Action.LINE_DRIVE,
                64L,
                Action.CELL_CURRENT,
                4 * 64L,
                Action.CONVERSION_STEP,
                64 * 8L));
    // 240 + 1920 + 256 + 17920 fJ; 512 steps on 8 converters.
    costs("count", 20_336, 64);
  }

  @Test
  void theWholeIsTheSumOfItsStagesAndTwiceTheWorkCostsTwice() {
    diffuseOneImage();
    writeOneRow();
    multiplyTwoByTwo();
    countFourRows();
    List<LedgerEntry> once = ledger.snapshot();
    PricedLedger priced = PricedLedger.of(once, PRICES);
    double byHand = (32_160 + 1660 + 4858 + 20_336) * 1e-15;
    assertThat(priced.totalJoules()).isCloseTo(byHand, within(1e-24));
    assertThat(priced.joulesByStage().values().stream().mapToDouble(j -> j).sum())
        .isCloseTo(byHand, within(1e-24));
    assertThat(ledger.total(Action.ROW_ACTIVATION)).isEqualTo(24 + 3 + 3 + 4);
    diffuseOneImage();
    writeOneRow();
    multiplyTwoByTwo();
    countFourRows();
    assertThat(ledger.snapshot())
        .isEqualTo(
            once.stream().map(e -> new LedgerEntry(e.stage(), e.action(), 2 * e.count())).toList());
  }
}
