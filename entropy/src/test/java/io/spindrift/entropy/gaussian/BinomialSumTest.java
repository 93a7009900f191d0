package io.spindrift.entropy.gaussian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.entropy.KeyedBits;
import io.spindrift.entropy.PackedBits;
import io.spindrift.entropy.coin.CellProbabilities;
import io.spindrift.entropy.coin.ResetCoin;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinomialSumTest {
  private static final ResetCoin COIN =
      new ResetCoin("biased", CellProbabilities.of(eachWith(0.55), 128));

  private static double[] eachWith(double p) {
    double[] cells = new double[16 * 128];
    Arrays.fill(cells, p);
    return cells;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8, 16, 31, 32, 63, 64, 65, 100, 128, 1000, 4096})
  void samplesAreTheCountsOfConsecutiveSlicesOfBits(int n) {
    int samples = 61;
    RandomStream stream = StreamKey.root(n).open();
    long[] words = new long[PackedBits.words(n * samples)];
    Arrays.setAll(words, i -> stream.nextLong());
    float[] ones = new float[n + 1];
    for (int k = 0; k <= n; k++) {
      ones[k] = k;
    }
    float[] expected = new float[samples + 1];
    for (int bit = 0; bit < n * samples; bit++) {
      expected[1 + bit / n] += (words[bit / 64] >>> (bit % 64)) & 1;
    }
    float[] fast = new float[samples + 1];
    float[] plain = new float[samples + 1];
    SliceCounts.lookUp(words, n, samples, ones, fast, 1);
    SliceCounts.acrossWords(words, n, samples, ones, plain, 1);
    assertThat(fast).isEqualTo(expected);
    assertThat(plain).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 20, 64, 100})
  void fairMomentsAreZeroOneAndMinusTwoOverN(int n) {
    BinomialLattice lattice = BinomialSum.fair(new KeyedBits(), n).lattice();
    assertThat(lattice.mean()).isZero();
    assertThat(lattice.variance()).isCloseTo(1, within(1e-15));
    assertThat(lattice.skewness()).isZero();
    assertThat(lattice.excessKurtosis()).isCloseTo(-2.0 / n, within(1e-15));
    assertThat(lattice.reachSigma()).isCloseTo(Math.sqrt(n), within(1e-12));
    double[] moments = new double[5];
    for (int k = 0; k <= n; k++) {
      for (int order = 0; order < 5; order++) {
        moments[order] += lattice.mass(k) * Math.pow(lattice.value(k), order);
      }
    }
    assertThat(moments[0]).isCloseTo(1, within(1e-11));
    assertThat(moments[2]).isCloseTo(1, within(1e-10));
    assertThat(moments[4] - 3).isCloseTo(-2.0 / n, within(1e-9));
  }

  @Test
  void latticeDistanceFromTheNormalIsHalfTheCentralMass() {
    // n = 16: C(16,8)/2^16 = 12870/65536, half of it 0.09819.
    assertThat(BinomialLattice.fair(16).kolmogorovSmirnov())
        .isCloseTo(12870.0 / 65536 / 2, within(1e-12));
    assertThat(BinomialLattice.fair(16).fractionBeyond(3))
        .isCloseTo(2 * (1 + 16) / 65536.0, within(1e-12));
  }

  @Test
  void aBiasedCoinShiftsFairSamplesAndNotCalibratedOnes() {
    // 400,000 sums of 16 bits, p = 0.55; mean within 4.5 standard errors, false alarm 7e-6 each.
    int count = 400_000;
    BinomialSum fair = BinomialSum.fair(COIN, 16);
    BinomialSum calibrated = BinomialSum.calibrated(COIN, 16, 0.55);
    assertThat(fair.lattice(0.55).mean()).isCloseTo(0.4, within(1e-12));
    assertThat(calibrated.lattice().mean()).isCloseTo(0, within(1e-12));
    for (BinomialSum sum : new BinomialSum[] {fair, calibrated}) {
      float[] samples = new float[count];
      sum.fill(StreamKey.root(8), samples, 0, count);
      BinomialLattice exact = sum.lattice(0.55);
      double mean = 0;
      double square = 0;
      for (float x : samples) {
        mean += x / (double) count;
        square += x * (double) x / count;
      }
      double variance = square - mean * mean;
      assertThat(Math.abs(mean - exact.mean())).isLessThan(4.5 * Math.sqrt(1.0 / count));
      assertThat(Math.abs(variance - exact.variance())).isLessThan(4.5 * Math.sqrt(2.0 / count));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 20, 4096})
  void aBlockIsTheSameForAnyThreadCountAndBeginsEveryLongerBlock(int n) {
    BinomialSum sum = BinomialSum.fair(COIN, n);
    int blocks = 12;
    float[][] expected = new float[blocks][300];
    for (int b = 0; b < blocks; b++) {
      sum.fill(StreamKey.root(2).at(b), expected[b], 0, 300);
      float[] shorter = new float[105];
      sum.fill(StreamKey.root(2).at(b), shorter, 5, 100);
      assertThat(Arrays.copyOfRange(shorter, 5, 105)).isEqualTo(Arrays.copyOf(expected[b], 100));
    }
    for (int threads : new int[] {1, 3, 8}) {
      float[][] drawn = new float[blocks][300];
      try (Workers workers = new Workers(threads)) {
        workers.forEach(blocks, b -> sum.fill(StreamKey.root(2).at(b), drawn[b], 0, 300));
      }
      assertThat(drawn).isDeepEqualTo(expected);
    }
  }
}
