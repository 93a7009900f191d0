package io.spindrift.memory.circuit;

import static io.spindrift.device.MagneticState.ANTIPARALLEL;
import static io.spindrift.device.MagneticState.PARALLEL;
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
import io.spindrift.numerics.random.BernoulliCells;
import io.spindrift.numerics.random.RandomWords;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.testkit.DistributionAssert;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WriteVerifyTest {
  private static final StreamKey KEY = StreamKey.root(17);
  private static final ArrayShape SHAPE = new ArrayShape(64, 4096);
  private static final CellKinds KINDS = new CellKinds(4, KEY);

  /** Kinds that flip with 0.5, 0.6, 0.7, 0.8 out of P and a tenth more out of AP. */
  private static final FlipTable PULSE =
      FlipTable.of(KINDS, (device, from) -> 0.5 + 0.1 * device + 0.1 * from.ordinal());

  private final Ledger.Stage stage = new Ledger().stage("write");

  private static CellArray array() {
    return new CellArray(SHAPE, KINDS, CellFaults.NONE);
  }

  private static long[] all(long word) {
    long[] words = new long[SHAPE.rowWords()];
    Arrays.fill(words, word);
    return words;
  }

  @Test
  void aCertainPulseWritesAtOnceAndOnlyWhatDiffers() {
    CellArray array = array();
    WriteVerify write = new WriteVerify(FlipTable.uniform(1), RowReader.IDEAL, 4);
    WriteOutcome outcome = write.write(array, 5, all(0xFFL), RandomWords.open(KEY), stage);
    assertThat(outcome).isEqualTo(new WriteOutcome(1, 8 * 64, 0, 0));
    assertThat(outcome.verified()).isTrue();
    assertThat(array.wear(5)).isEqualTo(1);
    assertThat(array.wear(4)).isZero();
    // Read, pulse, read back.
    assertThat(stage.count(Action.CELL_READ)).isEqualTo(2 * 4096);
    assertThat(stage.count(Action.TOGGLE_PULSE)).isEqualTo(8 * 64);
    assertThat(stage.count(Action.ROW_ACTIVATION)).isEqualTo(3);
  }

  @Test
  void whatIsThereAlreadyTakesOneReadingAndNoPulse() {
    CellArray array = array();
    WriteOutcome outcome =
        new WriteVerify(PULSE, RowReader.IDEAL, 4)
            .write(array, 0, all(0), RandomWords.open(KEY), stage);
    assertThat(outcome).isEqualTo(new WriteOutcome(0, 0, 0, 0));
    assertThat(stage.count(Action.CELL_READ)).isEqualTo(4096);
    assertThat(stage.count(Action.ROW_ACTIVATION)).isEqualTo(1);
    assertThat(array.wear(0)).isZero();
  }

  @Test
  void onceReadsOnceAndDoesNotLookBack() {
    WriteOutcome outcome =
        new WriteVerify(PULSE, RowReader.IDEAL, 4)
            .writeOnce(array(), 0, all(-1), RandomWords.open(KEY), stage);
    assertThat(outcome.attempts()).isEqualTo(1);
    assertThat(outcome.cellsPulsed()).isEqualTo(4096);
    assertThat(outcome.seenWrong()).isEqualTo(-1);
    assertThat(outcome.verified()).isFalse();
    // 4096 cells of four kinds, mean probability of a failure 0.35, false alarm 6e-5.
    DistributionAssert.binomial(outcome.wrong(), 4096, 0.35, 4);
    assertThat(stage.count(Action.CELL_READ)).isEqualTo(4096);
    assertThat(stage.count(Action.ROW_ACTIVATION)).isEqualTo(2);
  }

  @Test
  void withIdealReadingsTheResidualIsGeometricInEveryKind() {
    for (int rounds = 1; rounds <= 4; rounds++) {
      CellArray array = array();
      WriteVerify write = new WriteVerify(PULSE, RowReader.IDEAL, rounds);
      long wrong = 0;
      for (int row = 0; row < 64; row++) {
        wrong += write.write(array, row, all(-1), RandomWords.open(KEY.at(row)), stage).wrong();
      }
      double byHand = 0;
      for (int kind = 0; kind < 4; kind++) {
        byHand += Math.pow(0.5 - 0.1 * kind, rounds) / 4;
      }
      assertThat(WriteResidual.ideal(PULSE, PARALLEL, rounds)).isCloseTo(byHand, within(1e-15));
      // 2^18 cells, false alarm 6e-5.
      DistributionAssert.binomial(wrong, 1 << 18, byHand, 4);
    }
  }

  @Test
  void readErrorsLeaveTheShareOfTheTwoStateChain() {
    double[] misread = {0.1, 0.05};
    RowReader faulty =
        (array, row, target, random) -> {
          array.copyRow(row, target, 0);
          for (int i = 0; i < array.shape().rowWords(); i++) {
            long errors = BernoulliCells.word(misread[0], random) & ~target[i];
            errors |= BernoulliCells.word(misread[1], random) & target[i];
            target[i] ^= errors;
          }
        };
    FlipTable pulse = FlipTable.asymmetric(0.7, 0.4);
    WriteResidual residual = new WriteResidual(0.7, 0.4, misread[0], misread[1]);
    for (int rounds : new int[] {1, 2, 3, 8}) {
      CellArray array = array();
      long wrong = 0;
      for (int row = 0; row < 64; row++) {
        wrong +=
            new WriteVerify(pulse, faulty, rounds)
                .write(array, row, all(-1), RandomWords.open(KEY.at(row)), stage)
                .wrong();
      }
      // 2^18 cells; 4096 in a row, so no row is ever seen right. False alarm 6e-5.
      DistributionAssert.binomial(wrong, 1 << 18, residual.after(rounds, 1), 4);
    }
    assertThat(residual.after(1000, 1)).isCloseTo(0.02 / 0.65, within(1e-12));
    assertThat(residual.after(0, 0.3)).isCloseTo(0.3, within(1e-15));
    assertThat(residual.after(1, 0.5)).isCloseTo(0.5 * (1 - 0.63) + 0.5 * 0.02, within(1e-15));
  }

  @Test
  void aStuckCellIsPulsedInEveryRoundAndReported() {
    CellArray array =
        new CellArray(
            new ArrayShape(1, 64), CellKinds.nominal(), new CellFaults(1, 0, StreamKey.root(2)));
    WriteOutcome outcome =
        new WriteVerify(FlipTable.uniform(1), RowReader.IDEAL, 3)
            .write(array, 0, new long[] {0b101}, RandomWords.open(KEY), stage);
    assertThat(outcome).isEqualTo(new WriteOutcome(3, 6, 2, 2));
    assertThat(array.wear(0)).isEqualTo(3);
  }

  @Test
  void whatIsNoProbabilityIsRefused() {
    assertThatThrownBy(() -> new WriteResidual(1.1, 0, 0, 0)).hasMessageContaining("wrong state");
    assertThatThrownBy(() -> new WriteVerify(PULSE, RowReader.IDEAL, 0))
        .hasMessageContaining("mostAttempts must be at least 1");
    assertThat(PULSE.probability(3, ANTIPARALLEL)).isCloseTo(0.9, within(1e-12));
  }
}
