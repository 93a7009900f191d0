package io.spindrift.entropy.sp80090b.iid.bzip2;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordColumnTest {
  private static byte[] columnOfRotations(char[] codes, int radix) {
    int[] order = new RotationOrder().sort(codes, codes.length, radix);
    byte[] column = new byte[codes.length];
    for (int i = 0; i < column.length; i++) {
      column[i] = (byte) codes[order[i] == 0 ? codes.length - 1 : order[i] - 1];
    }
    return column;
  }

  /** Numbers below {@code bound} with spaces between, cut at both ends; a space is letter 0. */
  private static char[] decimal(int numbers, int bound, int cutFirst, int cutLast) {
    RandomStream stream = StreamKey.root(numbers).at(bound).open();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < numbers; i++) {
      text.append(i == 0 ? "" : " ").append(stream.nextInt(bound));
    }
    String kept = text.substring(cutFirst, text.length() - cutLast);
    char[] codes = new char[kept.length()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (char) (kept.charAt(i) == ' ' ? 0 : kept.charAt(i) - '0' + 1);
    }
    return codes;
  }

  @ParameterizedTest
  @CsvSource({"2,10", "30,2", "200,10", "300,16", "301,256", "400,999", "60,1"})
  void theColumnIsThatOfTheSortedRotations(int numbers, int bound) {
    for (int cut = 0; cut < 3; cut++) {
      char[] codes = decimal(numbers, bound, cut, 2 - cut);
      byte[] column = new byte[codes.length];
      boolean filled = new WordColumn().fill(codes, codes.length, 11, column);
      if (filled) {
        assertThat(column).isEqualTo(columnOfRotations(codes, 11));
      }
      assertThat(filled).isEqualTo(new String(codes).indexOf(0) >= 0);
    }
  }

  @Test
  void textOfLongWordsOrManyLettersIsLeftAlone() {
    WordColumn words = new WordColumn();
    assertThat(words.fill("\2\0\1\2\3\1\0".toCharArray(), 7, 4, new byte[7])).isFalse();
    assertThat(words.fill("\2\1\1".toCharArray(), 3, 4, new byte[3])).isFalse();
    assertThat(words.fill("\2\0\1".toCharArray(), 3, 17, new byte[3])).isFalse();
  }
}
