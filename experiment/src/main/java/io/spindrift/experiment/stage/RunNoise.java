package io.spindrift.experiment.stage;

import io.spindrift.diffusion.NoiseSource;
import io.spindrift.diffusion.noise.BitChance;
import io.spindrift.diffusion.noise.BitSupply;
import io.spindrift.diffusion.noise.ChanceSource;
import io.spindrift.entropy.KeyedBits;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.memory.MemoryNoise;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.random.StreamKey;
import java.util.function.Supplier;

/**
 * One kind of noise in the forms that processes ask for. Nothing is drawn before it is used.
 *
 * @param samples Gaussian samples, for pixels
 * @param training uniform numbers, for bits in training
 * @param sampling uniform numbers, for bits in sampling
 */
public record RunNoise(
    NoiseSource samples, Supplier<ChanceSource> training, Supplier<ChanceSource> sampling) {
  /**
   * The noise of a run.
   *
   * @param array the simulated array, asked for only when it is needed
   * @param ledger where its actions are charged
   * @throws io.spindrift.numerics.UnusableInput when the section noise asks for what cannot be
   */
  public static RunNoise of(
      NoiseKind kind, SpindriftConfig config, Supplier<MemoryNoise> array, Ledger.Stage ledger) {
    StreamKey key = StreamKey.root(config.seed()).purpose(kind.word() + " chance");
    return switch (kind) {
      case HARDWARE -> {
        HardwareNoise noise = HardwareNoise.of(config, array, ledger, kind.key(config));
        HardwareNoise chance = noise.at(key);
        yield new RunNoise(
            noise.noise(),
            () -> chance.numbers(config.noise().training()),
            () -> chance.numbers(config.noise().sampling()));
      }
      case SOFTWARE -> {
        ChanceSource numbers =
            new BitChance(BitSupply.steady(new KeyedBits()), key, ChanceSource.MOST_BITS);
        yield new RunNoise(kind.noise(config, array, ledger), () -> numbers, () -> numbers);
      }
    };
  }

  /** The noise of a bench; what it costs is counted in {@code ledger}. */
  static RunNoise of(NoiseKind kind, Bench bench, Ledger.Stage ledger) {
    return of(kind, bench.config(), bench::noise, ledger);
  }

  /** What the uniform numbers are made of, in a few words. */
  String numbersName() {
    String learning = training.get().name();
    String drawing = sampling.get().name();
    return learning.equals(drawing)
        ? learning
        : "in training " + learning + "; in sampling " + drawing;
  }
}
