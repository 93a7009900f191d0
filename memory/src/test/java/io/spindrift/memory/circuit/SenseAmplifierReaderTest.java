package io.spindrift.memory.circuit;

import static io.spindrift.device.MagneticState.ANTIPARALLEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.device.MagneticState;
import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.CellFaults;
import io.spindrift.memory.array.CellKinds;
import io.spindrift.memory.array.FlipTable;
import io.spindrift.memory.spec.MemorySpec;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.random.RandomWords;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.testkit.DistributionAssert;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SenseAmplifierReaderTest {
  private static final StreamKey KEY = StreamKey.root(31);
  private static final CellKinds KINDS = new CellKinds(16, KEY);
  private static final MemorySpec NOISY =
      TestMemory.of("array.rows=128", "array.columns=256", "senseAmplifier.noise=60mV");

  private static ReadPath path(MemorySpec spec) {
    return new ReadPath(spec, TestMemory.SPREAD, KINDS, 300, KEY);
  }

  /** What the reader says, cell by cell and with the tail computed each time. */
  private static long[] plainly(ReadPath path, CellArray array, int row, RandomWords random) {
    long[] answer = new long[array.shape().rowWords()];
    long[] chance = new long[64];
    for (int column = 0; column < array.shape().columns(); column++) {
      if (column % 64 == 0) {
        random.fill(chance, 0, 64);
      }
      MagneticState state = array.state(row, column);
      int kind = array.kinds().kind((long) row * array.shape().columns() + column);
      double u = ((chance[column % 64] >>> 11) + 0.5) * 0x1p-53;
      boolean wrong = u < path.errorProbability(kind, state, column, row);
      long bit = (state == ANTIPARALLEL) == wrong ? 0 : 1;
      answer[column / 64] |= bit << (column % 64);
    }
    return answer;
  }

  @Test
  void tablesGiveTheAnswersOfThePlainRule() {
    ReadPath path = path(NOISY);
    CellArray array = TestMemory.array(NOISY, KINDS);
    SenseAmplifierReader reader = new SenseAmplifierReader(path);
    assertThat(reader.isSafe()).isFalse();
    RandomWords mine = RandomWords.open(KEY);
    RandomWords its = RandomWords.open(KEY);
    long[] answer = new long[4];
    for (int row = 0; row < 128; row++) {
      reader.read(array, row, answer, mine);
      assertThat(answer).as("row %s", row).isEqualTo(plainly(path, array, row, its));
    }
  }

  @Test
  void measuredErrorsAreTheExactMeanWithinBinomialError() {
    MemorySpec spec =
        TestMemory.of("array.rows=1024", "array.columns=1024", "senseAmplifier.noise=60mV");
    for (MagneticState state : MagneticState.values()) {
      ReadPath path = path(spec);
      CellArray array = new CellArray(spec.array().shape(), KINDS, CellFaults.NONE);
      long[] stored = new long[16];
      Arrays.fill(stored, state == ANTIPARALLEL ? -1L : 0L);
      long[] answer = new long[16];
      long wrong = 0;
      double expected = 0;
      RandomWords random = RandomWords.open(KEY.at(state.ordinal()));
      for (int row = 0; row < 1024; row++) {
        array.setRow(row, stored, 0);
        new SenseAmplifierReader(path).read(array, row, answer, random);
        for (int i = 0; i < 16; i++) {
          wrong += Long.bitCount(answer[i] ^ stored[i]);
        }
        for (int column = 0; column < 1024; column++) {
          int kind = KINDS.kind(1024L * row + column);
          expected += path.errorProbability(kind, state, column, row);
        }
      }
      // 2^20 cells, false alarm 6e-5.
      DistributionAssert.binomial(wrong, 1 << 20, expected / (1 << 20), 4);
      assertThat(expected / (1 << 20)).isBetween(0.05, 0.5);
    }
  }

  @Test
  void safeArraysAreCopiedWithoutChance() {
    MemorySpec spec =
        TestMemory.of(
            "array.rows=64",
            "array.columns=64",
            "senseAmplifier.offset=0V",
            "senseAmplifier.noise=0V",
            "senseAmplifier.integration=20ns");
    ReadPath path = new ReadPath(spec, TestMemory.ALIKE, KINDS, 300, KEY);
    SenseAmplifierReader reader = new SenseAmplifierReader(path);
    assertThat(reader.isSafe()).isTrue();
    CellArray array = TestMemory.array(spec, KINDS);
    RandomWords random = RandomWords.open(KEY);
    long[] answer = new long[1];
    long[] stored = new long[1];
    reader.read(array, 5, answer, random);
    array.copyRow(5, stored, 0);
    assertThat(answer).isEqualTo(stored);
    assertThat(random.nextLong()).isEqualTo(RandomWords.open(KEY).nextLong());
  }

  @Test
  void aReadingDisturbsAfterItHasSeenTheCells() {
    MemorySpec spec = TestMemory.of("array.rows=64", "array.columns=64");
    ReadPath path = new ReadPath(spec, TestMemory.ALIKE, KINDS, 300, KEY);
    SenseAmplifierReader reader = new SenseAmplifierReader(path, FlipTable.asymmetric(1, 0));
    CellArray array = TestMemory.array(spec, KINDS);
    long[] before = new long[1];
    array.copyRow(3, before, 0);
    long[] answer = new long[1];
    reader.read(array, 3, answer, RandomWords.open(KEY));
    assertThat(answer).isEqualTo(before);
    array.copyRow(3, answer, 0);
    assertThat(answer[0]).isEqualTo(-1L);
    assertThat(new SenseAmplifierReader(path, FlipTable.uniform(0)).disturb()).isEmpty();
  }

  @Test
  void anyNumberOfThreadsReadsTheSame() {
    SenseAmplifierReader reader = new SenseAmplifierReader(path(NOISY), FlipTable.uniform(0.01));
    long[][] first = new long[128][4];
    long[][] states = new long[128][4];
    for (int threads : new int[] {1, 3, 8}) {
      CellArray array = TestMemory.array(NOISY, KINDS);
      long[][] answers = new long[128][4];
      try (Workers workers = new Workers(threads)) {
        workers.forEach(
            128, row -> reader.read(array, row, answers[row], RandomWords.open(KEY.at(row))));
      }
      for (int row = 0; row < 128; row++) {
        long[] after = new long[4];
        array.copyRow(row, after, 0);
        if (threads == 1) {
          first[row] = answers[row];
          states[row] = after;
        }
        assertThat(answers[row]).isEqualTo(first[row]);
        assertThat(after).isEqualTo(states[row]);
      }
    }
  }

  @Test
  void anArrayOfAnotherMemoryIsRefused() {
    SenseAmplifierReader reader = new SenseAmplifierReader(path(NOISY));
    long[] answer = new long[8];
    assertThatThrownBy(() ->
            reader.read(
                TestMemory.array(NOISY, CellKinds.nominal()), 0, answer, RandomWords.open(KEY)))
        .hasMessageContaining("kinds of the array must be the 16");
    MemorySpec wide = TestMemory.of("array.columns=512");
    assertThatThrownBy(
            () -> reader.read(TestMemory.array(wide, KINDS), 0, answer, RandomWords.open(KEY)))
        .hasMessageContaining("columns of the array must be the 256");
  }
}
