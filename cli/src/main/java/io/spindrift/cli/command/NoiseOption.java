package io.spindrift.cli.command;

import io.spindrift.device.Junction;
import io.spindrift.device.MagneticState;
import io.spindrift.device.OperatingPoint;
import io.spindrift.device.spec.DeviceLoader;
import io.spindrift.diffusion.NoiseSource;
import io.spindrift.entropy.CoinPulse;
import io.spindrift.entropy.GaussianSource;
import io.spindrift.entropy.SoftwareGaussian;
import io.spindrift.experiment.config.EntropyConfig;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.memory.MemoryNoise;
import io.spindrift.memory.VcMramArray;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The option that chooses the noise of a training or a sampling. */
final class NoiseOption {
  /** What noise is made of. */
  enum Kind {
    /** Bits of a simulated array of junctions. */
    HARDWARE,
    /** A software generator. */
    SOFTWARE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--noise",
      paramLabel = "hardware|software",
      defaultValue = "hardware",
      description = "What the noise is made of; the default is ${DEFAULT-VALUE}.")
  Kind kind = Kind.HARDWARE;

  /** The noise, equal to that of a run with the same configuration. */
  NoiseSource source(SpindriftConfig config, Workers workers, Progress progress) {
    StreamKey key = StreamKey.root(config.seed()).purpose(kind + " noise");
    GaussianSource samples =
        switch (kind) {
          case HARDWARE -> hardware(config, workers, progress);
          case SOFTWARE -> new SoftwareGaussian();
        };
    return new Blocks(samples, key);
  }

  private static GaussianSource hardware(
      SpindriftConfig config, Workers workers, Progress progress) {
    Junction junction =
        AssembledJunction.of(
            DeviceLoader.load(config.device(), config.deviceOverrides()).spec(),
            config,
            workers,
            progress);
    OperatingPoint point = junction.operatingPoint();
    CoinPulse pulse =
        new CoinPulse(
            MagneticState.PARALLEL,
            point.voltageVolts(),
            point.pulseSeconds(),
            point.temperatureKelvin());
    EntropyConfig entropy = config.entropy();
    return new MemoryNoise(
            VcMramArray.of(junction.switching(), pulse, entropy.rows(), entropy.columns()),
            entropy.xorFold(),
            entropy.bitsPerSample(),
            entropy.standardisation())
        .gaussian(new Ledger().stage("noise"));
  }

  /** One block of samples per (purpose, image, step). */
  private record Blocks(GaussianSource samples, StreamKey key) implements NoiseSource {
    @Override
    public String name() {
      return samples.name();
    }

    @Override
    public void fill(
        String purpose, long image, long step, float[] target, int offset, int length) {
      samples.fill(key.purpose(purpose).at(image, step), target, offset, length);
    }
  }
}
