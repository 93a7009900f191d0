package io.spindrift.experiment.stage;

import io.spindrift.diffusion.denoiser.TensorEngine;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.experiment.run.Metrics;
import io.spindrift.experiment.run.RunDirectory;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;

/**
 * What a stage works with.
 *
 * @param config the resolved configuration
 * @param directory where results go
 * @param bench the apparatus that stages share
 * @param engine the tensor library
 * @param workers threads
 * @param progress where work reports how far it is
 * @param metrics what earlier stages found
 */
public record StageContext(
    SpindriftConfig config,
    RunDirectory directory,
    Bench bench,
    TensorEngine engine,
    Workers workers,
    Progress progress,
    Metrics metrics) {}
