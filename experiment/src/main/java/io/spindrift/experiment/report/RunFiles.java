package io.spindrift.experiment.report;

import io.spindrift.experiment.run.Metrics;
import io.spindrift.experiment.run.RunDirectory;
import io.spindrift.experiment.run.RunState;
import io.spindrift.experiment.run.Table;
import java.util.Optional;

/**
 * What a report is made of: the files of a run and nothing else.
 *
 * @param directory the run directory
 * @param state where the run stands
 * @param metrics its numbers
 */
record RunFiles(RunDirectory directory, RunState state, Metrics metrics) {
  /** The feature network of a run that trained one. */
  static final String EXTRACTOR = "extractor.safetensors";

  static RunFiles of(RunDirectory directory) {
    return new RunFiles(directory, directory.state(), directory.metrics());
  }

  Optional<Table> table(String name) {
    return directory.table(name);
  }

  Optional<byte[]> image(String name) {
    return directory.bytes("images/" + name + ".png");
  }
}
