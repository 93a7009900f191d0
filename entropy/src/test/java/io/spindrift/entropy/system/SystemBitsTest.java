package io.spindrift.entropy.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.entropy.BitSequence;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.testkit.DistributionAssert;
import org.junit.jupiter.api.Test;

/** These bits cannot be seeded, so a check at 5 sigma fails once in 1.7 million runs. */
class SystemBitsTest {
  private static final StreamKey KEY = StreamKey.root(1);

  @Test
  void saysThatNoKeyReproducesIt() {
    SystemBits bits = new SystemBits();
    assertThat(bits.name()).contains("operating system").contains("not reproducible");
    long[] first = new long[4];
    long[] second = new long[4];
    bits.fill(KEY, first, 256);
    bits.fill(KEY, second, 256);
    assertThat(first).isNotEqualTo(second);
  }

  @Test
  void givesFairBitsInBlocksOfAnyLength() {
    int n = 1_000_003;
    BitSequence bits = BitSequence.draw(new SystemBits(), KEY, n);
    DistributionAssert.binomial(bits.ones(), n, 0.5, 5);
    DistributionAssert.binomial(bits.ones(n - 100_000, n), 100_000, 0.5, 5);
    DistributionAssert.binomial(bits.differences(1), n - 1, 0.5, 5);
    DistributionAssert.binomial(bits.differences(8192 * 8), n - 8192 * 8, 0.5, 5);
  }

  @Test
  void spareBitsAreZero() {
    long[] words = {-1, -1, -1};
    new SystemBits().fill(KEY, words, 70);
    assertThat(words[1] >>> 6).isZero();
    assertThat(words[2]).isEqualTo(-1);
    new SystemBits().fill(KEY, words, 0);
  }
}
