package io.spindrift.numerics.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.numerics.vector.VectorModule;
import io.spindrift.testkit.DistributionAssert;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RandomWordsTest {
  private static final StreamKey KEY = StreamKey.root(17).purpose("words");

  static Stream<WordLoop> loops() {
    return VectorModule.isPresent()
        ? Stream.of(new ScalarWords(), VectorWords.loop())
        : Stream.of(new ScalarWords());
  }

  private static long[] draw(WordLoop loop, int words) {
    long[] target = new long[words];
    new RandomWords(RandomWords.state(KEY), loop).fill(target, 0, words);
    return target;
  }

  @ParameterizedTest
  @MethodSource("loops")
  void everyLaneGivesTheOutputsOfThePublishedReferenceCode(WordLoop loop) {
    // xoshiro256plusplus.c (Blackman and Vigna) from the state 1, 2, 3, 4.
    String[] expected = {
      "41943041",
      "58720359",
      "3588806011781223",
      "3591011842654386",
      "9228616714210784205",
      "9973669472204895162",
      "14011001112246962877",
      "12406186145184390807",
      "15849039046786891736",
      "10450023813501588000"
    };
    long[] state = new long[4 * RandomWords.LANES];
    for (int i = 0; i < state.length; i++) {
      state[i] = 1 + i / RandomWords.LANES;
    }
    long[] words = new long[expected.length * RandomWords.LANES];
    new RandomWords(state, loop).fill(words, 0, words.length);
    for (int i = 0; i < words.length; i++) {
      assertThat(Long.toUnsignedString(words[i])).isEqualTo(expected[i / RandomWords.LANES]);
    }
  }

  @ParameterizedTest
  @MethodSource("loops")
  void laneJGivesWordsJModuloEight(WordLoop loop) {
    long[] words = draw(loop, 8 * 1000);
    for (int lane = 0; lane < RandomWords.LANES; lane++) {
      RandomStream alone = KEY.lane(lane).open();
      for (int i = lane; i < words.length; i += RandomWords.LANES) {
        assertThat(words[i]).isEqualTo(alone.nextLong());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("loops")
  void anyChunkingGivesTheSameWords(WordLoop loop) {
    long[] whole = draw(loop, 5000);
    RandomStream lengths = StreamKey.root(18).open();
    for (int trial = 0; trial < 50; trial++) {
      RandomWords stream = new RandomWords(RandomWords.state(KEY), loop);
      long[] pieces = new long[whole.length];
      int at = 0;
      while (at < pieces.length) {
        int length = lengths.nextInt(trial % 2 == 0 ? 12 : 300);
        if (length % 5 == 0) {
          pieces[at++] = stream.nextLong();
        } else {
          int to = Math.min(pieces.length, at + length);
          stream.fill(pieces, at, to);
          at = to;
        }
      }
      assertThat(pieces).isEqualTo(whole);
    }
  }

  @Test
  void theWordsOfAKeyAreTheSameForEveryLoopAndThoseOfTheOpenStream() {
    long[] opened = new long[3001];
    RandomWords.open(KEY).fill(opened, 0, opened.length);
    loops().forEach(loop -> assertThat(draw(loop, opened.length)).isEqualTo(opened));
  }

  @Test
  void theLanesOfAKeyAreNotTheStreamsOfItsIndices() {
    long[] words = draw(new ScalarWords(), RandomWords.LANES);
    for (int lane = 0; lane < RandomWords.LANES; lane++) {
      assertThat(words).doesNotContain(KEY.at(lane).open().nextLong(), KEY.open().nextLong());
    }
  }

  @Test
  void everyBitIsFairAndUncorrelatedWithItsNeighboursInOtherLanes() {
    // 2^18 words: per bit position ones within 5 sigma; per lane distance agreeing bits within
    // 5 sigma. 64 + 16 checks: a false alarm in 22,000 runs.
    int n = 1 << 18;
    long[] words = draw(loops().toList().getLast(), n);
    int[] ones = new int[64];
    for (long word : words) {
      for (int b = 0; b < 64; b++) {
        ones[b] += (int) (word >>> b) & 1;
      }
    }
    Arrays.stream(ones).forEach(count -> DistributionAssert.binomial(count, n, 0.5, 5));
    for (int distance = 1; distance <= 16; distance++) {
      long differing = 0;
      for (int i = 0; i + distance < n; i++) {
        differing += Long.bitCount(words[i] ^ words[i + distance]);
      }
      DistributionAssert.binomial(differing, 64L * (n - distance), 0.5, 5);
    }
  }

  @Test
  void refusesARangeOutsideTheArray() {
    assertThatThrownBy(() -> RandomWords.open(KEY).fill(new long[8], 4, 9))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
