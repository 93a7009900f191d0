package io.spindrift.entropy.gaussian;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.entropy.KeyedBits;
import io.spindrift.entropy.coin.KeyedCoin;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.random.StreamKey;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every method promises: its stated law, and blocks that depend on their key alone. */
class StatedGaussianTest {
  /** Of a tree of tuned junctions that are all one part in ten off. */
  private static final TreeCoins OFF =
      new TreeCoins.Tuned("junctions off by a tenth", p -> 0.9 * p);

  static Stream<StatedGaussian> methods() {
    KeyedBits bits = new KeyedBits();
    return Stream.of(
        BinomialSum.fair(bits, 16),
        WeightedBits.of(bits, 5),
        WeightedBits.of(bits, 16),
        WeightedBits.of(bits, 64),
        ProbabilityTree.ofFairBits(bits, 2),
        ProbabilityTree.ofFairBits(bits, 8),
        ProbabilityTree.ofFairBits(bits, 16),
        new ProbabilityTree(OFF, 6),
        new InverseTable(bits, 1),
        new InverseTable(bits, 7),
        new InverseTable(bits, 16),
        new WordBoxMuller(bits, 4),
        new WordBoxMuller(bits, 11),
        new WordBoxMuller(bits, 24),
        new SoftwareGaussian());
  }

  @ParameterizedTest
  @MethodSource("methods")
  void momentsOfSamplesAreThoseOfTheStatedLaw(StatedGaussian source) {
    // 400,000 samples; mean and variance within 4.5 standard errors, false alarm 1.4e-5 a method.
    // Pairs of Box-Muller share a radius, but their squares are uncorrelated up to 1/2^m.
    int count = 400_000;
    float[] samples = new float[count];
    source.fill(StreamKey.root(11), samples, 0, count);
    SampleMoments moments = SampleMoments.of(samples, count);
    StatedLaw law = source.law();
    if (law.excessKurtosis() > -1.999) {
      assertThat(moments.deviation(law)).as(source.name()).isLessThan(4.5);
    }
    assertThat(moments.largest()).isLessThanOrEqualTo((float) law.reachSigma());
    assertThat(Math.abs(moments.mean() - law.mean())).isLessThan(4.5 / Math.sqrt(count));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void samplesFollowTheStatedDistributionFunction(StatedGaussian source) {
    // At most 40,000 samples beside F at 41 points, each count within 4.8 standard errors: false
    // alarm 6e-5 a method by Bonferroni.
    int count = 40_000;
    float[] samples = new float[count];
    source.fill(StreamKey.root(12), samples, 0, count);
    for (int i = -20; i <= 20; i++) {
      double x = 0.2 * i;
      double expected = source.law().cumulative(x);
      double counted = 0;
      for (float sample : samples) {
        counted += sample <= x ? 1 : 0;
      }
      double error = Math.sqrt(Math.max(expected * (1 - expected), 1.0 / count) * count);
      assertThat(Math.abs(counted - count * expected))
          .as("%s at %s", source.name(), x)
          .isLessThanOrEqualTo(4.8 * error);
    }
  }

  @ParameterizedTest
  @EnumSource(GaussianMethod.class)
  void overOtherBitsAMethodIsWhatItWouldHaveBeenMadeOfThem(GaussianMethod method) {
    int bits = Math.clamp(8, method.leastBits(), method.mostBits());
    KeyedCoin other = new KeyedCoin(0.4);
    StatedGaussian moved = method.of(new KeyedBits(), bits).over(other);
    StatedGaussian made = method.of(other, bits);
    float[] samples = new float[1001];
    float[] expected = new float[1001];
    moved.fill(StreamKey.root(14), samples, 0, 1001);
    made.fill(StreamKey.root(14), expected, 0, 1001);
    assertThat(samples).isEqualTo(expected);
    assertThat(moved.name()).isEqualTo(made.name());
    assertThat(moved.law().variance()).isEqualTo(made.law().variance());
  }

  @ParameterizedTest
  @MethodSource("methods")
  void aBlockBeginsEveryLongerOneAndDependsOnNoThread(StatedGaussian source) {
    int whole = 5000;
    float[][] expected = new float[4][whole];
    for (int b = 0; b < expected.length; b++) {
      source.fill(StreamKey.root(3).at(b), expected[b], 0, whole);
      for (int length : new int[] {1, 2, 31, 33, 777, 4097}) {
        float[] shorter = new float[length + 3];
        source.fill(StreamKey.root(3).at(b), shorter, 3, length);
        assertThat(Arrays.copyOfRange(shorter, 3, length + 3))
            .isEqualTo(Arrays.copyOf(expected[b], length));
      }
    }
    for (int threads : new int[] {1, 3}) {
      float[][] drawn = new float[expected.length][whole];
      try (Workers workers = new Workers(threads)) {
        workers.forEach(
            drawn.length, b -> source.fill(StreamKey.root(3).at(b), drawn[b], 0, whole));
      }
      assertThat(drawn).isDeepEqualTo(expected);
    }
  }
}
