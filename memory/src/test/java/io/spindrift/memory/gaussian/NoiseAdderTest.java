package io.spindrift.memory.gaussian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.memory.array.ArrayShape;
import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.CellFaults;
import io.spindrift.memory.array.CellKinds;
import io.spindrift.memory.array.FlipTable;
import io.spindrift.memory.array.RowReader;
import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.random.RandomWords;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.testkit.DistributionAssert;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoiseAdderTest {
  private static final StreamKey KEY = StreamKey.root(7).purpose("adder");
  private static final List<NoiseAdder> IDEAL =
      List.of(
          PeripheryAdder.ideal(),
          MemoryAdder.ideal(),
          new MemoryAdder(new PulsedLogic(RowReader.IDEAL, FlipTable.uniform(1))));

  /** Numbers and coins of one array, set by hand. */
  private record Bank(NumberRows numbers, CoinRows coins) {
    static Bank of(int bits, int coinRows, int columns) {
      CellArray array =
          new CellArray(
              new ArrayShape(bits + coinRows + 1, columns), CellKinds.nominal(), CellFaults.NONE);
      return new Bank(
          new NumberRows(array, 0, new FixedPoint(bits, 0)),
          new CoinRows(array, bits, coinRows, FlipTable.uniform(0.5)));
    }

    void set(long[] raw, int[][] coin) {
      numbers.write(raw, 0, new Ledger().stage("set"));
      long[] row = new long[numbers.array().shape().rowWords()];
      for (int r = 0; r < coin.length; r++) {
        java.util.Arrays.fill(row, 0);
        for (int column = 0; column < coin[r].length; column++) {
          row[column / 64] |= (long) coin[r][column] << (column % 64);
        }
        coins.array().setRow(coins.firstRow() + r, row, 0);
      }
    }

    long[] raw() {
      long[] raw = new long[numbers.count()];
      numbers.reveal(raw, RandomWords.open(KEY));
      return raw;
    }

    Ledger.Stage add(NoiseAdder adder, NoiseDose dose, StreamKey key) {
      Ledger.Stage stage = new Ledger().stage("add");
      adder.add(numbers, coins, dose, RandomWords.open(key), stage);
      return stage;
    }
  }

  /** Every number of 4 bits with every outcome of up to 6 coins, at every place. */
  @Test
  void bothAddersGiveTheSumModuloThePowerOfTwoInEveryCase() {
    for (int k = 1; k <= 6; k++) {
      int columns = 16 << k;
      long[] raw = new long[Math.max(64, columns)];
      int[][] coin = new int[k][raw.length];
      for (int c = 0; c < columns; c++) {
        raw[c] = c % 16;
        for (int r = 0; r < k; r++) {
          coin[r][c] = (c / 16) >> r & 1;
        }
      }
      for (int shift = 0; shift < 4; shift++) {
        for (NoiseAdder adder : IDEAL) {
          Bank bank = Bank.of(4, k, raw.length);
          bank.set(raw, coin);
          bank.add(adder, new NoiseDose(k, shift), KEY);
          long[] sum = bank.raw();
          for (int c = 0; c < columns; c++) {
            long expected = raw[c] + ((long) Integer.bitCount(c / 16) << shift);
            assertThat(sum[c])
                .as("%s + %s coins at %s by %s", raw[c], Integer.bitCount(c / 16), shift, adder)
                .isEqualTo((expected & 15) - ((expected & 8) << 1));
          }
        }
      }
    }
  }

  @Test
  void manyCoinsAreAddedAlikeToWideNumbers() {
    RandomWords random = RandomWords.open(KEY);
    for (int k : new int[] {1, 2, 7, 8, 31, 64, 100}) {
      long[] raw = new long[128];
      int[][] coin = new int[k][128];
      for (int c = 0; c < 128; c++) {
        raw[c] = random.nextInt(1 << 19) - (1 << 18);
        for (int r = 0; r < k; r++) {
          coin[r][c] = random.nextInt(2);
        }
      }
      long[][] sums = new long[3][];
      for (int i = 0; i < 3; i++) {
        Bank bank = Bank.of(24, k, 128);
        bank.set(raw, coin);
        bank.add(IDEAL.get(i), new NoiseDose(k, 3), KEY);
        sums[i] = bank.raw();
      }
      assertThat(sums[1]).isEqualTo(sums[0]);
      assertThat(sums[2]).isEqualTo(sums[0]);
      long first = raw[5];
      for (int[] row : coin) {
        first += 8L * row[5];
      }
      assertThat(sums[0][5]).isEqualTo(first);
    }
  }

  @Test
  void theWorkOfTheArrayIsTheClosedForm() {
    for (int bits : new int[] {2, 4, 9, 24}) {
      for (int k : new int[] {0, 1, 2, 3, 4, 7, 8, 21, 64}) {
        for (int shift : new int[] {0, 1, bits - 1}) {
          Bank bank = Bank.of(bits, Math.max(1, k), 64);
          NoiseDose dose = new NoiseDose(k, shift);
          Ledger.Stage stage = bank.add(MemoryAdder.ideal(), dose, KEY);
          AdditionWork work = AdditionWork.of(new FixedPoint(bits, 0), dose);
          assertThat(stage.count(Action.WRITE_PULSE))
              .as("%s bits, %s coins at %s", bits, k, shift)
              .isEqualTo(64 * work.writes());
          assertThat(stage.count(Action.CELL_CURRENT)).isEqualTo(64 * work.cellCurrents());
          assertThat(stage.count(Action.CELL_READ)).isEqualTo(64 * work.comparisons());
          assertThat(stage.count(Action.ROW_ACTIVATION)).isEqualTo(work.rowActivations());
        }
      }
    }
  }

  /** 3 coins are one full addition; 2 bits into 4 places are half, full, half and a last XOR. */
  @Test
  void aSmallCaseIsCountedByHand() {
    AdditionWork work = AdditionWork.of(new FixedPoint(4, 0), new NoiseDose(3, 0));
    assertThat(work).isEqualTo(new AdditionWork(2, 2 + 1 + 2 + 1 + 1, 2));
    // k - (ones of k) additions count k coins
    AdditionWork wide = AdditionWork.of(new FixedPoint(4, 0), new NoiseDose(100, 3));
    assertThat(wide.ands() + wide.majorities()).isEqualTo(100 - Integer.bitCount(100));
  }

  /** A gate per result and a comparison per write, for any data; toggles hit what differs. */
  @Test
  void theWorkOfPulsedLogicIsTheClosedFormButForItsToggles() {
    Bank bank = Bank.of(9, 5, 64);
    NoiseDose dose = new NoiseDose(5, 2);
    Ledger.Stage stage =
        bank.add(
            new MemoryAdder(new PulsedLogic(RowReader.IDEAL, FlipTable.uniform(1))), dose, KEY);
    AdditionWork work = AdditionWork.of(new FixedPoint(9, 0), dose);
    assertThat(stage.count(Action.XOR)).isEqualTo(64 * (work.ands() + work.xors() + work.writes()));
    assertThat(stage.count(Action.FULL_ADD)).isEqualTo(64 * work.majorities());
    assertThat(stage.count(Action.TOGGLE_PULSE)).isZero();
  }

  @Test
  void theWorkOfPeripheryIsTheClosedForm() {
    Bank bank = Bank.of(9, 5, 64);
    Ledger.Stage stage = bank.add(PeripheryAdder.ideal(), new NoiseDose(5, 2), KEY);
    assertThat(stage.count(Action.CELL_READ)).isEqualTo(64 * (5 + 7));
    assertThat(stage.count(Action.BIT_COUNT)).isEqualTo(64 * 5);
    assertThat(stage.count(Action.FULL_ADD)).isEqualTo(64 * 7);
    assertThat(stage.count(Action.WRITE_PULSE)).isEqualTo(64 * 7);
    assertThat(stage.count(Action.ROW_ACTIVATION)).isEqualTo(5 + 7 + 7);
  }

  /**
   * A count of one coin added to fair 10-bit numbers, 20,480 times, at an error of 2 % per result;
   * the count itself is one row and errs nowhere. Within 4 binomial deviations: false alarm 6e-5.
   */
  @Test
  void errorsOfRowLogicMakeAsManyWrongSumsAsTheChainSays() {
    AdditionErrors errors = new AdditionErrors(0.02, 0);
    MemoryAdder adder = new MemoryAdder(new SensedLogic(FlipTable.uniform(0.02)));
    double expected = errors.rightInMemory(10, 1);
    assertThat(expected).isBetween(0.6, 0.75);
    DistributionAssert.binomial(right(adder, 1, 4096, 5), 20_480, expected, 4);
  }

  /** The same for writing back: (1 - e)^10. */
  @Test
  void errorsOfWritingSpoilEachPlaceAlone() {
    PeripheryAdder adder =
        new PeripheryAdder(
            new ReadCount(RowReader.IDEAL), RowReader.IDEAL, FlipTable.uniform(0.02));
    double expected = new AdditionErrors(0.02, 0).rightInPeriphery(10);
    assertThat(expected).isCloseTo(Math.pow(0.98, 10), within(1e-15));
    DistributionAssert.binomial(right(adder, 1, 4096, 5), 20_480, expected, 4);
  }

  private static long right(NoiseAdder adder, int coins, int columns, int rounds) {
    long right = 0;
    for (int round = 0; round < rounds; round++) {
      RandomWords random = RandomWords.open(KEY.purpose("numbers").at(round));
      long[] raw = new long[columns];
      int[][] coin = new int[coins][columns];
      for (int c = 0; c < columns; c++) {
        raw[c] = random.nextInt(1024) - 512;
        for (int r = 0; r < coins; r++) {
          coin[r][c] = random.nextInt(2);
        }
      }
      Bank bank = Bank.of(10, coins, columns);
      bank.set(raw, coin);
      bank.add(adder, new NoiseDose(coins, 0), KEY.purpose("errors").at(round));
      long[] sum = bank.raw();
      for (int c = 0; c < columns; c++) {
        long expected = raw[c];
        for (int r = 0; r < coins; r++) {
          expected += coin[r][c];
        }
        right += sum[c] == new FixedPoint(10, 0).wrap(expected) ? 1 : 0;
      }
    }
    return right;
  }

  /**
   * With a count of several bits: written out over all patterns of one place, the chain of two
   * states; to first order it loses one part per XOR of the sum and per carry.
   */
  @Test
  void theChainIsRightToFirstOrderAndAtItsEnds() {
    // two digits, e = 1/4: 9/16 with 5/8, a carry that errs 3/16 with 3/8
    assertThat(new AdditionErrors(0.25, 0).rightInMemory(2, 2)).isCloseTo(27.0 / 64, within(1e-15));
    double e = 1e-6;
    // 8 sums, of which 2 take two XORs, and 7 carries
    assertThat(1 - new AdditionErrors(e, 0).rightInMemory(8, 3)).isCloseTo(17 * e, within(1e-9));
    assertThat(new AdditionErrors(0, 0).rightInMemory(8, 3)).isEqualTo(1);
    assertThat(new AdditionErrors(0.5, 0).rightInMemory(8, 3))
        .isCloseTo(Math.pow(0.5, 8), within(1e-15));
    // sums 1 + 2 x 4 + 16, carries 4 + 16
    assertThat(new AdditionErrors(e, 0).squareInMemory(3, 2)).isCloseTo(45 * e, within(1e-15));
    assertThat(new AdditionErrors(e, e).squareInPeriphery(3)).isCloseTo(42 * e, within(1e-15));
  }

  /**
   * Mean squared error at e = 1e-4, the ends of the range left out so that nothing wraps: 163,840
   * sums, about 300 of them wrong; within 5 of the measured errors and 2 % for the second order.
   */
  @Test
  void theSquaredErrorOfOneAdditionIsTheFirstOrderOne() {
    double e = 2e-4;
    for (NoiseAdder adder :
        List.of(
            new MemoryAdder(new SensedLogic(FlipTable.uniform(e))),
            new PeripheryAdder(
                new ReadCount(RowReader.IDEAL), RowReader.IDEAL, FlipTable.uniform(e)))) {
      double[] squares = new double[40 * 4096];
      for (int round = 0; round < 40; round++) {
        RandomWords random = RandomWords.open(KEY.purpose("squares").at(round));
        long[] raw = new long[4096];
        for (int c = 0; c < 4096; c++) {
          raw[c] = random.nextInt(16) - 8;
        }
        Bank bank = Bank.of(4, 1, 4096);
        bank.set(raw, new int[1][4096]);
        bank.add(adder, new NoiseDose(1, 0), KEY.purpose("square errors").at(round));
        long[] sum = bank.raw();
        for (int c = 0; c < 4096; c++) {
          long off = new FixedPoint(4, 0).wrap(sum[c] - raw[c]);
          squares[4096 * round + c] = off * off;
        }
      }
      AdditionErrors errors = new AdditionErrors(e, 0);
      double expected =
          adder instanceof MemoryAdder ? errors.squareInMemory(4, 1) : errors.squareInPeriphery(4);
      DistributionAssert.mean(squares, expected, 5);
    }
  }

  @Test
  void aFormatIsRefusedByName() {
    assertThatThrownBy(() -> new FixedPoint(1, 0)).hasMessageContaining("bits of a number");
    assertThatThrownBy(() -> new FixedPoint(8, 8)).hasMessageContaining("bits behind the point");
    assertThatThrownBy(() -> FixedPoint.holding(0, 1L << 50, 0)).hasMessageContaining("must fit");
    assertThatThrownBy(() -> new NoiseDose(5000, 0)).hasMessageContaining("coins must be");
    assertThatThrownBy(() -> new FixedPoint(8, 0).raw(Double.NaN)).hasMessageContaining("value");
  }

  @Test
  void valuesAreRoundedToEvenAndHeldAtTheEnds() {
    FixedPoint format = new FixedPoint(6, 2);
    assertThat(format.raw(1.125)).isEqualTo(4);
    assertThat(format.raw(1.375)).isEqualTo(6);
    assertThat(format.raw(-1.125)).isEqualTo(-4);
    assertThat(format.raw(7.75)).isEqualTo(31);
    assertThat(format.raw(8)).isEqualTo(31);
    assertThat(format.raw(-9)).isEqualTo(-32);
    assertThat(format.value(-32)).isEqualTo(-8);
    assertThat(format.wrap(32)).isEqualTo(-32);
    assertThat(FixedPoint.holding(-33, 5, 2).bits()).isEqualTo(7);
    assertThat(FixedPoint.holding(-32, 31, 2).bits()).isEqualTo(6);
    assertThat(FixedPoint.holding(-32, 32, 2).bits()).isEqualTo(7);
  }
}
