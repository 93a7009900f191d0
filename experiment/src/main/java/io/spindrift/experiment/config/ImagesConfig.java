package io.spindrift.experiment.config;

import io.spindrift.numerics.document.Declared;

/**
 * What is learnt.
 *
 * @param set {@code strokes} for digits drawn at run time, or a path
 * @param trainCount images to train on
 * @param heldOutCount images kept for the metric
 */
public record ImagesConfig(
    @Declared(
            says = "strokes for digits drawn at run time, or a path to images",
            defaultValue = "strokes")
        String set,
    @Declared(says = "Images to train on", defaultValue = "20000", min = 16, max = 1e7)
        int trainCount,
    @Declared(says = "Images kept for the metric", defaultValue = "2000", min = 16, max = 1e6)
        int heldOutCount) {}
