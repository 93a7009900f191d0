package io.spindrift.device.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * The polynomials of the Gaussian transform against logarithm, sine and cosine themselves, within
 * the errors that their pages state; samples cannot see errors so small. The vector kernels give
 * the same bits (KernelsTest).
 */
class GaussianTransformTest {
  private static final int COUNT = 20_000;

  /** 1.2e-6 of the polynomial and a dozen roundings of 6e-8. */
  @Test
  void singlePrecisionRadiusIsTheRootOfTheLogarithm() {
    int[] words = words();
    float[] radius = new float[COUNT];
    new ScalarFloat32().radii(words, radius);
    for (int i = 0; i < COUNT; i++) {
      float u = Math.fma((float) (words[i] & Integer.MAX_VALUE), 0x1p-31f, 0x1p-32f);
      double square = -2 * Math.log(u);
      assertThat((double) radius[i] * radius[i])
          .as("word %d", words[i])
          .isCloseTo(square, within(2e-6 * square));
    }
  }

  /**
   * 1e-6 of the sine and 5e-8 of the cosine, and four roundings of 6e-8; bit 31 of a radius word is
   * the sign of the cosine.
   */
  @Test
  void singlePrecisionPairIsSineAndCosine() {
    int[] words = words();
    float[] noise = new float[2 * COUNT];
    new ScalarFloat32().turn(new int[COUNT], words, ones(), noise);
    for (int i = 0; i < COUNT; i++) {
      double angle = Math.PI / 2 * words[i] * 0x1p-31;
      double sine = Math.sin(angle);
      assertThat((double) noise[i]).isCloseTo(sine, within(1.3e-6 * Math.abs(sine)));
      assertThat((double) noise[COUNT + i]).isCloseTo(Math.cos(angle), within(3e-7));
    }
    int[] negative = new int[COUNT];
    negative[0] = Integer.MIN_VALUE;
    float[] turned = new float[2 * COUNT];
    new ScalarFloat32().turn(negative, words, ones(), turned);
    assertThat(turned[COUNT]).isEqualTo(-noise[COUNT]);
    assertThat(turned[0]).isEqualTo(noise[0]);
  }

  /** 1e-10 of the polynomial; the tenth more is for roundings and the last digit of the bound. */
  @Test
  void doublePrecisionRadiusIsTheRootOfTheLogarithm() {
    long[] words = longWords();
    double[] radius = new double[COUNT];
    new ScalarFloat64().radii(words, radius);
    for (int i = 0; i < COUNT; i++) {
      double square = -2 * Math.log1p(-(words[i] >>> 12) * 0x1p-52);
      assertThat(radius[i] * radius[i]).isCloseTo(square, within(1.1e-10 * square));
    }
  }

  /** 2.2e-11 of the sine and 2.2e-10 of the cosine; bit 24 of a word is the sign of the cosine. */
  @Test
  void doublePrecisionPairIsSineAndCosine() {
    long[] words = longWords();
    double[] radius = new double[COUNT];
    Arrays.fill(radius, 1);
    double[] noise = new double[2 * COUNT];
    new ScalarFloat64().turn(words, radius, noise);
    for (int i = 0; i < COUNT; i++) {
      double angle = Math.PI / 2 * (2 * (words[i] & 0xFFFFFF) * 0x1p-24 - 1);
      double sine = Math.sin(angle);
      double cosine = (words[i] >>> 24 & 1) == 0 ? Math.cos(angle) : -Math.cos(angle);
      assertThat(noise[i]).isCloseTo(sine, within(2.21e-11 * Math.abs(sine)));
      assertThat(noise[COUNT + i]).isCloseTo(cosine, within(2.21e-10));
    }
  }

  private static int[] words() {
    RandomStream random = StreamKey.root(21).open();
    int[] words = new int[COUNT];
    Arrays.setAll(words, i -> random.nextInt());
    return words;
  }

  private static long[] longWords() {
    RandomStream random = StreamKey.root(22).open();
    long[] words = new long[COUNT];
    Arrays.setAll(words, i -> random.nextLong());
    return words;
  }

  private static float[] ones() {
    float[] ones = new float[COUNT];
    Arrays.fill(ones, 1);
    return ones;
  }
}
