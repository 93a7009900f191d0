package io.spindrift.memory.array;

import static io.spindrift.device.MagneticState.ANTIPARALLEL;
import static io.spindrift.device.MagneticState.PARALLEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.random.RandomWords;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.testkit.DistributionAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells flip with the probability of their kind and state, reproducibly. */
class CellArrayFlipTest {
  private static final StreamKey KEY = StreamKey.root(11).purpose("flip");
  private static final ArrayShape SHAPE = new ArrayShape(256, 4096);
  private static final CellKinds KINDS = new CellKinds(16, StreamKey.root(12));
  private static final FlipTable BY_KIND =
      FlipTable.of(KINDS, (k, from) -> from == PARALLEL ? k / 15.0 : 1 - k / 20.0);

  private static CellArray array(ArrayShape shape, CellKinds kinds) {
    CellArray array = new CellArray(shape, kinds, CellFaults.NONE);
    RandomWords random = RandomWords.open(StreamKey.root(13));
    long[] row = new long[shape.rowWords()];
    for (int r = 0; r < shape.rows(); r++) {
      random.fill(row, 0, row.length);
      array.setRow(r, row, 0);
    }
    return array;
  }

  private static long[] states(CellArray array) {
    long[] states = new long[array.shape().words()];
    array.copyRows(0, array.shape().rows(), states, 0);
    return states;
  }

  private static long[] flipped(CellArray array, FlipTable table, StreamKey key, int threads) {
    long[] before = states(array);
    try (Workers workers = new Workers(threads)) {
      array.flip(0, array.shape().rows(), table, key, workers);
    }
    long[] flips = states(array);
    for (int i = 0; i < flips.length; i++) {
      flips[i] ^= before[i];
    }
    return flips;
  }

  /** A million cells, 32 counts; false alarm 32 x 6.3e-5 at four sigma. */
  @Test
  void everyKindAndStateFlipsWithItsProbability() {
    CellArray array = array(SHAPE, KINDS);
    long[] before = states(array);
    long[] flips = flipped(array, BY_KIND, KEY, 1);
    long[] trials = new long[32];
    long[] successes = new long[32];
    for (long cell = 0; cell < SHAPE.cells(); cell++) {
      int word = (int) (cell / 64);
      int at = 2 * KINDS.kind(cell) + (int) (before[word] >>> cell & 1);
      trials[at]++;
      successes[at] += flips[word] >>> cell & 1;
    }
    for (int at = 0; at < 32; at++) {
      assertThat(trials[at]).isGreaterThan(30_000);
      double p = BY_KIND.probability(at / 2, at % 2 == 0 ? PARALLEL : ANTIPARALLEL);
      DistributionAssert.binomial(successes[at], trials[at], p, 4);
    }
  }

  /** A million cells; false alarm 2 x 6.3e-5 for each pair of probabilities at four sigma. */
  @Test
  void aSharedProbabilityFollowsTheState() {
    double[][] pairs = {{0.3, 0.3}, {0.3, 0.8}, {0.001, 0.5}, {1e-4, 0.999}, {0, 0.1}, {1, 0.7}};
    for (int pair = 0; pair < pairs.length; pair++) {
      CellArray array = array(SHAPE, KINDS);
      long[] before = states(array);
      FlipTable table = FlipTable.asymmetric(pairs[pair][0], pairs[pair][1]);
      long[] flips = flipped(array, table, KEY.at(pair), 1);
      long up = 0;
      long fromUp = 0;
      long fromDown = 0;
      for (int i = 0; i < flips.length; i++) {
        up += Long.bitCount(before[i]);
        fromUp += Long.bitCount(flips[i] & before[i]);
        fromDown += Long.bitCount(flips[i] & ~before[i]);
      }
      DistributionAssert.binomial(fromDown, SHAPE.cells() - up, pairs[pair][0], 4);
      DistributionAssert.binomial(fromUp, up, pairs[pair][1], 4);
    }
  }

  /** Neighbours in a word and in words that follow: correlation of 2^20 pairs, four sigma. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 16, 32, 63})
  void cellsFlipIndependently(int distance) {
    FlipTable half = FlipTable.of(KINDS, (k, from) -> k == 0 ? 0.499 : 0.5);
    for (FlipTable table : new FlipTable[] {FlipTable.uniform(0.5), half}) {
      long[] flips = flipped(array(SHAPE, KINDS), table, KEY.at(9), 1);
      long equal = 0;
      long pairs = 0;
      for (int i = 0; i + 1 < flips.length; i++) {
        long moved = flips[i] >>> distance | flips[i + 1] << (64 - distance);
        equal += Long.bitCount(~(flips[i] ^ moved));
        pairs += 64;
      }
      DistributionAssert.binomial(equal, pairs, 0.5, 4);
    }
  }

  @Test
  void certainCellsFlipAndImpossibleOnesDoNot() {
    FlipTable certain = FlipTable.of(KINDS, (k, from) -> k % 2 == 0 ? 1.0 : 0.0);
    long[] flips = flipped(array(SHAPE, KINDS), certain, KEY, 1);
    for (long cell = 0; cell < SHAPE.cells(); cell++) {
      assertThat(flips[(int) (cell / 64)] >>> cell & 1).isEqualTo(1 - KINDS.kind(cell) % 2);
    }
    CellArray array = array(SHAPE, KINDS);
    long[] before = states(array);
    flipped(array, FlipTable.uniform(1), KEY, 1);
    flipped(array, FlipTable.uniform(0), KEY, 1);
    flipped(array, FlipTable.uniform(1), KEY, 1);
    assertThat(states(array)).isEqualTo(before);
  }

  /** The chain P -> AP with a, AP -> P with b rests at an AP share of a / (a + b). */
  @Test
  void manyPulsesReachTheStationaryShare() {
    ArrayShape shape = new ArrayShape(64, 1024);
    double[][] pairs = {{0.3, 0.3}, {0.3, 0.6}, {0.12, 0.03}};
    for (double[] pair : pairs) {
      for (FlipTable table :
          new FlipTable[] {
            FlipTable.asymmetric(pair[0], pair[1]),
            FlipTable.of(KINDS, (k, from) -> (k < 0 ? 0 : 1) * pair[from.ordinal()])
          }) {
        CellArray array = new CellArray(shape, KINDS, CellFaults.NONE);
        try (Workers workers = new Workers(1)) {
          for (int pulse = 0; pulse < 150; pulse++) {
            array.flip(0, 64, table, KEY.at(pulse), workers);
          }
          long ones = array.countOnes(0, 64, workers);
          double share = pair[0] / (pair[0] + pair[1]);
          DistributionAssert.binomial(ones, shape.cells(), share, 4);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 256, 4096, 1 << 17})
  void theResultDependsNeitherOnThreadsNorOnPartsThatMeetAtBlocks(int columns) {
    ArrayShape shape = new ArrayShape(3 * Math.max(1, (1 << 16) / columns) + 1, columns);
    for (FlipTable table : new FlipTable[] {BY_KIND, FlipTable.asymmetric(0.3, 0.2)}) {
      long[] expected = flipped(array(shape, KINDS), table, KEY, 1);
      assertThat(flipped(array(shape, KINDS), table, KEY, 3)).isEqualTo(expected);
      assertThat(flipped(array(shape, KINDS), table, KEY, 8)).isEqualTo(expected);
      CellArray parts = array(shape, KINDS);
      long[] before = states(parts);
      int block = parts.blockRows();
      try (Workers workers = new Workers(2)) {
        parts.flip(2 * block, shape.rows(), table, KEY, workers);
        parts.flip(0, block, table, KEY, workers);
        parts.flip(block, 2 * block, table, KEY, workers);
      }
      long[] flips = states(parts);
      for (int i = 0; i < flips.length; i++) {
        flips[i] ^= before[i];
      }
      assertThat(flips).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16, 20, 47})
  void rowsOutsideARangeStayAndThoseInsideArePulsedOnce(int from) {
    int to = 61;
    CellArray array = array(SHAPE, KINDS);
    long[] before = states(array);
    try (Workers workers = new Workers(2)) {
      array.flip(from, to, FlipTable.uniform(1), KEY, workers);
    }
    long[] flips = states(array);
    for (int i = 0; i < flips.length; i++) {
      int row = i / SHAPE.rowWords();
      assertThat(flips[i] ^ before[i])
          .as("row %s", row)
          .isEqualTo(row < from || row >= to ? 0 : -1L);
    }
  }

  /** Agreement of the first block with each other one, 2^16 cells; four sigma. */
  @Test
  void blocksFlipIndependently() {
    long[] flips = flipped(array(SHAPE, KINDS), FlipTable.uniform(0.5), KEY, 1);
    int block = 1 << 10;
    for (int other = block; other < flips.length; other += block) {
      long equal = 0;
      for (int i = 0; i < block; i++) {
        equal += Long.bitCount(~(flips[i] ^ flips[other + i]));
      }
      DistributionAssert.binomial(equal, 64L * block, 0.5, 4);
    }
  }

  @Test
  void aMaskChoosesAmongTheFlipsThatTheRowWouldMake() {
    for (FlipTable table : new FlipTable[] {BY_KIND, FlipTable.asymmetric(0.3, 0.2)}) {
      CellArray all = array(SHAPE, KINDS);
      CellArray some = array(SHAPE, KINDS);
      long[] before = states(all);
      long[] mask = new long[SHAPE.rowWords()];
      RandomWords.open(KEY).fill(mask, 0, mask.length);
      RandomWords whole = RandomWords.open(KEY.at(1));
      RandomWords masked = RandomWords.open(KEY.at(1));
      for (int row = 0; row < 5; row++) {
        all.flip(row, null, table, whole);
        some.flip(row, row == 2 ? new long[mask.length] : mask, table, masked);
      }
      assertThat(masked.nextLong()).isEqualTo(whole.nextLong());
      long[] flips = states(all);
      for (int i = 0; i < 5 * mask.length; i++) {
        long chosen = i / mask.length == 2 ? 0 : mask[i % mask.length];
        flips[i] = before[i] ^ ((flips[i] ^ before[i]) & chosen);
      }
      assertThat(states(some)).isEqualTo(flips);
    }
  }

  @Test
  void aTableOfOtherKindsIsRefused() {
    CellArray array = new CellArray(new ArrayShape(2, 64), KINDS, CellFaults.NONE);
    FlipTable table = FlipTable.of(new CellKinds(8, KEY), (k, from) -> 0.1);
    assertThatThrownBy(() -> array.flip(0, null, table, RandomWords.open(KEY)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("kinds of a table must be those of the array, 16, or 1, but was 8");
    assertThatThrownBy(() -> FlipTable.uniform(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("probability of kind 0 from PARALLEL must be between 0 and 1");
    FlipTable half = FlipTable.uniform(0.5);
    long[] before = states(array);
    assertThatThrownBy(() -> array.flip(0, new long[0], half, RandomWords.open(KEY)))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> array.flip(2, null, half, RandomWords.open(KEY)))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(states(array)).isEqualTo(before);
  }
}
