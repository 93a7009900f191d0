package io.spindrift.diffusion.metric.pairs;

import io.spindrift.diffusion.metric.Estimate;

/**
 * Precision and recall of samples by nearest neighbours.
 *
 * @param precision share of samples that lie within the manifold of the reference images
 * @param recall share of reference images that lie within the manifold of the samples
 * @param neighbours k: a manifold is the union of balls that reach to the k-th nearest neighbour
 */
public record PrecisionRecall(Estimate precision, Estimate recall, int neighbours) {}
