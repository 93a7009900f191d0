package io.spindrift.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.device.MagneticState;
import io.spindrift.entropy.coin.CoinPulse;
import io.spindrift.entropy.coin.ResetCoin;
import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.memory.ledger.LedgerEntry;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.random.RandomWords;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VcMramArrayTest {
  static final SpreadCells CELLS = new SpreadCells(0.52, 0.05);
  static final CoinPulse FROM_P = new CoinPulse(MagneticState.PARALLEL, 1.44, 2e-9, 300);

  private final Ledger ledger = new Ledger();

  private static String row(VcMramArray array, int row) {
    StringBuilder text = new StringBuilder();
    for (int column = 0; column < array.columns(); column++) {
      text.append(array.state(row, column) == MagneticState.ANTIPARALLEL ? '1' : '0');
    }
    return text.toString();
  }

  private static String text(long[] words, int bits) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < bits; i++) {
      text.append((words[i / 64] >>> (i % 64)) & 1);
    }
    return text.toString();
  }

  @Test
  void whatIsWrittenIsReadAndEveryOperationIsCounted() {
    VcMramArray array = VcMramArray.of(CELLS, FROM_P, 4, 128);
    Ledger.Stage stage = ledger.stage("storing");
    long[] data = {0x0123456789ABCDEFL, 0xFEDCBA9876543210L};
    array.write(2, 100, data, 0, stage);
    long[] back = new long[3];
    array.read(2, 100, back, 1, stage);
    assertThat(text(new long[] {back[1], back[2]}, 128))
        .isEqualTo(text(data, 100) + "0".repeat(28))
        .isEqualTo(row(array, 2));
    assertThat(row(array, 1)).isEqualTo("0".repeat(128));
    assertThat(ledger.snapshot())
        .containsExactly(
            new LedgerEntry("storing", Action.WRITE_PULSE, 100),
            new LedgerEntry("storing", Action.CELL_READ, 100),
            new LedgerEntry("storing", Action.ROW_ACTIVATION, 2));
  }

  @ParameterizedTest
  @EnumSource(MagneticState.class)
  void resetThenCoinThenReadGivesTheBitsOfTheCoin(MagneticState from) {
    VcMramArray array = VcMramArray.of(CELLS, FROM_P.from(from), 1, 128);
    Ledger.Stage stage = ledger.stage("coins");
    StreamKey key = StreamKey.root(3);
    array.write(0, 128, new long[] {0x55L, -1L}, 0, stage);
    array.reset(0, 128, stage);
    array.coinPulse(0, 128, RandomWords.open(key), stage);
    long[] states = new long[2];
    array.read(0, 128, states, 0, stage);
    long[] switched = new long[2];
    new ResetCoin("coin", array.cells()).fill(key, switched, 128);
    long start = from == MagneticState.ANTIPARALLEL ? -1L : 0L;
    assertThat(states).containsExactly(start ^ switched[0], start ^ switched[1]);
    assertThat(ledger.total(Action.RESET_PULSE)).isEqualTo(128);
    assertThat(ledger.total(Action.COIN_PULSE)).isEqualTo(128);
  }

  @Test
  void aCoinPulseOnARowThatWasNotResetIsRefused() {
    VcMramArray array = VcMramArray.of(CELLS, FROM_P, 2, 64);
    array.write(1, 64, new long[] {4}, 0, ledger.stage("s"));
    assertThatThrownBy(
            () -> array.coinPulse(1, 64, RandomWords.open(StreamKey.root(1)), ledger.stage("s")))
        .hasMessage("row 1 must be reset to PARALLEL before its coin pulse");
  }

  @Test
  void noiseBitsAreThoseOfTheResetCoinForTheSameKey() {
    VcMramArray array = VcMramArray.of(CELLS, FROM_P, 8, 128);
    ResetCoin coin = ResetCoin.of(CELLS, FROM_P, 8, 128);
    MemoryBitSource source = new MemoryBitSource(array, ledger.stage("noise"));
    for (int bits : new int[] {1, 64, 100, 128, 129, 1000, 1024, 2500}) {
      StreamKey key = StreamKey.root(6).at(bits);
      long[] fromMemory = new long[40];
      long[] fromCoin = new long[40];
      source.fill(key, fromMemory, bits);
      coin.fill(key, fromCoin, bits);
      assertThat(fromMemory).isEqualTo(fromCoin);
    }
  }

  @ParameterizedTest
  @EnumSource(MagneticState.class)
  void aBlockLeavesItsOutcomeInTheRowsItUsedAndNowhereElse(MagneticState from) {
    VcMramArray array = VcMramArray.of(CELLS, FROM_P.from(from), 8, 128);
    for (int r = 0; r < 8; r++) {
      array.write(r, 128, new long[] {-1, -1}, 0, ledger.stage("fill"));
    }
    StreamKey key = StreamKey.root(8);
    long[] words = new long[5];
    new MemoryBitSource(array, ledger.stage("noise")).fill(key, words, 300);
    // A bit says that its cell left the start state; from AP a one therefore leaves a zero.
    long start = from == MagneticState.ANTIPARALLEL ? -1L : 0L;
    String states = text(LongStream.of(words).map(w -> w ^ start).toArray(), 300);
    int first = array.cells().firstRow(key);
    assertThat(row(array, first)).isEqualTo(states.substring(0, 128));
    assertThat(row(array, (first + 1) % 8)).isEqualTo(states.substring(128, 256));
    assertThat(row(array, (first + 2) % 8)).isEqualTo(states.substring(256) + "1".repeat(84));
    for (int r = 3; r < 8; r++) {
      assertThat(row(array, (first + r) % 8)).isEqualTo("1".repeat(128));
    }
  }

  @Test
  void everyPulseOnARowIsItsWear() {
    VcMramArray array = VcMramArray.of(CELLS, FROM_P, 4, 128);
    Ledger.Stage stage = ledger.stage("s");
    array.write(1, 3, new long[] {5}, 0, stage);
    array.reset(1, 128, stage);
    array.coinPulse(1, 100, RandomWords.open(StreamKey.root(1)), stage);
    array.read(1, 128, new long[2], 0, stage);
    assertThat(array.wear(1)).isEqualTo(3);
    StreamKey key = StreamKey.root(8);
    int first = array.cells().firstRow(key);
    long before = array.wear((first + 2) % 4);
    new MemoryBitSource(array, stage).fill(key, new long[5], 300);
    assertThat(array.wear((first + 2) % 4)).isEqualTo(before + 2);
  }

  @Test
  void cellsBeyondTheOnesAskedForKeepTheirState() {
    VcMramArray array = VcMramArray.of(CELLS, FROM_P, 2, 128);
    Ledger.Stage stage = ledger.stage("s");
    array.write(0, 128, new long[] {-1, -1}, 0, stage);
    array.reset(0, 70, stage);
    assertThat(row(array, 0)).isEqualTo("0".repeat(70) + "1".repeat(58));
    array.coinPulse(0, 70, RandomWords.open(StreamKey.root(2)), stage);
    assertThat(row(array, 0)).contains("1").endsWith("1".repeat(58));
    array.write(0, 66, new long[] {0, 2}, 0, stage);
    assertThat(row(array, 0).substring(0, 66)).isEqualTo("0".repeat(65) + "1");
    assertThat(row(array, 0)).endsWith("1".repeat(58));
  }

  @Test
  void concurrentBlocksGetTheirOwnBitsEqualCountsAndLeaveRowsOfOneBlockEach() {
    int blocks = 200;
    int bits = 700;
    List<String> expected = new ArrayList<>();
    List<LedgerEntry> counts = List.of();
    for (int threads : new int[] {1, 3, 8}) {
      VcMramArray array = VcMramArray.of(CELLS, FROM_P, 8, 128);
      Ledger charged = new Ledger();
      MemoryBitSource source = new MemoryBitSource(array, charged.stage("noise"));
      String[] drawn = new String[blocks];
      try (Workers workers = new Workers(threads)) {
        workers.forEach(
            blocks,
            b -> {
              long[] words = new long[11];
              source.fill(StreamKey.root(4).at(b), words, bits);
              drawn[b] = text(words, bits);
            });
      }
      if (expected.isEmpty()) {
        expected.addAll(List.of(drawn));
        counts = charged.snapshot();
      }
      assertThat(drawn).containsExactlyElementsOf(expected);
      assertThat(charged.snapshot()).isEqualTo(counts);
      List<String> rowsOfBlocks = new ArrayList<>();
      for (String block : drawn) {
        for (int at = 0; at + 128 <= bits; at += 128) {
          rowsOfBlocks.add(block.substring(at, at + 128));
        }
      }
      // The last 60 bits of a block fill the head of a row; its tail is an older block's.
      List<String> tails = rowsOfBlocks.stream().map(r -> r.substring(60)).toList();
      for (int r = 0; r < 8; r++) {
        assertThat(tails).contains(row(array, r).substring(60));
      }
    }
  }
}
