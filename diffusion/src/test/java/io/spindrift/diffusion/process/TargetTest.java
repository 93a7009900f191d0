package io.spindrift.diffusion.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TargetTest {
  private static final double[] SIGMAS = {0.002, 0.1, 0.447, 1, 2.5, 80};

  @ParameterizedTest
  @EnumSource(Target.class)
  void theTrueAnswerImpliesTheTrueImage(Target target) {
    for (double sigma : SIGMAS) {
      NoiseLevel level = NoiseLevel.ofSigma(0, sigma);
      double noisy = level.signal() * 0.7 - level.spread() * 1.3;
      double answer = target.of(0.7, -1.3, level.signal(), level.spread());
      assertThat(target.clean(noisy, answer, level.signal(), level.spread()))
          .isCloseTo(0.7, within(1e-9));
    }
  }

  /** A slip of the answer by d moves the implied image by answerWeight d. */
  @ParameterizedTest
  @EnumSource(Target.class)
  void minSnrWeighsTheErrorOfTheImageAlikeForEveryTarget(Target target) {
    for (double sigma : SIGMAS) {
      NoiseLevel level = NoiseLevel.ofSigma(0, sigma);
      double alphaBar = level.signal() * level.signal();
      double snr = 1 / (sigma * sigma);
      double slope = target.answerWeight(level.signal(), level.spread());
      double ofImage = Weighting.MIN_SNR.of(target, alphaBar) / (slope * slope);
      assertThat(ofImage / Math.min(snr, 5)).isCloseTo(1, within(1e-9));
      assertThat(Weighting.UNIFORM.of(target, alphaBar)).isEqualTo(1);
    }
  }

  /**
   * D(y, sigma) = c_skip y + c_out F(c_in y) with sigma_data = 1: c_skip = 1 / (1 + sigma^2), c_out
   * = sigma / sqrt(1 + sigma^2), c_in = 1 / sqrt(1 + sigma^2) (Karras et al., table 1). With x =
   * c_in y the network F answers minus the velocity.
   */
  @Test
  void theVelocityIsTheEdmPreconditioningOfUnitVariance() {
    for (double sigma : SIGMAS) {
      NoiseLevel level = NoiseLevel.ofSigma(0, sigma);
      double y = 1.9;
      double network = -0.6;
      double in = 1 / Math.sqrt(1 + sigma * sigma);
      double edm = y / (1 + sigma * sigma) + sigma * in * network;
      assertThat(Target.VELOCITY.clean(in * y, -network, level.signal(), level.spread()))
          .isCloseTo(edm, within(1e-12));
    }
  }
}
