package io.spindrift.experiment.config;

import io.spindrift.numerics.document.Declared;

/**
 * How images are judged.
 *
 * @param extractor {@code self} for a classifier that the run trains, or a safetensors file
 * @param extractorSteps training steps of the run's own classifier
 * @param resamples bootstrap resamples of each interval
 */
public record MetricConfig(
    @Declared(
            says = "self for a classifier that the run trains, or a file in safetensors form",
            defaultValue = "self")
        String extractor,
    @Declared(
            says = "Training steps of the run's own classifier",
            defaultValue = "600",
            min = 1,
            max = 1e6)
        int extractorSteps,
    @Declared(
            says = "Bootstrap resamples of each interval",
            defaultValue = "100",
            min = 20,
            max = 10000)
        int resamples) {}
