package io.spindrift.memory.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.testkit.DistributionAssert;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConverterTest {
  @Test
  void theNearestLevelIsTakenAndTheUpperOfTwo() {
    Converter converter = Converter.counts(2, 0, 6); // levels 0, 2, 4, 6
    assertThat(converter.step()).isEqualTo(2);
    assertThat(converter.highest()).isEqualTo(6);
    double[] values = {-9, -1, 0, 0.999, 1, 2.999, 3, 4.9, 5, 7, 1e9};
    int[] codes = {0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 3};
    assertThat(Arrays.stream(values).mapToInt(converter::code).toArray()).isEqualTo(codes);
    assertThat(Arrays.stream(codes).mapToDouble(converter::level).toArray())
        .isEqualTo(new double[] {0, 0, 0, 0, 2, 2, 4, 4, 6, 6, 6});
  }

  @Test
  void enoughCodesHaveALevelOnEveryCount() {
    Converter counts = Converter.counts(4, 3, 17);
    Converter signed = Converter.signedCounts(5, 15);
    for (int n = -15; n <= 17; n++) {
      assertThat(counts.quantise(n)).isEqualTo(Math.max(3, n));
      assertThat(signed.quantise(n)).isEqualTo(Math.min(15, n));
    }
    assertThat(Converter.counts(4, 3, 19).step()).isGreaterThan(1);
    assertThat(Converter.signedCounts(5, 16).step()).isEqualTo(16 / 15.0);
  }

  @Test
  void aSignedConverterHasZeroAndBothEnds() {
    for (int bits = 2; bits <= 10; bits++) {
      Converter converter = Converter.signedCounts(bits, 1000);
      assertThat(converter.quantise(0)).isZero();
      assertThat(converter.quantise(1000)).isCloseTo(1000, within(1e-9));
      assertThat(converter.quantise(-1000)).isCloseTo(-1000, within(1e-9));
      assertThat(converter.steps()).isEqualTo(1L << bits);
    }
  }

  /** A million values; each variance within 4 sigma, false alarm 6.3e-5. */
  @Test
  void valuesThatFillManyStepsAreOffByAUniformError() {
    Converter converter = Converter.signedCounts(6, 310);
    RandomStream random = StreamKey.root(1).purpose("uniform").open();
    double[] errors = new double[1_000_000];
    Arrays.setAll(
        errors,
        i -> {
          double value = 600 * (random.nextDouble() - 0.5);
          return converter.quantise(value) - value;
        });
    DistributionAssert.mean(errors, 0, 4);
    DistributionAssert.variance(errors, converter.quantisationVariance(), 4);
    double half = converter.step() / 2;
    assertThat(Arrays.stream(errors).map(Math::abs).max().orElseThrow()).isLessThanOrEqualTo(half);
  }

  /** 400,000 values a case; mean and variance within 4 sigma, false alarm 6.3e-5 each. */
  @ParameterizedTest
  @CsvSource({
    "3, 0.2, 10.3",
    "3, 2, -4",
    "4, 0.05, 0.5",
    "4, 0.6, 7",
    "5, 1.4, 15.9",
    "3, 9, 21",
    "6, 0.3, 2"
  })
  void theErrorOfAFixedSignalIsThatOfTheEnumeration(int bits, double sigma, double signal) {
    Converter converter = Converter.signedCounts(bits, 16);
    ConversionError expected = ConversionError.of(converter, signal, sigma);
    RandomStream random = StreamKey.root(2).purpose("fixed signal").at(bits).open();
    double[] errors = new double[400_000];
    Arrays.setAll(errors, i -> converter.quantise(signal + sigma * random.nextGaussian()) - signal);
    DistributionAssert.mean(errors, expected.bias(), 4);
    DistributionAssert.variance(errors, expected.variance(), 4);
    double h = 1e-5;
    double slope =
        (ConversionError.of(converter, signal + h, sigma).bias()
                - ConversionError.of(converter, signal - h, sigma).bias())
            / (2 * h);
    assertThat(expected.gain()).isCloseTo(1 + slope, within(1e-5));
  }

  @Test
  void roundingRemovesASmallErrorAndALargeOneGainsTheUniformVariance() {
    Converter converter = Converter.signedCounts(8, 127);
    assertThat(ConversionError.of(converter, 5, 0.05).meanSquare()).isLessThan(1e-20);
    ConversionError wide = ConversionError.of(converter, 5, 1.5);
    assertThat(wide.meanSquare()).isCloseTo(1.5 * 1.5 + 1 / 12.0, within(1e-9));
    assertThat(wide.gain()).isCloseTo(1, within(1e-9));
    assertThat(ConversionError.of(converter, 5, 0).meanSquare()).isZero();
  }

  @Test
  void signalsBeyondTheRangeAreClipped() {
    ConversionError clipped = ConversionError.of(Converter.signedCounts(4, 7), 20, 0.1);
    assertThat(clipped.bias()).isEqualTo(-13);
    assertThat(clipped.variance()).isZero();
    assertThat(clipped.gain()).isZero();
  }

  @Test
  void impossibleConvertersAreRefused() {
    assertThatThrownBy(() -> Converter.counts(0, 0, 1)).hasMessageContaining("between 1 and 24");
    assertThatThrownBy(() -> Converter.signedCounts(1, 1)).hasMessageContaining("between 2 and");
    assertThatThrownBy(() -> new Converter(3, 0, 1, 9)).hasMessageContaining("levels");
    assertThatThrownBy(() -> Converter.counts(4, 3, 3)).hasMessageContaining("range");
    assertThatThrownBy(() -> Converter.signedCounts(4, Double.NaN)).hasMessageContaining("reach");
  }
}
