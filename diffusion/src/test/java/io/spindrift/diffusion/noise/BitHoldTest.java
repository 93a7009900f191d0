package io.spindrift.diffusion.noise;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.numerics.random.RandomWords;
import io.spindrift.numerics.random.StreamKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BitHoldTest {
  private static int bit(long[] words, int i) {
    return (int) (words[i / 64] >>> i % 64) & 1;
  }

  /** The definition, one bit after the other. */
  private static long[] oneByOne(long[] words, long[] held) {
    long[] result = new long[words.length];
    int before = 0;
    for (int i = 0; i < 64 * words.length; i++) {
      int x = i > 0 && bit(held, i) == 1 ? before : bit(words, i);
      result[i / 64] |= (long) x << i % 64;
      before = x;
    }
    return result;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void oneAdditionIsTheDefinitionBitByBit(int seed) {
    RandomWords random = RandomWords.open(StreamKey.root(seed));
    long[] words = new long[17];
    long[] held = new long[17];
    random.fill(words, 0, 17);
    random.fill(held, 0, 17);
    long[] often = new long[17];
    random.fill(often, 0, 17);
    for (int w = 0; w < 17; w++) {
      held[w] = seed % 2 == 0 ? held[w] : held[w] | often[w];
    }
    long[] expected = oneByOne(words, held);
    BitHold.apply(words, held, 17);
    assertThat(words).isEqualTo(expected);
  }

  @Test
  void allHeldRepeatTheFirstBitOverEveryWord() {
    long[] ones = {1, 0, 0x5555_5555_5555_5555L};
    BitHold.apply(ones, new long[] {-1, -1, -1}, 3);
    assertThat(ones).containsOnly(-1L);
    long[] zeros = {-2, -1, -1};
    BitHold.apply(zeros, new long[] {-1, -1, -1}, 3);
    assertThat(zeros).containsOnly(0L);
  }

  @Test
  void noneHeldLeavesTheBits() {
    long[] words = {0x0123_4567_89AB_CDEFL, -1, 5};
    BitHold.apply(words, new long[3], 3);
    assertThat(words).containsExactly(0x0123_4567_89AB_CDEFL, -1, 5);
  }
}
