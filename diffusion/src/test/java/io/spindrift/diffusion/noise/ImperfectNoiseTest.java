package io.spindrift.diffusion.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.diffusion.NoiseSource;
import io.spindrift.diffusion.noise.BiasDrift.Clock;
import io.spindrift.entropy.KeyedBits;
import io.spindrift.entropy.gaussian.BinomialSum;
import io.spindrift.entropy.gaussian.GaussianMethod;
import io.spindrift.memory.MemoryNoise.Standardisation;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.random.StreamKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImperfectNoiseTest {
  private static final StreamKey KEY = StreamKey.root(8);
  private static final int SIZE = 784;

  private static NoiseSource noise(
      NoiseImperfection imperfection, Standardisation standardisation) {
    return ImperfectNoise.of(
        new KeyedBits(), imperfection, GaussianMethod.BINOMIAL_SUM, standardisation, KEY);
  }

  private static NoiseImperfection imperfect(
      int bits, double p, double rho, double spread, boolean rotated) {
    return NoiseImperfection.ideal(bits)
        .withProbabilityOfOne(p)
        .withCorrelation(rho)
        .withCells(new CellVariation(spread, 0, 0, 512, rotated, StreamKey.root(9)));
  }

  private static float[] block(NoiseSource noise, long image, long step) {
    float[] block = new float[SIZE];
    noise.fill("sampling", image, step, block, 0, SIZE);
    return block;
  }

  @ParameterizedTest
  @EnumSource(GaussianMethod.class)
  void idealBitsGiveWhatTheMethodMakesOfTheSource(GaussianMethod method) {
    int bits = Math.clamp(16, method.leastBits(), method.mostBits());
    NoiseSource noise =
        ImperfectNoise.of(
            new KeyedBits(), NoiseImperfection.ideal(bits), method, Standardisation.FAIR, KEY);
    NoiseSource plain = new KeyedNoise(method.of(new KeyedBits(), bits), KEY);
    assertThat(block(noise, 3, 4)).isEqualTo(block(plain, 3, 4));
    assertThat(noise.name()).isEqualTo(plain.name());
    assertThat(block(noise, 3, 5)).isNotEqualTo(block(noise, 3, 4));
    assertThat(block(noise, 4, 4)).isNotEqualTo(block(noise, 3, 4));
  }

  @ParameterizedTest
  @EnumSource(GaussianMethod.class)
  void everyMethodButTheSoftwareOneShowsTheImperfection(GaussianMethod method) {
    int bits = Math.clamp(16, method.leastBits(), method.mostBits());
    NoiseImperfection biased = NoiseImperfection.ideal(bits).withProbabilityOfOne(0.7);
    NoiseSource noise =
        ImperfectNoise.of(new KeyedBits(), biased, method, Standardisation.FAIR, KEY);
    NoiseSource ideal =
        ImperfectNoise.of(
            new KeyedBits(), NoiseImperfection.ideal(bits), method, Standardisation.FAIR, KEY);
    assertThat(block(noise, 0, 0)).hasSameSizeAs(block(ideal, 0, 0));
    if (method == GaussianMethod.SOFTWARE) {
      assertThat(block(noise, 0, 0)).isEqualTo(block(ideal, 0, 0));
    } else {
      assertThat(block(noise, 0, 0)).isNotEqualTo(block(ideal, 0, 0));
    }
  }

  /**
   * 300 blocks of 784 samples. Blocks are independent, so mean, variance and product of neighbours
   * of a block are samples of their own: each average within 4.5 of its own standard errors, false
   * alarm 2.1e-5 a case.
   */
  @ParameterizedTest
  @CsvSource({
    "4, 0.5, 0, 0, false", "16, 0.55, 0, 0, false", "16, 0.5, 0.5, 0, false",
    "16, 0.6, 0.2, 0, false", "16, 0.5, 0, 0.4, false", "16, 0.5, 0, 0.4, true",
    "64, 0.52, 0.1, 0.2, true", "100, 0.5, 0.3, 1, false"
  })
  void momentsAreThoseOfTheLaw(int bits, double p, double rho, double spread, boolean rotated) {
    NoiseImperfection imperfection = imperfect(bits, p, rho, spread, rotated);
    NoiseSource noise = noise(imperfection, Standardisation.FAIR);
    CountLaw law = CountLaw.atCalibration(imperfection, Standardisation.FAIR);
    CountLaw.Values values = new CountLaw.Values(SIZE);
    double mean = law.mean(values);
    double[] sums = new double[3];
    double[] squares = new double[3];
    int blocks = 300;
    for (int k = 0; k < blocks; k++) {
      float[] block = block(noise, k, 1);
      double[] of = new double[3];
      for (int v = 0; v < SIZE; v++) {
        double d = block[v] - mean;
        of[0] += d / SIZE;
        of[1] += d * d / SIZE;
        of[2] += v + 1 < SIZE ? d * (block[v + 1] - mean) / (SIZE - 1) : 0;
      }
      for (int i = 0; i < 3; i++) {
        sums[i] += of[i] / blocks;
        squares[i] += of[i] * of[i] / blocks;
      }
    }
    double variance = law.variance(values);
    double[] expected = {0, variance, law.lagOneCorrelation(values) * variance};
    for (int i = 0; i < 3; i++) {
      double error = Math.sqrt((squares[i] - sums[i] * sums[i]) / blocks);
      assertThat(Math.abs(sums[i] - expected[i]))
          .as("moment %s: %s against %s, error %s", i, sums[i], expected[i], error)
          .isLessThan(4.5 * error);
    }
  }

  /** Steps 0 to 3 of a drift: mean of 200 blocks within 4.5 standard errors, 2.7e-5 for all. */
  @ParameterizedTest
  @EnumSource(Standardisation.class)
  void theMeanWalksWithTheDrift(Standardisation standardisation) {
    NoiseImperfection imperfection =
        imperfect(16, 0.52, 0.1, 0, false).withDrift(new BiasDrift(0.08, Clock.STEP, 4));
    NoiseSource noise = noise(imperfection, standardisation);
    for (int step = 0; step < 4; step++) {
      CountLaw law = CountLaw.at(imperfection, standardisation, 0, step);
      double sum = 0;
      for (int image = 0; image < 200; image++) {
        for (float x : block(noise, image, step)) {
          sum += x;
        }
      }
      // The sum of all n bits of a block of a chain of correlation rho: inflation (1+rho)/(1-rho).
      double error = Math.sqrt(1.1 / 0.9 / (200.0 * SIZE));
      assertThat(Math.abs(sum / (200.0 * SIZE) - law.mean(0))).isLessThan(4.5 * error);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8})
  void blocksDoNotDependOnThreads(int threads) {
    NoiseSource noise =
        noise(
            imperfect(16, 0.55, 0.2, 0.3, true).withDrift(new BiasDrift(0.1, Clock.IMAGE, 9)),
            Standardisation.CALIBRATED);
    float[][] made = new float[24][];
    try (Workers workers = new Workers(threads)) {
      workers.forEach(24, k -> made[k] = block(noise, k, 2));
    }
    for (int k = 0; k < 24; k++) {
      assertThat(made[k]).isEqualTo(block(noise, k, 2));
    }
  }

  @Test
  void aCalibratedSumUsesTheShareOfItsOwnCells() {
    NoiseImperfection imperfection = imperfect(16, 0.55, 0, 0.5, false);
    NoiseSource noise = noise(imperfection, Standardisation.CALIBRATED);
    double share = CountLaw.atCalibration(imperfection, Standardisation.FAIR).shareOfOnes();
    NoiseSource expected =
        new SynthesisedNoise(
            BinomialSum.calibrated(new KeyedBits(), 16, share),
            new ImperfectBits(new KeyedBits(), imperfection),
            KEY);
    assertThat(block(noise, 1, 1)).isEqualTo(block(expected, 1, 1));
  }

  @Test
  void refusesToCalibrateAMethodOfFixedConstants() {
    assertThatThrownBy(() ->
            ImperfectNoise.of(
                new KeyedBits(),
                NoiseImperfection.ideal(16),
                GaussianMethod.BOX_MULLER,
                Standardisation.CALIBRATED,
                KEY))
        .hasMessage(
            "standardisation must be fair for box-muller, whose constants are fixed, but was"
                + " calibrated");
  }
}
