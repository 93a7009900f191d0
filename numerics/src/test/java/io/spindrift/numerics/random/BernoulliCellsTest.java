package io.spindrift.numerics.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.numerics.vector.VectorModule;
import io.spindrift.testkit.DistributionAssert;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BernoulliCellsTest {
  private static final int BLOCK = BernoulliCells.BLOCK;

  static Stream<DigitLoop> loops() {
    return VectorModule.isPresent()
        ? Stream.of(new ScalarDigits(), VectorDigits.loop())
        : Stream.of(new ScalarDigits());
  }

  /** Probabilities that try the comparison: ends, dyadic, tiny, repeating, random. */
  private static double[] awkward(int cells) {
    double[] p = new double[cells];
    RandomStream stream = StreamKey.root(11).open();
    Arrays.setAll(p, i -> stream.nextDouble());
    p[0] = 0;
    p[1] = 1;
    p[2] = 0.5;
    p[3] = 1.0 / 3;
    p[4] = Math.nextDown(1.0);
    p[5] = 0x1p-64;
    p[6] = 0.75;
    p[7] = 1e-3;
    return p;
  }

  /** The first 64 binary digits of p, most significant first. */
  private static BigInteger digits(double p) {
    return new BigDecimal(p).multiply(new BigDecimal(BigInteger.TWO.pow(64))).toBigInteger();
  }

  /** Whether a fraction with ten complemented digits from planes and 64 of its own is below p. */
  private static boolean below(double p, long[] planes, int at, int stride, int bit, long rest) {
    BigInteger fraction = BigInteger.ZERO;
    for (int k = 0; k < 10; k++) {
      long digit = ~(planes[at + k * stride] >>> bit) & 1;
      fraction = fraction.shiftLeft(1).add(BigInteger.valueOf(digit));
    }
    fraction = fraction.shiftLeft(64).add(new BigInteger(Long.toUnsignedString(rest)));
    return fraction.compareTo(digits(p).shiftLeft(10)) < 0;
  }

  @ParameterizedTest
  @MethodSource("loops")
  void slicedComparisonEqualsComparingEachFractionWithItsThreshold(DigitLoop loop) {
    double[] p = awkward(64 * 40);
    BernoulliCells cells = BernoulliCells.of(p);
    for (int block = 0; block < 20; block++) {
      int first = 13 * block % 40;
      StreamKey key = StreamKey.root(12).at(block);
      long[] drawn = new long[BLOCK];
      cells.draw(loop, first, RandomWords.open(key), drawn, 0, BLOCK);
      RandomWords words = RandomWords.open(key);
      long[] planes = new long[10 * BLOCK];
      words.fill(planes, 0, planes.length);
      for (int i = 0; i < BLOCK; i++) {
        for (int b = 0; b < 64; b++) {
          double probability = p[(first + i) % 40 * 64 + b];
          boolean equal = true;
          for (int k = 0; k < 10; k++) {
            boolean digit = digits(probability).testBit(63 - k);
            equal &= digit != (((planes[k * BLOCK + i] >>> b) & 1) == 1);
          }
          boolean open = equal && probability != 1 && digits(probability).longValue() << 10 != 0;
          long rest = open ? words.nextLong() : 0;
          boolean expected = probability == 1 || below(probability, planes, i, BLOCK, b, rest);
          assertThat((drawn[i] >>> b) & 1).isEqualTo(expected ? 1 : 0);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("loops")
  void everyCellComesOutWithItsOwnProbability(DigitLoop loop) {
    // 64 cells, 204,800 draws each; 5 sigma each: false alarm 64 x 6e-7 = 4e-5.
    double[] p = awkward(64);
    BernoulliCells cells = BernoulliCells.of(p);
    long[] drawn = new long[6400 * BLOCK];
    cells.draw(loop, 0, RandomWords.open(StreamKey.root(13)), drawn, 0, drawn.length);
    checkShares(p, drawn);
  }

  private static void checkShares(double[] p, long[] drawn) {
    int[] ones = new int[64];
    for (long word : drawn) {
      for (int c = 0; c < 64; c++) {
        ones[c] += (int) (word >>> c) & 1;
      }
    }
    for (int c = 0; c < 64; c++) {
      DistributionAssert.binomial(ones[c], drawn.length, p[c], 5);
    }
  }

  @Test
  void aChangingProbabilityIsMetByWordsAndBySingleBits() {
    // 64 probabilities, 640,000 bits each way: false alarm 128 x 6e-7 = 7e-5.
    RandomStream stream = StreamKey.root(15).open();
    for (double p : awkward(64)) {
      long ones = 0;
      long singles = 0;
      for (int i = 0; i < 10_000; i++) {
        ones += Long.bitCount(BernoulliCells.word(p, stream));
        singles += Long.bitCount(BernoulliCells.bits(p, 64, stream));
      }
      DistributionAssert.binomial(ones, 640_000, p, 5);
      DistributionAssert.binomial(singles, 640_000, p, 5);
    }
  }

  @Test
  void vectorsAndScalarsDrawTheSameBits() {
    BernoulliCells cells = BernoulliCells.of(awkward(64 * 37));
    long[][] drawn =
        loops()
            .map(loop -> {
              long[] words = new long[1000];
              cells.draw(loop, 5, RandomWords.open(StreamKey.root(16)), words, 0, 1000);
              return words;
            })
            .toArray(long[][]::new);
    assertThat(drawn[drawn.length - 1]).isEqualTo(drawn[0]);
  }

  @Test
  void aShortDrawIsTheBeginningOfALongOne() {
    BernoulliCells cells = BernoulliCells.of(awkward(64 * 3));
    long[] whole = new long[500];
    cells.draw(1, RandomWords.open(StreamKey.root(17)), whole, 0, whole.length);
    for (int length : new int[] {1, 31, 32, 33, 499}) {
      long[] words = new long[length + 2];
      cells.draw(1, RandomWords.open(StreamKey.root(17)), words, 1, length + 1);
      assertThat(Arrays.copyOfRange(words, 1, length + 1)).isEqualTo(Arrays.copyOf(whole, length));
      assertThat(words[0] | words[length + 1]).isZero();
    }
  }

  @Test
  void aFairCoinTakesOneRandomWordForSixtyFourBits() {
    RandomWords drawnFrom = RandomWords.open(StreamKey.root(18));
    BernoulliCells.uniform(0.5).draw(0, drawnFrom, new long[10 * BLOCK], 0, 10 * BLOCK);
    RandomWords counted = RandomWords.open(StreamKey.root(18));
    IntStream.range(0, 10 * BLOCK).forEach(i -> counted.nextLong());
    assertThat(drawnFrom.nextLong()).isEqualTo(counted.nextLong());
  }

  @Test
  void refusesAProbabilityThatIsNone() {
    double[] p = new double[64];
    p[9] = Double.NaN;
    assertThatThrownBy(() -> BernoulliCells.of(p))
        .hasMessageStartingWith("probability of cell 9 must be between 0 and 1");
    assertThatThrownBy(() -> BernoulliCells.of(new double[65]))
        .hasMessageContaining("multiple of 64");
  }
}
