package io.spindrift.diffusion.metric.quality;

import io.spindrift.diffusion.metric.pairs.TrainingNeighbours;
import org.jspecify.annotations.Nullable;

/**
 * What samples are measured against, collected once for any number of sample sets.
 *
 * @param heldOut images that no network was trained on
 * @param training images that the generator was trained on, with the distances of the held-out
 *     images to them; null when they are not there
 */
public record ReferenceImages(CollectedImages heldOut, @Nullable TrainingNeighbours training) {}
