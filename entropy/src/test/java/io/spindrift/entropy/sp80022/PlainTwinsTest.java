package io.spindrift.entropy.sp80022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.KeyedBits;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.util.Arrays;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each fast loop beside the plainest way to compute the same. */
class PlainTwinsTest {
  private static BitSequence good(int length) {
    return BitSequence.draw(new KeyedBits(), StreamKey.root(7), length);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 11, 16})
  void patternsAreCountedAroundTheRing(int patternBits) {
    BitSequence bits = good(5003);
    int[] plain = new int[1 << patternBits];
    for (int i = 0; i < bits.length(); i++) {
      int pattern = 0;
      for (int j = 0; j < patternBits; j++) {
        pattern |= bits.bit((i + j) % bits.length()) << j;
      }
      plain[pattern]++;
    }
    double squares = 0;
    for (int count : plain) {
      squares += (double) count * count;
    }
    PatternCounts counts = PatternCounts.around(bits, patternBits);
    assertThat(counts.squares()).isEqualTo(squares);
    assertThat(counts.shortened(2).squares()).isEqualTo(PatternCounts.around(bits, 2).squares());
  }

  @Test
  void walksAreFollowedBitByBit() {
    BitSequence bits = good(200_003);
    int sum = 0;
    int cycles = 0;
    int[] visits = new int[19];
    int low = 0;
    int high = 0;
    for (int i = 0; i < bits.length(); i++) {
      sum += 2 * bits.bit(i) - 1;
      low = Math.min(low, sum);
      high = Math.max(high, sum);
      cycles += sum == 0 ? 1 : 0;
      if (Math.abs(sum) <= 9) {
        visits[sum + 9]++;
      }
    }
    Excursions walk = Excursions.of(bits);
    assertThat(walk.cycles()).isEqualTo(cycles + 1);
    for (int x = 1; x <= 9; x++) {
      assertThat(walk.visits(x)).isEqualTo(visits[x + 9]);
      assertThat(walk.visits(-x)).isEqualTo(visits[9 - x]);
    }
    for (int x = 1; x <= 4; x++) {
      assertThat(Arrays.stream(walk.cyclesByVisits(x)).sum()).isEqualTo(cycles + 1);
    }
    var outcomes = new CumulativeSumsTest().judge(bits);
    assertThat(((CheckOutcome.Judged) outcomes.getFirst().outcome()).statistic())
        .isEqualTo(Math.max(high, -low));
    assertThat(((CheckOutcome.Judged) outcomes.getLast().outcome()).statistic())
        .isEqualTo(Math.max(high - sum, sum - low));
  }

  @Test
  void longestRunsAreFoundAcrossWords() {
    BitSequence bits = good(20_000);
    RandomStream random = StreamKey.root(8).open();
    for (int trial = 0; trial < 500; trial++) {
      int from = random.nextInt(19_000);
      int to = from + 1 + random.nextInt(400);
      int run = 0;
      int longest = 0;
      for (int i = from; i < to; i++) {
        run = bits.bit(i) == 1 ? run + 1 : 0;
        longest = Math.max(longest, run);
      }
      assertThat(OnesRuns.longest(bits, from, to, 64)).isEqualTo(longest);
    }
    assertThat(OnesRuns.longest(BitSequence.of(new long[] {-1, -1, -1}, 192), 3, 180, 50))
        .isEqualTo(50);
  }

  /** Elimination by columns, with a search for each pivot. */
  @Test
  void ranksAreThoseOfEliminationByColumns() {
    RandomStream random = StreamKey.root(9).open();
    for (int trial = 0; trial < 300; trial++) {
      int[] rows = random.ints(32).toArray();
      rows[trial % 32] = rows[(trial + 7) % 32] ^ rows[(trial + 9) % 32];
      int[] plain = rows.clone();
      int rank = 0;
      for (int column = 0; column < 32; column++) {
        int pivot = rank;
        while (pivot < 32 && (plain[pivot] >>> column & 1) == 0) {
          pivot++;
        }
        if (pivot < 32) {
          int row = plain[pivot];
          plain[pivot] = plain[rank];
          plain[rank++] = row;
          for (int i = rank; i < 32; i++) {
            plain[i] ^= (plain[i] >>> column & 1) == 1 ? row : 0;
          }
        }
      }
      assertThat(RankTest.rank(rows)).isEqualTo(rank);
    }
  }

  /** Massey (1969), the connection polynomials kept as arrays of bits. */
  private static int registerLength(BitSequence bits, int from, int length) {
    int[] c = new int[length + 1];
    int[] b = new int[length + 1];
    c[0] = 1;
    b[0] = 1;
    int register = 0;
    int last = -1;
    for (int n = 0; n < length; n++) {
      int discrepancy = 0;
      for (int i = 0; i <= register; i++) {
        discrepancy ^= c[i] & bits.bit(from + n - i);
      }
      if (discrepancy == 1) {
        int[] old = c.clone();
        for (int i = 0; i + n - last <= length; i++) {
          c[i + n - last] ^= b[i];
        }
        if (2 * register <= n) {
          register = n + 1 - register;
          last = n;
          b = old;
        }
      }
    }
    return register;
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 64, 500, 777})
  void registersAreThoseOfMasseysAlgorithm(int blockBits) {
    BitSequence bits = good(70 * blockBits + 5);
    int[] scalar = new ShiftRegisters(blockBits, new ShiftRegisterSteps.Scalar()).lengths(bits);
    int[] vector =
        new ShiftRegisters(blockBits, HotLoops.VECTOR.shiftRegisterSteps()).lengths(bits);
    assertThat(vector).isEqualTo(scalar).hasSize(70);
    for (int block = 0; block < 70; block++) {
      assertThat(scalar[block]).isEqualTo(registerLength(bits, block * blockBits, blockBits));
    }
  }

  @Test
  void aMatrixIsTransposed() {
    long[] rows = StreamKey.root(10).open().longs(64).toArray();
    long[] turned = rows.clone();
    BitMatrix.transpose(turned);
    for (int i = 0; i < 64; i++) {
      for (int j = 0; j < 64; j++) {
        assertThat(turned[j] >>> i & 1).isEqualTo(rows[i] >>> j & 1);
      }
    }
  }

  /** Lengths of every radix, of an odd number, of primes; n roundings of n terms at most. */
  @ParameterizedTest
  @ValueSource(ints = {8, 45, 60, 150, 512, 625, 997, 998, 1000})
  void powersAreThoseOfTheDefiningSum(int n) {
    BitSequence bits = good(n);
    double[] powers = SignSpectrum.powers(bits);
    assertThat(powers).hasSize(n / 2);
    SinglePower single = new SinglePower(bits);
    for (int k = 0; k < powers.length; k++) {
      double re = 0;
      double im = 0;
      for (int j = 0; j < n; j++) {
        double angle = 2 * Math.PI * ((long) j * k % n) / n;
        re += (2 * bits.bit(j) - 1) * Math.cos(angle);
        im += (2 * bits.bit(j) - 1) * Math.sin(angle);
      }
      assertThat(powers[k]).as("k " + k).isCloseTo(re * re + im * im, within(1e-9 * n));
      assertThat(single.at(k)).as("k " + k).isCloseTo(re * re + im * im, within(1e-9 * n));
    }
  }

  /** Thresholds from where nearly every peak lies above to where nearly none does. */
  @Test
  void peaksCountedInSinglePrecisionAreThoseOfDoublePrecision() {
    BitSequence bits = good(MillionPeaks.BITS);
    double[] powers = SignSpectrum.powers(bits);
    for (double height : new double[] {0.01, 0.5, 1, 2, Math.log(20), 4, 8}) {
      int below = 0;
      for (double power : powers) {
        below += power < height * MillionPeaks.BITS ? 1 : 0;
      }
      assertThat(MillionPeaks.countBelow(bits, height * MillionPeaks.BITS)).isEqualTo(below);
    }
  }

  /**
   * Thresholds closer to one peak, from either side, than single precision can tell: 2^-24 of its
   * power is 6e-8, the distance 1e-9. Frequencies of every kind of lane; without the guard each of
   * the 32 counts is wrong with a probability of about one half.
   */
  @Test
  void aPeakInsideTheGuardIsDecidedByDoublePrecision() {
    BitSequence bits = good(MillionPeaks.BITS);
    double[] powers = SignSpectrum.powers(bits);
    double usual = Math.log(20) * MillionPeaks.BITS;
    for (int lane : new int[] {0, 1, 7, 8, 13, 31, 32, 33, 45, 52, 58, 60, 61, 62, 63, 64}) {
      int k = lane;
      while (!(Math.abs(powers[k] / usual - 1) < 0.05)) {
        k += 64;
      }
      for (double distance : new double[] {1e-9, -1e-9}) {
        double threshold = powers[k] * (1 + distance);
        assertThat(Math.abs(distance)).isLessThan(MillionPeaks.GUARD);
        int below = 0;
        for (double power : powers) {
          below += power < threshold ? 1 : 0;
        }
        assertThat(MillionPeaks.countBelow(bits, threshold)).as("k " + k).isEqualTo(below);
      }
    }
  }

  /** Against an independent implementation; its large arguments lose the digits allowed here. */
  @ParameterizedTest
  @CsvSource({
    "0.5, 0.1",
    "0.5, 30",
    "1, 2",
    "2.5, 7",
    "3906, 3800",
    "3906, 4100",
    "512, 500",
    "512, 700",
    "16384, 16000",
    "16384, 16385",
    "16384, 17500",
    "8192, 8192"
  })
  void tailsAreThoseOfTheGammaFunction(double a, double x) {
    double expected = Gamma.regularizedGammaQ(a, x);
    assertThat(UpperGamma.q(a, x)).isCloseTo(expected, within(1e-9 * expected));
  }

  @Test
  void theClosedFormAndTheGeneralOneMeet() {
    // Q(17, x) = Q(16, x) + x^16 e^-x / 16!, the left side general, the right side closed.
    double factorial = 20_922_789_888_000.0;
    for (double x : new double[] {0.5, 5, 16, 17, 30, 200}) {
      double closed = UpperGamma.q(16, x) + Math.pow(x, 16) * Math.exp(-x) / factorial;
      assertThat(UpperGamma.q(17, x)).isCloseTo(closed, within(1e-13 * closed));
    }
    assertThat(UpperGamma.erfc(-1)).isCloseTo(1.8427007929497148, within(1e-15));
    assertThat(UpperGamma.erfc(5)).isCloseTo(1.5374597944280349e-12, within(1e-26));
  }
}
