package io.spindrift.experiment.config;

import io.spindrift.numerics.document.Declared;
import java.util.Optional;

/**
 * What is learnt.
 *
 * @param set {@code strokes} for digits drawn at run time, or a path
 * @param trainCount images to train on
 * @param heldOutCount images kept for the metric
 * @param pixels how pixels become numbers; measured on the images when absent
 */
public record ImagesConfig(
    @Declared(
            says = "strokes for digits drawn at run time, or a path to images",
            defaultValue = "strokes")
        String set,
    @Declared(says = "Images to train on", defaultValue = "20000", min = 16, max = 1e7)
        int trainCount,
    @Declared(says = "Images kept for the metric", defaultValue = "2000", min = 16, max = 1e6)
        int heldOutCount,
    @Declared(
            says =
                "How pixels become numbers, as a checkpoint keeps it; when absent, all pixels of"
                    + " the first images are brought to mean 0 and variance 1")
        Optional<PixelsConfig> pixels) {}
