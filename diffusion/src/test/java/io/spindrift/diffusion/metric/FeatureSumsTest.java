package io.spindrift.diffusion.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.diffusion.image.StrokesImageSet;
import io.spindrift.numerics.NumericalFailure;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FeatureSumsTest {
  private final StreamKey key = StreamKey.root(17);

  @Test
  void meanAndCovarianceAreThoseOfTheDefinitionAlsoFarFromZero() {
    int images = 333;
    int features = 5;
    float[] rows = new float[images * features];
    RandomStream random = key.open();
    for (int i = 0; i < rows.length; i++) {
      rows[i] = 10_000 + (float) random.nextGaussian() * (1 + i % features);
    }
    FeatureSums sums = new FeatureSums(features, key);
    sums.add(rows, images);
    FeatureStatistics statistics = sums.statistics();
    for (int a = 0; a < features; a++) {
      for (int b = 0; b < features; b++) {
        double covariance = 0;
        for (int i = 0; i < images; i++) {
          covariance +=
              (rows[i * features + a] - statistics.mean()[a])
                  * (rows[i * features + b] - statistics.mean()[b]);
        }
        assertThat(statistics.covariance()[a * features + b])
            .isCloseTo(covariance / (images - 1), within(1e-9));
      }
    }
  }

  @Test
  void batchesDoNotChangeAnyBit() {
    float[] rows = new float[250 * 3];
    RandomStream random = key.open();
    for (int i = 0; i < rows.length; i++) {
      rows[i] = random.nextFloat();
    }
    FeatureSums whole = new FeatureSums(3, key);
    whole.add(rows, 250);
    FeatureSums single = new FeatureSums(3, key);
    for (int i = 0; i < 250; i++) {
      single.add(Arrays.copyOfRange(rows, 3 * i, 3 * i + 3), 1);
    }
    assertThat(single.statistics().covariance()).isEqualTo(whole.statistics().covariance());
    FeatureSums other = FrechetDistanceTest.sample(5, 90, 3, 2);
    assertThat(FrechetInterval.of(single, other, key, 20, 0.9))
        .isEqualTo(FrechetInterval.of(whole, other, key, 20, 0.9));
  }

  @Test
  void tooFewImagesAndFeaturesThatAreNoNumbersAreRefused() {
    FeatureSums sums = new FeatureSums(2, key);
    sums.add(new float[] {1, 2}, 1);
    assertThatThrownBy(sums::statistics)
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("at least 2 images");
    assertThatThrownBy(() -> sums.add(new float[] {1, Float.NaN}, 1))
        .isInstanceOf(NumericalFailure.class)
        .hasMessageContaining("feature 1 of image 1");
  }

  @Test
  void theIntervalCoversTheMeanOfTheEstimateAboutAsOftenAsItSays() {
    // 120 trials of two sets of 400 images with 4 features, the second shifted by 0.3 and wider.
    int trials = 120;
    FrechetInterval[] intervals = new FrechetInterval[trials];
    double mean = 0;
    for (int trial = 0; trial < trials; trial++) {
      FeatureSums a = shifted(2L * trial, 400, 0, 1);
      FeatureSums b = shifted(2L * trial + 1, 400, 0.3, 1.2);
      intervals[trial] = FrechetInterval.of(a, b, key.at(trial), 120, 0.95);
      mean += intervals[trial].value() / trials;
    }
    int covered = 0;
    for (FrechetInterval interval : intervals) {
      assertThat(interval.low()).isBetween(0.0, interval.value());
      assertThat(interval.high()).isGreaterThanOrEqualTo(interval.value());
      covered += interval.low() <= mean && mean <= interval.high() ? 1 : 0;
    }
    // Were the coverage 95 %, fewer than 102 of 120 had a probability of 2e-5.
    assertThat(covered).isBetween(102, 120);
  }

  @Test
  void theIntervalNarrowsAsTheRootOfTheNumberOfImages() {
    FrechetInterval few = FrechetInterval.of(shifted(1, 500, 0, 1), shifted(2, 500, 0.5, 1), key);
    FrechetInterval many =
        FrechetInterval.of(shifted(1, 8000, 0, 1), shifted(2, 8000, 0.5, 1), key);
    double ratio = (few.high() - few.low()) / (many.high() - many.low());
    // 4 expected; each width has a relative error of about 8 % (200 replicates) and 7 % (groups).
    assertThat(ratio).isBetween(2.4, 6.5);
  }

  @Test
  void theIntervalOfEqualDistributionsIsHardlyWiderThanTheScatterOfTheEstimate() {
    // 24 features and 30 trials: the spread of the values is known to 13 %.
    int trials = 30;
    double[] values = new double[trials];
    double width = 0;
    for (int trial = 0; trial < trials; trial++) {
      FeatureSums a = FrechetDistanceTest.sample(300 + trial, 1000, 24, 1);
      FeatureSums b = FrechetDistanceTest.sample(400 + trial, 1000, 24, 1);
      FrechetInterval interval = FrechetInterval.of(a, b, key.at(trial), 50, 0.9);
      values[trial] = interval.value();
      width += (interval.high() - interval.low()) / trials;
    }
    double mean = Arrays.stream(values).average().orElseThrow();
    double variance = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (trials - 1);
    // An interval of 90 % of a normal estimate is 3.29 deviations wide; 1.7 times that is expected.
    assertThat(width / (3.29 * Math.sqrt(variance))).isBetween(1.0, 2.6);
  }

  /** Images that come class after class in turn, as many classes as groups. */
  @Test
  void aCycleOfClassesDoesNotLineUpWithTheGroups() {
    FeatureSums cycle = new FeatureSums(1, key);
    FeatureSums mixed = new FeatureSums(1, key);
    RandomStream random = key.purpose("mixed").open();
    for (int i = 0; i < 2000; i++) {
      cycle.add(new float[] {i % 100}, 1);
      mixed.add(new float[] {random.nextInt(100)}, 1);
    }
    FeatureSums other = FrechetDistanceTest.sample(1, 2000, 1, 20);
    FrechetInterval ofCycle = FrechetInterval.of(cycle, other, key);
    FrechetInterval ofMixed = FrechetInterval.of(mixed, other, key);
    double ratio = (ofCycle.high() - ofCycle.low()) / (ofMixed.high() - ofMixed.low());
    assertThat(ratio).isBetween(0.7, 1.4);
  }

  private FeatureSums shifted(long seed, int images, double shift, double deviation) {
    RandomStream random = key.purpose("sets").at(seed).open();
    float[] rows = new float[images * 4];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) (shift + deviation * random.nextGaussian());
    }
    FeatureSums sums = new FeatureSums(4, key.at(seed));
    sums.add(rows, images);
    return sums;
  }

  /** Features that are the ink of four bands of the image. */
  private static final class InkOfBands implements FeatureExtractor {
    @Override
    public String name() {
      return "ink-of-bands";
    }

    @Override
    public int features() {
      return 4;
    }

    @Override
    public void extract(byte[] pixels, ImageShape shape, int batch, float[] target) {
      int band = shape.size() / 4;
      for (int i = 0; i < batch * 4; i++) {
        float ink = 0;
        for (int p = i * band; p < (i + 1) * band; p++) {
          ink += Byte.toUnsignedInt(pixels[p]) / 255f;
        }
        target[i] = ink;
      }
    }

    @Override
    public void close() {}
  }

  @Test
  void aMeasurementDoesNotDependOnTheBatchAndNamesItsExtractor() {
    ImageSet a = new StrokesImageSet(StreamKey.root(1), 130);
    ImageSet b = new StrokesImageSet(StreamKey.root(2), 150);
    FidResult result = new FidMeasurement(new InkOfBands(), key, 64).between(a, b, Progress.NONE);
    assertThat(result)
        .isEqualTo(new FidMeasurement(new InkOfBands(), key, 7).between(a, b, Progress.NONE));
    assertThat(result.extractor()).isEqualTo("ink-of-bands");
    assertThat(result.countA()).isEqualTo(130);
    assertThat(result.countB()).isEqualTo(150);
    assertThat(result.value()).isPositive();
    assertThat(result.warnings()).isEmpty();
  }

  @Test
  void fewImagesAreWarnedAboutAndOneIsRefused() {
    FidMeasurement measurement = new FidMeasurement(new InkOfBands(), key, 64);
    ImageSet three = new StrokesImageSet(StreamKey.root(1), 3);
    FidResult result = measurement.between(three, three, Progress.NONE);
    assertThat(result.value()).isLessThan(1e-9);
    assertThat(result.warnings())
        .hasSize(2)
        .anyMatch(note -> note.startsWith("only 3 images for 4 features"))
        .anyMatch(note -> note.startsWith("the interval of FID needs at least 4 images"));
    ImageSet many = new StrokesImageSet(StreamKey.root(2), 40);
    assertThat(measurement.between(many, three, Progress.NONE).warnings())
        .isEqualTo(result.warnings());
    FeatureSums sums = measurement.collect(many, Progress.NONE);
    FeatureStatistics kept = measurement.collect(three, Progress.NONE).statistics();
    assertThat(measurement.between(sums, kept).warnings())
        .singleElement()
        .asString()
        .startsWith("only 3 images for 4 features");
    FeatureStatistics unknown =
        new FeatureStatistics(FeatureStatistics.UNKNOWN_COUNT, kept.mean(), kept.covariance());
    assertThat(measurement.between(sums, unknown).warnings()).isEmpty();
    ImageSet one = new StrokesImageSet(StreamKey.root(1), 1);
    assertThatThrownBy(() -> measurement.between(three, one, Progress.NONE))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("at least 2");
  }
}
