package io.spindrift.diffusion.metric.quality;

import io.spindrift.diffusion.metric.FeatureMatrix;
import org.jspecify.annotations.Nullable;

/**
 * What samples are measured against, collected once for any number of sample sets.
 *
 * @param heldOut images that no network was trained on
 * @param training features of the images that the generator was trained on, null when they are not
 *     there
 */
public record ReferenceImages(CollectedImages heldOut, @Nullable FeatureMatrix training) {}
