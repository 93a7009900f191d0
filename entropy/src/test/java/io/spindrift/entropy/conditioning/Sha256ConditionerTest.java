package io.spindrift.entropy.conditioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.entropy.BitSource;
import io.spindrift.entropy.KeyedBits;
import io.spindrift.numerics.random.StreamKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class Sha256ConditionerTest {
  /** The text over and over, the first bit of each byte its most significant one. */
  private record Text(byte[] bytes) implements BitSource {
    @Override
    public String name() {
      return "text";
    }

    @Override
    public void fill(StreamKey key, long[] words, int bitCount) {
      Arrays.fill(words, 0);
      for (int i = 0; i < bitCount; i++) {
        long bit = (bytes[i / 8 % bytes.length] >>> (7 - i % 8)) & 1;
        words[i / 64] |= bit << (i % 64);
      }
    }
  }

  /** The 448-bit example of FIPS 180. */
  @Test
  void theDigestIsThePublishedOne() {
    String text = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
    Text source = new Text(text.getBytes(StandardCharsets.US_ASCII));
    long[] words = new long[8];
    new Sha256Conditioner(source, 448, 256).fill(StreamKey.root(1), words, 512);
    byte[] digest = new byte[64];
    for (int i = 0; i < 512; i++) {
      digest[i / 8] |= (byte) (((words[i / 64] >>> (i % 64)) & 1) << (7 - i % 8));
    }
    String published = "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1";
    assertThat(HexFormat.of().formatHex(digest)).isEqualTo(published + published);
  }

  @Test
  void aShorterOutputIsTheBeginningOfTheDigest() {
    long[] whole = new long[4];
    long[] part = new long[2];
    new Sha256Conditioner(new KeyedBits(), 512, 256).fill(StreamKey.root(1), whole, 256);
    new Sha256Conditioner(new KeyedBits(), 512, 100).fill(StreamKey.root(1), part, 100);
    assertThat(part[0]).isEqualTo(whole[0]);
    assertThat(part[1]).isEqualTo(whole[1] & ((1L << 36) - 1));
  }

  /** h per bit is -log2 0.646 = 0.63039; 320 bits need 508 input bits, in words 512. */
  @Test
  void fullEntropyNeedsSixtyFourBitsMoreThanTheOutput() {
    BitLaw law = BitLaw.independent(0.646);
    assertThat(law.blockEntropyBits(512).orElseThrow())
        .isCloseTo(-512 * Math.log(0.646) / Math.log(2), within(1e-9));
    assertThat(Sha256Conditioner.fullEntropyInputBits(law, 256)).isEqualTo(OptionalDouble.of(512));
    Sha256Conditioner enough = new Sha256Conditioner(new KeyedBits(), 512, 256);
    Sha256Conditioner tooFew = new Sha256Conditioner(new KeyedBits(), 448, 256);
    assertThat(enough.isFullEntropy(law)).isTrue();
    assertThat(enough.outputEntropyBits(law).orElseThrow()).isCloseTo(256, within(1e-8));
    assertThat(tooFew.isFullEntropy(law)).isFalse();
    assertThat(enough.predict(law).outputRate()).isEqualTo(OptionalDouble.of(0.5));
  }

  /** The most probable 3-bit value of a chain with p = 0.5, rho = -0.5 is 010 or 101. */
  @Test
  void theEntropyOfACorrelatedBlockIsThatOfItsMostProbableValue() {
    assertThat(BitLaw.markov(0.5, -0.5).blockEntropyBits(3).orElseThrow())
        .isCloseTo(-Math.log(0.5 * 0.75 * 0.75) / Math.log(2), within(1e-14));
    assertThat(BitLaw.independent(1).blockEntropyBits(100)).isEqualTo(OptionalDouble.of(0));
    assertThat(BitLaw.ofShare(0.5).blockEntropyBits(100)).isEmpty();
  }

  @Test
  void lengthsThatAreNoWholeWordsAreRefused() {
    assertThatThrownBy(() -> new Sha256Conditioner(new KeyedBits(), 500, 256))
        .hasMessage("input of the hash must be a multiple of 64 bits, but was 500");
    assertThatThrownBy(() -> new Sha256Conditioner(new KeyedBits(), 512, 257))
        .hasMessageContaining("between 1 and 256");
  }
}
