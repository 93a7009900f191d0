package io.spindrift.experiment.config;

import io.spindrift.numerics.document.Declared;

/**
 * How images are judged.
 *
 * @param extractor {@code self}, the name of a feature network or a file
 * @param extractorSteps training steps of the run's own classifier
 */
public record MetricConfig(
    @Declared(
            says =
                "self for a classifier that the run trains, a safetensors or ONNX file, or the name"
                    + " of one beside the images",
            defaultValue = "self")
        String extractor,
    @Declared(
            says = "Training steps of the run's own classifier",
            defaultValue = "600",
            min = 1,
            max = 1e6)
        int extractorSteps) {}
