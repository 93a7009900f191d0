package io.spindrift.entropy.sp80090b.iid.bzip2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Sizes printed by libbz2 1.0.8, {@code BZ2_bzBuffToBuffCompress} with block size 5 and work factor
 * 0, for texts made by the rules below from Knuth's linear congruence x' = 6364136223846793005 x +
 * 1442695040888963407, of which the upper 31 bits count.
 */
class CompressedSizeTest {
  private final CompressedSize compressed = new CompressedSize();
  private long state;

  private int next() {
    state = state * 6364136223846793005L + 1442695040888963407L;
    return (int) (state >>> 33);
  }

  private byte[] letters(int length, long seed, IntUnaryOperator letter) {
    state = seed;
    byte[] text = new byte[length];
    for (int i = 0; i < length; i++) {
      text[i] = (byte) letter.applyAsInt(next());
    }
    return text;
  }

  private byte[] uniform(int length, int radix, long seed) {
    return letters(length, seed, v -> v % radix);
  }

  private byte[] numbers(int count, long seed, IntUnaryOperator number) {
    state = seed;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : " ").append(number.applyAsInt(next()));
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private long size(byte[] text) {
    return compressed.of(text, text.length);
  }

  @Test
  void anEmptyStreamIsItsHeadAndItsTail() {
    assertThat(size(new byte[0])).isEqualTo(14);
    assertThat(size(new byte[] {'a'})).isEqualTo(37);
  }

  @Test
  void everyNumberOfCodeTablesIsChosenAsLibbz2Does() {
    assertThat(size(uniform(40, 2, 1))).isEqualTo(46);
    assertThat(size(uniform(199, 3, 2))).isEqualTo(86);
    assertThat(size(uniform(1_000, 16, 3))).isEqualTo(565);
    assertThat(size(uniform(2_000, 17, 4))).isEqualTo(1_105);
    assertThat(size(uniform(30_000, 256, 5))).isEqualTo(30_513);
  }

  @Test
  void longTextIsCutIntoBlocks() {
    assertThat(size(uniform(1_200_000, 11, 6))).isEqualTo(537_140);
    assertThat(size(uniform(499_981, 64, 7))).isEqualTo(377_662);
    assertThat(size(uniform(499_982, 64, 7))).isEqualTo(377_710);
  }

  @Test
  void codesLongerThanSeventeenBitsAreFlattened() {
    IntUnaryOperator rare = v -> Integer.numberOfTrailingZeros(v | 1 << 30);
    assertThat(size(letters(300_000, 8, rare))).isEqualTo(92_289);
    assertThat(size(letters(300, 8, rare))).isEqualTo(142);
  }

  @Test
  void decimalTextOfRandomSymbols() {
    assertThat(size(numbers(20_000, 9, v -> v % 256))).isEqualTo(21_798);
    assertThat(size(numbers(20_000, 10, v -> v % 2))).isEqualTo(3_158);
  }

  @Test
  void repetitiveTextIsSortedToo() {
    byte[] same = new byte[1_000];
    assertThat(size(same)).isEqualTo(45);
    assertThat(size(numbers(100_000, 12, v -> v % 50 == 0 ? 1 : 0))).isEqualTo(3_106);
    byte[] period = uniform(1_500, 256, 13);
    byte[] repeated = new byte[100_001];
    for (int i = 0; i < repeated.length; i++) {
      repeated[i] = period[i % period.length];
    }
    assertThat(size(repeated)).isEqualTo(3_614);
  }

  @Test
  void runsOfUpTo255BytesAreWrittenAsFiveBytes() {
    state = 11;
    byte[] text = new byte[100_000];
    for (int from = 0; from < text.length; ) {
      int v = next();
      int to = Math.min(text.length, from + 1 + (v >> 8) % 300);
      Arrays.fill(text, from, to, (byte) v);
      from = to;
    }
    assertThat(size(text)).isEqualTo(2_766);
  }

  @Test
  void aTextShorterThanItsLengthIsRefused() {
    assertThatThrownBy(() -> compressed.of(new byte[3], 4))
        .hasMessage("length must be between 0 and 3, but was 4");
  }
}
