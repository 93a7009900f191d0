package io.spindrift.experiment.stage;

import io.spindrift.diffusion.NoiseSource;
import io.spindrift.diffusion.noise.BitChance;
import io.spindrift.diffusion.noise.BitSupply;
import io.spindrift.diffusion.noise.ChanceSource;
import io.spindrift.diffusion.noise.ImperfectBits;
import io.spindrift.diffusion.noise.ImperfectNoise;
import io.spindrift.diffusion.noise.KeyedNoise;
import io.spindrift.diffusion.noise.NoiseByPurpose;
import io.spindrift.diffusion.noise.NoiseImperfection;
import io.spindrift.entropy.BitSource;
import io.spindrift.entropy.KeyedBits;
import io.spindrift.entropy.gaussian.GaussianMethod;
import io.spindrift.entropy.recorded.BitOrder;
import io.spindrift.entropy.recorded.RecordedBits;
import io.spindrift.entropy.system.SystemBits;
import io.spindrift.experiment.config.EntropyConfig;
import io.spindrift.experiment.config.ImperfectionConfig;
import io.spindrift.experiment.config.NoiseConfig;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.memory.MemoryNoise;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.random.StreamKey;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The noise that the section noise of a configuration describes.
 *
 * <p>An array without imperfections counts its bits with constants for its own share of ones when
 * they are calibrated. With an imperfection added, the bits that it is added to are taken to be
 * fair.
 *
 * @param config the configuration
 * @param array the simulated array, asked for only when its bits are used
 * @param ledger where actions are charged
 * @param key root of all blocks
 * @param recorded the bits of a file, where the configuration names one
 */
record HardwareNoise(
    SpindriftConfig config,
    Supplier<MemoryNoise> array,
    Ledger.Stage ledger,
    StreamKey key,
    Optional<RecordedBits> recorded) {
  /**
   * Noise whose file of recorded bits, if it has one, is opened here, once for all uses.
   *
   * @throws UnusableInput when there is no such file
   */
  static HardwareNoise of(
      SpindriftConfig config, Supplier<MemoryNoise> array, Ledger.Stage ledger, StreamKey key) {
    Optional<RecordedBits> recorded =
        config
            .noise()
            .recorded()
            .map(file -> RecordedBits.read(Path.of(file), BitOrder.MOST_SIGNIFICANT_FIRST));
    return new HardwareNoise(config, array, ledger, key, recorded);
  }

  /** The same noise with another root of all blocks. */
  HardwareNoise at(StreamKey other) {
    return new HardwareNoise(config, array, ledger, other, recorded);
  }

  /**
   * The noise of training and of sampling.
   *
   * @throws UnusableInput when the method cannot do what it is asked for
   */
  NoiseSource noise() {
    NoiseConfig noise = config.noise();
    try {
      NoiseSource training = with(noise.training());
      return noise.training().equals(noise.sampling())
          ? training
          : new NoiseByPurpose(training, with(noise.sampling()));
    } catch (IllegalArgumentException refusal) {
      throw new UnusableInput("noise: " + refusal.getMessage(), refusal);
    }
  }

  /**
   * Uniform numbers of as many bits as a Gaussian sample, but 32 at most, with the same things
   * wrong with them.
   */
  ChanceSource numbers(ImperfectionConfig asked) {
    NoiseImperfection imperfection = asked.of(config.entropy());
    int digits = Math.min(ChanceSource.MOST_BITS, imperfection.bitsPerSample());
    BitSupply supply =
        imperfection.isIdeal() ? BitSupply.steady(bits()) : new ImperfectBits(bits(), imperfection);
    return new BitChance(supply, key, digits);
  }

  private NoiseSource with(ImperfectionConfig asked) {
    NoiseImperfection imperfection = asked.of(config.entropy());
    NoiseConfig noise = config.noise();
    if (noise.bits() == NoiseConfig.Bits.ARRAY
        && noise.method() == GaussianMethod.BINOMIAL_SUM
        && imperfection.isIdeal()) {
      return new KeyedNoise(counting(imperfection.bitsPerSample()).gaussian(ledger), key);
    }
    NoiseSource made =
        ImperfectNoise.of(
            bits(), imperfection, noise.method(), config.entropy().standardisation(), key);
    return new CountedNoise(made, imperfection.bitsPerSample(), ledger);
  }

  private MemoryNoise counting(int bitsPerSample) {
    MemoryNoise made = array.get();
    return new MemoryNoise(
        made.array(), made.inputsPerBit(), bitsPerSample, made.standardisation());
  }

  private BitSource bits() {
    EntropyConfig entropy = config.entropy();
    return switch (config.noise().bits()) {
      case ARRAY -> array.get().bits(ledger);
      case COIN -> new CountedCoin(new KeyedBits(), entropy.columns(), ledger);
      case SYSTEM -> new SystemBits();
      case RECORDED -> recorded.orElseThrow();
    };
  }
}
