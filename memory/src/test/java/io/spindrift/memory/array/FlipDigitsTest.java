package io.spindrift.memory.array;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.device.MagneticState;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Probabilities beyond 16 digits, on chosen digits of the uniform fraction. */
class FlipDigitsTest {
  private static final CellKinds KINDS = new CellKinds(2, StreamKey.root(4));
  private static final long HIGHEST = -1L;

  /** Sixty-four cells whose fractions all begin with the same field; each takes a further word. */
  private static long ofKinds(double p, int field, long further) {
    double other = p == 0.5 ? 0.25 : 0.5;
    CellLoop loop = CellLoop.BEST;
    KindFlips flips = new KindFlips(new double[] {p, p, p, other}, loop);
    FlipBuffers room = flips.buffers(1);
    Arrays.fill(room.random(), field * 0x0001000100010001L);
    KINDS.fill(loop, 0, 1, room.cells());
    flips.compare(room, KINDS, new long[1], 0, 1, 0, () -> further);
    return room.flips()[0];
  }

  private static long shared(double p, int field, long further) {
    SharedFlips flips = new SharedFlips(p, p, CellLoop.BEST);
    int depth = DigitPlanes.of(p, p).depth();
    long[] words = new long[depth];
    for (int k = 0; k < depth; k++) {
      words[k] = (field >>> (15 - k) & 1) == 1 ? 0 : -1L;
    }
    long[] result = new long[1];
    flips.compare(words, new long[1], 0, 1, result, 0, new long[1], () -> further);
    return result[0];
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0x1p-40, 1 - 0x1p-40, 0x1p-17, 0.5, 0x1.8p-16})
  void aCellFlipsWhenItsFractionIsBelowTheProbability(double p) {
    long first = (long) (p * 0x1p16);
    double rest = p * 0x1p16 - first;
    long limit = (long) (rest * 0x1p63);
    for (int off = -1; off <= 1; off++) {
      int field = (int) first + off;
      if (field < 0 || field > 0xFFFF) {
        continue;
      }
      List<Long> furthers = new ArrayList<>(List.of(0L, HIGHEST));
      if (rest > 0) {
        furthers.add(2 * limit - 1);
        furthers.add(2 * limit);
      }
      for (long further : furthers) {
        boolean flips =
            off < 0 || off == 0 && rest > 0 && Long.compareUnsigned(further, 2 * limit) < 0;
        long expected = flips ? -1L : 0;
        assertThat(ofKinds(p, field, further)).as("%s %s %s", p, off, further).isEqualTo(expected);
        assertThat(shared(p, field, further)).as("%s %s %s", p, off, further).isEqualTo(expected);
      }
    }
  }

  @Test
  void certaintyNeedsNoLuck() {
    for (int field : new int[] {0, 1, 0xFFFE, 0xFFFF}) {
      for (long further : new long[] {0, HIGHEST}) {
        assertThat(ofKinds(1, field, further)).isEqualTo(-1L);
        assertThat(ofKinds(0, field, further)).isZero();
        assertThat(shared(1, field, further)).isEqualTo(-1L);
        assertThat(shared(0, field, further)).isZero();
      }
    }
  }

  @Test
  void eachEqualCellTakesAFurtherWordOfItsOwn() {
    List<Long> given = new ArrayList<>();
    for (int cell = 0; cell < 64; cell++) {
      given.add(cell % 3 == 0 ? 0L : HIGHEST);
    }
    Iterator<Long> words = given.iterator();
    RandomGenerator further = words::next;
    SharedFlips flips = new SharedFlips(0x1p-40, 0x1p-40, CellLoop.BEST);
    long[] digits = new long[16];
    Arrays.fill(digits, -1L);
    long[] result = new long[1];
    flips.compare(digits, new long[1], 0, 1, result, 0, new long[1], further);
    assertThat(result[0]).isEqualTo(0x9249249249249249L);
  }

  @Test
  void aProbabilityIsTheSumOfItsDigits() {
    for (double p : new double[] {0, 0x1p-64, 0x1p-40, 0.1, 0.5, 1 - 0x1p-53, 1}) {
      assertThat((FlipDigits.first(p) + FlipDigits.rest(p)) * 0x1p-16).isEqualTo(p);
      assertThat(FlipDigits.first(p)).isBetween(0, 0xFFFF);
      assertThat(FlipDigits.rest(p)).isBetween(0.0, 1.0);
    }
  }

  @Test
  void fewDigitsTakeFewRandomWords() {
    assertThat(DigitPlanes.of(0.5, 0.5).depth()).isEqualTo(1);
    assertThat(DigitPlanes.of(0.5, 0.375).depth()).isEqualTo(3);
    assertThat(DigitPlanes.of(1, 0).depth()).isZero();
    assertThat(DigitPlanes.of(0.5, 0.3).depth()).isEqualTo(16);
    assertThat(DigitPlanes.of(0x1p-17, 0).depth()).isEqualTo(16);
    assertThat(FlipTable.uniform(0.5).probability(0, MagneticState.PARALLEL)).isEqualTo(0.5);
  }
}
