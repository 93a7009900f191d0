package io.spindrift.numerics.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.testkit.DistributionAssert;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

class StreamKeyTest {
  @Test
  void theFinaliserIsThatOfSplitMix() {
    // splitmix64.c (Vigna): the first output from seed 0, and three from seed 1234567.
    long golden = 0x9E3779B97F4A7C15L;
    assertThat(StreamKey.mix(golden)).isEqualTo(0xE220A8397B1DCDAFL);
    assertThat(StreamKey.mix(1234567 + golden)).isEqualTo(6457827717110365317L);
    assertThat(StreamKey.mix(1234567 + 2 * golden)).isEqualTo(3203168211198807973L);
    assertThat(StreamKey.mix(1234567 + 3 * golden))
        .isEqualTo(Long.parseUnsignedLong("9817491932198370423"));
  }

  @Test
  void equalPathsAreEqualAndEveryDifferenceCounts() {
    StreamKey key = StreamKey.root(1).purpose("a").at(2, 3);
    assertThat(key).isEqualTo(StreamKey.root(1).purpose("a").at(2).at(3));
    Set<StreamKey> keys = new HashSet<>();
    keys.add(key);
    keys.add(StreamKey.root(2).purpose("a").at(2, 3));
    keys.add(StreamKey.root(1).purpose("b").at(2, 3));
    keys.add(StreamKey.root(1).purpose("a").at(3, 2));
    keys.add(StreamKey.root(1).purpose("a").at(2));
    keys.add(StreamKey.root(1).at(2, 3));
    keys.add(StreamKey.root(1).at(2, 3).purpose("a"));
    keys.add(StreamKey.root(1).purpose("ab").purpose("c"));
    keys.add(StreamKey.root(1).purpose("a").purpose("bc"));
    keys.add(StreamKey.root(1).purpose("abc"));
    keys.add(StreamKey.root(1).purpose(""));
    keys.add(StreamKey.root(1));
    assertThat(keys).hasSize(12);
  }

  @Test
  void noHalfOfAKeyIsMetTwice() {
    // 200,000 random halves of 64 bits collide with probability 1e-9.
    Set<Long> high = new HashSet<>();
    Set<Long> low = new HashSet<>();
    int keys = 0;
    for (int seed = 0; seed < 10; seed++) {
      for (int purpose = 0; purpose < 10; purpose++) {
        StreamKey named = StreamKey.root(seed).purpose("purpose-" + purpose);
        for (int i = 0; i < 1000; i++) {
          for (StreamKey key : new StreamKey[] {named.at(i), named.at(-1 - i, i)}) {
            high.add(key.high());
            low.add(key.low());
            keys++;
          }
        }
      }
    }
    assertThat(high).hasSize(keys);
    assertThat(low).hasSize(keys);
  }

  @Test
  void oneBitOfSeedOrIndexFlipsHalfOfTheKey() {
    StreamKey key = StreamKey.root(9).purpose("avalanche");
    avalanche(StreamKey::root);
    avalanche(key::at);
    avalanche(index -> key.at(index, 7));
  }

  /**
   * Flips each of 64 input bits in 500 words; each of the 128 key bits must flip in half of the
   * 32,000 cases, within 5.5 sigma: over 3 x 128 checks a false alarm in 70,000 runs.
   */
  private static void avalanche(LongFunction<StreamKey> keys) {
    int[] flips = new int[128];
    RandomStream words = StreamKey.root(10).open();
    for (int trial = 0; trial < 500; trial++) {
      long word = words.nextLong();
      StreamKey before = keys.apply(word);
      for (int bit = 0; bit < 64; bit++) {
        StreamKey after = keys.apply(word ^ (1L << bit));
        for (int i = 0; i < 64; i++) {
          flips[i] += (int) ((before.high() ^ after.high()) >>> i) & 1;
          flips[64 + i] += (int) ((before.low() ^ after.low()) >>> i) & 1;
        }
      }
    }
    for (int count : flips) {
      DistributionAssert.binomial(count, 32_000, 0.5, 5.5);
    }
  }
}
