package io.spindrift.entropy.gaussian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.numerics.random.RandomWords;
import io.spindrift.numerics.random.StreamKey;
import org.junit.jupiter.api.Test;

class SoftwareGaussianTest {
  private static final int GROUPS = 500;
  private static final int SAMPLES = BoxMullerNumbers.SAMPLES * GROUPS;

  private static float[] turned(BoxMullerLoop loop, long[] words) {
    int groups = words.length / BoxMullerNumbers.LONGS;
    float[] radius = new float[BoxMullerNumbers.PAIRS * groups];
    float[] samples = new float[BoxMullerNumbers.SAMPLES * groups];
    loop.radii(words, groups, radius);
    loop.turn(words, groups, radius, samples, 0);
    return samples;
  }

  private static long[] words() {
    long[] words = new long[BoxMullerNumbers.LONGS * GROUPS];
    RandomWords.open(StreamKey.root(5)).fill(words, 0, words.length);
    // The ends of both lattices as well: all words zero, and all words ones.
    for (int i = 0; i < BoxMullerNumbers.LONGS; i++) {
      words[i] = 0;
      words[BoxMullerNumbers.LONGS + i] = -1;
    }
    return words;
  }

  @Test
  void vectorsAndPlainLoopGiveTheSameBits() {
    assertThat(turned(VectorBoxMuller.loop(), words()))
        .isEqualTo(turned(new ScalarBoxMuller(), words()));
  }

  @Test
  void samplesAreBoxMullerInDoublePrecision() {
    // u, t and r carry a few roundings of 2^-24; near u = 1 a rounding of u moves r by at most
    // 2^-24 / r, and r itself is of that order below 2^-12.
    long[] words = words();
    float[] samples = turned(new ScalarBoxMuller(), words);
    for (int i = 0; i < SAMPLES / 2; i++) {
      int at = BoxMullerNumbers.longOf(i);
      int radiusWord = (int) (words[at] >>> 32 * (i % 2));
      int angleWord = (int) (words[at + 8] >>> 32 * (i % 2));
      double u = ((radiusWord & Integer.MAX_VALUE) + 0.5) * 0x1p-31;
      double r = Math.sqrt(-2 * Math.log(u));
      double phi = Math.PI / 2 * (((angleWord >>> 9) + 0.5) * 0x1p-22 - 1);
      double tolerance = 0x1p-24 * (6 * r + 2 / Math.max(r, 0x1p-12));
      int to = BoxMullerNumbers.sampleOf(i);
      double cosine = radiusWord < 0 ? -Math.cos(phi) : Math.cos(phi);
      assertThat((double) samples[to]).isCloseTo(r * Math.sin(phi), within(tolerance));
      assertThat((double) samples[to + 16]).isCloseTo(r * cosine, within(tolerance));
    }
  }

  @Test
  void theReachIsThatOfTheSmallestRadiusWord() {
    // u = 2^-32: r = sqrt(64 ln 2) = 6.6604.
    assertThat(new SoftwareGaussian().reachSigma())
        .isCloseTo(Math.sqrt(64 * Math.log(2)), within(1e-12));
    long[] words = new long[BoxMullerNumbers.LONGS];
    float[] samples = turned(new ScalarBoxMuller(), words);
    assertThat((double) Math.abs(samples[0])).isCloseTo(6.6604, within(1e-4));
  }

  @Test
  void farTailsAreThoseOfTheNormal() {
    // 2^24 samples; beyond 3, 4 and 5 sigma 45,298, 1,062.6 and 9.6 are expected: each count within
    // 4.5 standard errors, false alarm 2e-5 for the first two; for the third P(count > 26) = 4e-6.
    int count = 1 << 24;
    float[] samples = new float[1 << 16];
    int[] beyond = new int[3];
    for (int b = 0; b < count / samples.length; b++) {
      new SoftwareGaussian().fill(StreamKey.root(6).at(b), samples, 0, samples.length);
      for (float x : samples) {
        float magnitude = Math.abs(x);
        for (int s = 3; magnitude > s && s <= 5; s++) {
          beyond[s - 3]++;
        }
      }
    }
    for (int s = 3; s <= 5; s++) {
      double expected = 2 * NormalTails.upperTail(s) * count;
      double room = s == 5 ? 17 : 4.5 * Math.sqrt(expected);
      assertThat((double) beyond[s - 3]).as(s + " sigma").isCloseTo(expected, within(room));
    }
  }
}
