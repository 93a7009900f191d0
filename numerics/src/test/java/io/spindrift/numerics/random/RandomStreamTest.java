package io.spindrift.numerics.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.testkit.DistributionAssert;
import io.spindrift.testkit.NormalDistribution;
import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Statistical limits are 5 sigma: a false alarm in 1.7 million runs per check. */
class RandomStreamTest {
  @Test
  void outputsAreThoseOfThePublishedReferenceCode() {
    // xoshiro256plusplus.c (Blackman and Vigna) from the state 1, 2, 3, 4; the first two by hand:
    // rotl(1 + 4, 23) + 1 and rotl(7 + 6 2^45, 23) + 7.
    RandomStream stream = new RandomStream(1, 2, 3, 4);
    String[] expected = {
      "41943041",
      "58720359",
      "3588806011781223",
      "3591011842654386",
      "9228616714210784205",
      "9973669472204895162",
      "14011001112246962877",
      "12406186145184390807",
      "15849039046786891736",
      "10450023813501588000"
    };
    for (String word : expected) {
      assertThat(Long.toUnsignedString(stream.nextLong())).isEqualTo(word);
    }
  }

  @Test
  void outputsAreThoseOfTheJdkGeneratorFromTheSameState() {
    RandomGenerator states = StreamKey.root(3).open();
    for (int trial = 0; trial < 20; trial++) {
      long[] state = LongStream.generate(states::nextLong).limit(4).toArray();
      ByteBuffer seed = ByteBuffer.allocate(32);
      LongStream.of(state).forEach(seed::putLong);
      RandomGenerator jdk = RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(seed.array());
      RandomStream ours = new RandomStream(state[0], state[1], state[2], state[3]);
      for (int i = 0; i < 200; i++) {
        assertThat(ours.nextLong()).isEqualTo(jdk.nextLong());
      }
    }
  }

  @Test
  void everyByteOfTheWordsIsUniform() {
    RandomStream stream = StreamKey.root(1).purpose("bytes").open();
    long[][] counts = new long[8][256];
    for (int i = 0; i < 200_000; i++) {
      long word = stream.nextLong();
      for (int b = 0; b < 8; b++) {
        counts[b][(int) (word >>> (8 * b)) & 0xff]++;
      }
    }
    for (long[] count : counts) {
      DistributionAssert.uniform(count, 5);
    }
  }

  @Test
  void doublesAreUniformAndGaussiansAreGaussian() {
    RandomStream stream = StreamKey.root(2).purpose("moments").open();
    double[] uniform = DoubleStream.generate(stream::nextDouble).limit(100_000).toArray();
    double[] gaussian = DoubleStream.generate(stream::nextGaussian).limit(100_000).toArray();
    DistributionAssert.follows(uniform, x -> x, 1e-6);
    DistributionAssert.follows(gaussian, NormalDistribution::cumulative, 1e-6);
    DistributionAssert.variance(gaussian, 1, 5);
    DistributionAssert.variance(uniform, 1.0 / 12, 5);
  }

  @Test
  void streamsOfNeighbouringIndicesAreUncorrelated() {
    StreamKey key = StreamKey.root(4).purpose("neighbours");
    int streams = 100_000;
    double[] products = new double[streams];
    double[] firsts = new double[streams];
    for (int i = 0; i < streams; i++) {
      firsts[i] = key.at(i).open().nextDouble();
      products[i] = (firsts[i] - 0.5) * (key.at(i + 1L).open().nextDouble() - 0.5);
    }
    DistributionAssert.follows(firsts, x -> x, 1e-6);
    DistributionAssert.mean(products, 0, 5);
  }
}
