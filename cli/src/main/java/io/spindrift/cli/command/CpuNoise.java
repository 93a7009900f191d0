package io.spindrift.cli.command;

import io.spindrift.entropy.BitSource;
import io.spindrift.entropy.GaussianSource;
import io.spindrift.entropy.KeyedBits;
import io.spindrift.entropy.gaussian.GaussianMethod;
import io.spindrift.memory.cost.CostFigures;
import io.spindrift.memory.cost.Ground;
import io.spindrift.memory.cost.PriceKind;
import io.spindrift.memory.cost.Technology;
import io.spindrift.numerics.bench.CpuClock;
import io.spindrift.numerics.random.StreamKey;
import java.util.OptionalDouble;
import java.util.function.LongConsumer;

/**
 * How fast one core of this machine makes noise in software.
 *
 * @param bitsPerSecond random bits of the software generator
 * @param samplesPerSecond Gaussian samples
 * @param watts stated power of a core, empty where unknown
 */
record CpuNoise(double bitsPerSecond, double samplesPerSecond, OptionalDouble watts) {
  private static final int WORDS = 1 << 14;
  private static final int SAMPLES = 1 << 12;
  private static final double WARM_UP_SECONDS = 0.7;
  private static final double SECONDS = 0.3;

  /** Measures both on the calling thread. */
  static CpuNoise measured(long seed, OptionalDouble watts) {
    StreamKey key = StreamKey.root(seed).purpose("cost cpu");
    BitSource bits = new KeyedBits();
    long[] words = new long[WORDS];
    GaussianSource gaussian = GaussianMethod.SOFTWARE.of(new KeyedBits(), 32);
    float[] samples = new float[SAMPLES];
    return new CpuNoise(
        64.0 * WORDS * blocksPerSecond(i -> bits.fill(key.at(i), words, 64 * WORDS)),
        SAMPLES * blocksPerSecond(i -> gaussian.fill(key.at(i), samples, 0, SAMPLES)),
        watts);
  }

  private static double blocksPerSecond(LongConsumer block) {
    run(block, WARM_UP_SECONDS);
    return run(block, SECONDS);
  }

  private static double run(LongConsumer block, double seconds) {
    double begin = CpuClock.threadSeconds();
    double spent = 0;
    long blocks = 0;
    while (spent < seconds) {
      for (int i = 0; i < 16; i++) {
        block.accept(blocks++);
      }
      spent = CpuClock.threadSeconds() - begin;
    }
    return blocks / spent;
  }

  /** Joules of one Gaussian sample, empty where the power is unknown. */
  OptionalDouble joulesPerSample() {
    return perSecond(samplesPerSecond);
  }

  private OptionalDouble perSecond(double rate) {
    return watts.isPresent()
        ? OptionalDouble.of(watts.getAsDouble() / rate)
        : OptionalDouble.empty();
  }

  /** The line of this machine in a comparison; its area is unknown. */
  Technology technology() {
    return new Technology(
        "cpu-prng",
        "pseudo-random bits on one core of this machine",
        new CostFigures(
            perSecond(bitsPerSecond), OptionalDouble.empty(), OptionalDouble.of(bitsPerSecond)),
        OptionalDouble.empty(),
        Ground.of(PriceKind.ASSUMED),
        "Rate measured by this command, xoshiro256++ on "
            + Machine.processor()
            + "; "
            + (watts.isPresent()
                ? watts.getAsDouble() + " W a core as stated by --cpu-watts"
                : "power not stated, so its energy is unknown"));
  }
}
