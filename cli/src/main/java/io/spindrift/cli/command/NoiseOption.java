package io.spindrift.cli.command;

import static io.spindrift.cli.command.GivenQuantity.checked;

import io.spindrift.device.Junction;
import io.spindrift.device.spec.DeviceSpec;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.experiment.stage.Apparatus;
import io.spindrift.experiment.stage.DeviceChoice;
import io.spindrift.experiment.stage.NoiseKind;
import io.spindrift.experiment.stage.RunNoise;
import io.spindrift.memory.MemoryNoise;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that chooses the noise of a training or a sampling. */
final class NoiseOption {
  @Option(
      names = "--noise",
      paramLabel = "hardware|software",
      defaultValue = "hardware",
      description = "What the noise is made of; the default is ${DEFAULT-VALUE}.")
  NoiseKind kind = NoiseKind.HARDWARE;

  private @Nullable MemoryNoise array;

  /** The noise, equal to that of a run with the same configuration. */
  RunNoise source(SpindriftConfig config, Workers workers, Progress progress) {
    return RunNoise.of(
        kind, config, () -> array(config, workers, progress), new Ledger().stage("noise"));
  }

  private MemoryNoise array(SpindriftConfig config, Workers workers, Progress progress) {
    MemoryNoise made = array;
    if (made == null) {
      DeviceSpec spec = DeviceChoice.of(config).spec();
      Junction junction = checked(() -> Apparatus.junction(spec, config, workers, progress));
      made = Apparatus.noise(junction, config.entropy());
      array = made;
    }
    return made;
  }
}
