package io.spindrift.experiment;

import io.spindrift.experiment.run.Metrics;
import io.spindrift.experiment.run.RunState.Status;
import java.nio.file.Path;

/**
 * What became of a run.
 *
 * @param directory its folder
 * @param status done or stopped
 * @param metrics its numbers so far
 */
public record RunOutcome(Path directory, Status status, Metrics metrics) {}
