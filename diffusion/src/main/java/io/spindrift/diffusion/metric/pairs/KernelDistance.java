package io.spindrift.diffusion.metric.pairs;

import io.spindrift.diffusion.metric.Estimate;

/**
 * The kernel distance (KID) of two image sets.
 *
 * @param complete unbiased estimate over all pairs of images, with its interval; may be negative
 * @param subsets number of subsets
 * @param subsetSize images of either set in a subset
 * @param subsetMean mean of the estimate over the subsets, as usually published
 * @param subsetDeviation its standard deviation over the subsets
 */
public record KernelDistance(
    Estimate complete, int subsets, int subsetSize, double subsetMean, double subsetDeviation) {}
