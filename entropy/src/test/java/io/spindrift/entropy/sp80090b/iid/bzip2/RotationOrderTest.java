package io.spindrift.entropy.sp80090b.iid.bzip2;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RotationOrderTest {
  private final RotationOrder rotations = new RotationOrder();

  /** The rotation that starts at {@code from}, as text. */
  private static String rotation(String text, int from) {
    return text.substring(from) + text.substring(0, from);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2,2", "7,1", "60,2", "61,3", "300,2", "300,11", "400,257", "3000,2"})
  void rotationsComeInLexicographicOrder(int length, int radix) {
    RandomStream stream = StreamKey.root(length).at(radix).open();
    char[] codes = new char[length];
    for (int i = 0; i < length; i++) {
      codes[i] = (char) stream.nextInt(radix);
    }
    assertSorted(codes, radix);
  }

  @ParameterizedTest
  @CsvSource({"12,4", "500,7", "512,64", "1000,999"})
  void rotationsOfPeriodicTextComeInLexicographicOrder(int length, int period) {
    char[] codes = new char[length];
    for (int i = 0; i < length; i++) {
      codes[i] = (char) (i % period % 3);
    }
    assertSorted(codes, 3);
  }

  private void assertSorted(char[] codes, int radix) {
    String text = new String(codes);
    int[] order = Arrays.copyOf(rotations.sort(codes, codes.length, radix), codes.length);
    assertThat(Arrays.stream(order).mapToObj(from -> rotation(text, from)))
        .isEqualTo(
            IntStream.range(0, codes.length)
                .mapToObj(from -> rotation(text, from))
                .sorted()
                .toList());
    assertThat(Arrays.stream(order).sorted().toArray())
        .isEqualTo(IntStream.range(0, codes.length).toArray());
  }
}
