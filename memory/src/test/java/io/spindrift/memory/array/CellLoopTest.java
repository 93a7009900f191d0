package io.spindrift.memory.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.spindrift.device.MagneticState;
import io.spindrift.numerics.random.RandomWords;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.numerics.vector.VectorModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vector loops give the bits of the plain ones, in rows that fill vectors and that do not. */
class CellLoopTest {
  private static final StreamKey KEY = StreamKey.root(21);
  private static final CellKinds KINDS = new CellKinds(1024, KEY);
  private static final int FIRST = 3;

  private static long[] draw(FlipTable table, CellLoop loop, int words) {
    long[] state = new long[FIRST + words];
    RandomWords.open(KEY.purpose("state")).fill(state, 0, state.length);
    FlipDraw draw = table.draw(loop);
    FlipBuffers room = draw.buffers(words);
    draw.draw(KINDS, state, FIRST, words, RandomWords.open(KEY), room);
    return room.flips();
  }

  private static void bothAgree(FlipTable table, int words) {
    assumeThat(VectorModule.isPresent()).as("vectors").isTrue();
    assertThat(draw(table, CellLoop.BEST, words)).isEqualTo(draw(table, new ScalarCells(), words));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 8, 16, 17, 33, 64, 4096})
  void flipsOfKindsAgree(int words) {
    bothAgree(
        FlipTable.of(KINDS, (k, from) -> (k + (from == MagneticState.PARALLEL ? 0 : 7)) / 1030.3),
        words);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 8, 16, 17, 33, 64, 4096})
  void sharedFlipsAgree(int words) {
    bothAgree(FlipTable.asymmetric(0.3, 0.61), words);
    bothAgree(FlipTable.asymmetric(1, 0.125), words);
    bothAgree(FlipTable.asymmetric(0, 1), words);
    bothAgree(FlipTable.uniform(0x1p-40), words);
  }

  @Test
  void kindsOfManyCellsAreThoseOfEach() {
    for (CellLoop loop : new CellLoop[] {CellLoop.BEST, new ScalarCells()}) {
      for (int count : new int[] {1, 2, 1024, CellKinds.MOST}) {
        CellKinds kinds = new CellKinds(count, KEY);
        long firstWord = (1L << 33) - 3;
        int[] target = new int[64 * 5];
        kinds.fill(loop, firstWord, 5, target);
        for (int cell = 0; cell < target.length; cell++) {
          assertThat(target[cell]).isEqualTo(kinds.kind(64 * firstWord + cell));
        }
      }
    }
  }
}
