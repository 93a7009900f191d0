package io.spindrift.experiment.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.numerics.random.StreamKey;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AutocorrelationTest {
  @Test
  void alternatingBitsAreAnticorrelatedAtOddLagsAndCorrelatedAtEvenOnes() {
    long[] words = new long[32];
    Arrays.fill(words, 0x5555_5555_5555_5555L);
    double[] r = Autocorrelation.table(words, 2048, 65).numbers("correlation");
    for (int lag = 1; lag <= 65; lag++) {
      assertThat(r[lag - 1]).isEqualTo(lag % 2 == 0 ? 1 : -1, Offset.offset(0.02));
    }
  }

  @Test
  void itIsTheSumOverPairsForAnyLengthAndLag() {
    int bits = 777;
    long[] words = StreamKey.root(3).open().longs(13).toArray();
    words[12] &= (1L << (bits % 64)) - 1;
    double[] r = Autocorrelation.table(words, bits, 70).numbers("correlation");
    double p = Arrays.stream(words).mapToInt(Long::bitCount).sum() / (double) bits;
    for (int lag : new int[] {1, 7, 63, 64, 70}) {
      int both = 0;
      for (int i = 0; i + lag < bits; i++) {
        both += bit(words, i) & bit(words, i + lag);
      }
      double expected = ((double) both / (bits - lag) - p * p) / (p * (1 - p));
      assertThat(r[lag - 1]).isEqualTo(expected, Offset.offset(1e-12));
    }
  }

  private static int bit(long[] words, int i) {
    return (int) (words[i / 64] >>> (i % 64)) & 1;
  }
}
