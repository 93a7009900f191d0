package io.spindrift.entropy.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.entropy.KeyedBits;
import io.spindrift.entropy.gaussian.BinomialSum;
import io.spindrift.entropy.gaussian.SoftwareGaussian;
import io.spindrift.numerics.random.StreamKey;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class NoiseQualityTest {
  private static final int COUNT = 200_000;

  @Test
  void softwareNoiseIsStandardNormal() {
    // Each figure within 4.5 standard errors; KS: sqrt(N) D > 2.3 once in 20,000.
    NoiseQuality noise = NoiseQuality.of(new SoftwareGaussian(), StreamKey.root(6), COUNT, null);
    double error = 1 / Math.sqrt(COUNT);
    assertThat(Math.abs(noise.mean())).isLessThan(4.5 * error);
    assertThat(Math.abs(noise.variance() - 1)).isLessThan(4.5 * Math.sqrt(2) * error);
    assertThat(Math.abs(noise.skewness())).isLessThan(4.5 * Math.sqrt(6) * error);
    assertThat(Math.abs(noise.excessKurtosis())).isLessThan(4.5 * Math.sqrt(24) * error);
    assertThat(Math.abs(noise.lagOneAutocorrelation())).isLessThan(4.5 * error);
    assertThat(noise.kolmogorovSmirnov()).isLessThan(2.3 * error);
    double tail = noise.normalBeyondThreeSigma();
    assertThat(tail).isCloseTo(0.002699796, within(1e-9));
    assertThat(Math.abs(noise.beyondThreeSigma() - tail)).isLessThan(4.5 * Math.sqrt(tail) * error);
    assertThat(noise.reachSigma()).isInfinite();
    assertThat(noise.ideal()).isNull();
  }

  @Test
  void aBitSumIsAsFarFromTheNormalAsItsLattice() {
    BinomialSum sum = BinomialSum.fair(new KeyedBits(), 16);
    NoiseQuality noise = NoiseQuality.of(sum, StreamKey.root(6), COUNT, sum.lattice());
    NoiseQuality.Ideal ideal = Objects.requireNonNull(noise.ideal());
    double error = 1 / Math.sqrt(COUNT);
    assertThat(noise.kolmogorovSmirnov()).isCloseTo(ideal.kolmogorovSmirnov(), within(2.3 * error));
    assertThat(noise.excessKurtosis()).isCloseTo(-0.125, within(4.5 * Math.sqrt(24) * error));
    assertThat(noise.largestMagnitude()).isLessThanOrEqualTo(noise.reachSigma()).isGreaterThan(3.4);
    assertThat(noise.reachSigma()).isEqualTo(4);
  }

  @Test
  void momentsOfAHandMadeSampleAreExact() {
    // 1, -1 alternating, 8 samples: mean 0, variance 8/7, kurtosis 1 - 3, lag-one -7/8.
    float[] samples = {1, -1, 1, -1, 1, -1, 1, -1};
    NoiseQuality noise = NoiseQuality.of("hand", samples, 1, null);
    assertThat(noise.mean()).isZero();
    assertThat(noise.variance()).isCloseTo(8.0 / 7, within(1e-15));
    assertThat(noise.skewness()).isZero();
    assertThat(noise.excessKurtosis()).isEqualTo(-2);
    assertThat(noise.lagOneAutocorrelation()).isEqualTo(-7.0 / 8);
    // F jumps to 1/2 at -1, where Phi(-1) = 0.158655.
    assertThat(noise.kolmogorovSmirnov()).isCloseTo(0.5 - 0.15865525393, within(1e-10));
  }

  @Test
  void samplesThatAreNoneAreRefused() {
    assertThatThrownBy(() -> NoiseQuality.of("flat", new float[20], 1, null))
        .hasMessageContaining("variance of the samples must be positive");
    float[] broken = new float[20];
    broken[3] = Float.NaN;
    assertThatThrownBy(() -> NoiseQuality.of("broken", broken, 1, null))
        .hasMessageContaining("sample must be finite");
  }
}
