package io.spindrift.experiment.stage;

import io.spindrift.diffusion.NoiseSource;
import io.spindrift.entropy.SoftwareGaussian;
import io.spindrift.memory.ledger.Ledger;
import java.util.Locale;

/** The two kinds of noise that a run compares. */
enum NoiseKind {
  /** Noise drawn by the simulated array, every action counted. */
  HARDWARE,
  /** Noise of a software generator, the reference. */
  SOFTWARE;

  /** The word that names files and columns. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The noise; what it costs is counted in {@code ledger}. */
  NoiseSource noise(Bench bench, Ledger.Stage ledger) {
    return switch (this) {
      case HARDWARE ->
          new KeyedNoise(bench.noise().gaussian(ledger), bench.key().purpose("hardware noise"));
      case SOFTWARE ->
          new KeyedNoise(new SoftwareGaussian(), bench.key().purpose("software noise"));
    };
  }
}
