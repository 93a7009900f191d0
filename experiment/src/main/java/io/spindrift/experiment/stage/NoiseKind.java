package io.spindrift.experiment.stage;

import io.spindrift.diffusion.NoiseSource;
import io.spindrift.entropy.GaussianSource;
import io.spindrift.entropy.gaussian.SoftwareGaussian;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.random.StreamKey;
import java.util.Locale;
import java.util.function.Supplier;

/** The two kinds of noise that a run compares. */
public enum NoiseKind {
  /** Noise drawn by the simulated array, every action counted. */
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
   * @param root root of the run's chance
   * @param array samples of the array, asked for only when they are needed
   */
  public NoiseSource noise(StreamKey root, Supplier<GaussianSource> array) {
    GaussianSource samples =
        switch (this) {
          case HARDWARE -> array.get();
          case SOFTWARE -> new SoftwareGaussian();
        };
    return new KeyedNoise(samples, root.purpose(word() + " noise"));
  }

  /** The noise; what it costs is counted in {@code ledger}. */
  NoiseSource noise(Bench bench, Ledger.Stage ledger) {
    return noise(bench.key(), () -> bench.noise().gaussian(ledger));
  }

  @Override
  public String toString() {
    return word();
  }
}
