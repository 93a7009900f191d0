package io.spindrift.experiment.stage;

import io.spindrift.diffusion.NoiseSource;
import io.spindrift.diffusion.noise.KeyedNoise;
import io.spindrift.entropy.gaussian.SoftwareGaussian;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.memory.MemoryNoise;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.random.StreamKey;
import java.util.Locale;
import java.util.function.Supplier;

/** The two kinds of noise that a run compares. */
public enum NoiseKind {
  /** Noise made of the bits that the section noise names, every action counted. */
  HARDWARE,
  /** Noise of a software generator, the reference. */
  SOFTWARE;

  /** The word that names files, columns and options. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The noise of a run.
   *
   * @param config the run's configuration, whose section noise says what hardware noise is
   * @param array the simulated array, asked for only when its bits are needed
   * @param ledger where its actions are charged
   * @throws io.spindrift.numerics.UnusableInput when the section noise asks for what cannot be
   */
  public NoiseSource noise(
      SpindriftConfig config, Supplier<MemoryNoise> array, Ledger.Stage ledger) {
    return switch (this) {
      case HARDWARE -> HardwareNoise.of(config, array, ledger, key(config)).noise();
      case SOFTWARE -> new KeyedNoise(new SoftwareGaussian(), key(config));
    };
  }

  /** Root of all blocks of Gaussian samples. */
  StreamKey key(SpindriftConfig config) {
    return StreamKey.root(config.seed()).purpose(word() + " noise");
  }

  /** The noise; what it costs is counted in {@code ledger}. */
  NoiseSource noise(Bench bench, Ledger.Stage ledger) {
    return noise(bench.config(), bench::noise, ledger);
  }

  @Override
  public String toString() {
    return word();
  }
}
