package io.spindrift.diffusion.metric.pairs;

import io.spindrift.diffusion.metric.Estimate;

/**
 * How near samples lie to training images, against how near held-out images do.
 *
 * @param nearer probability that a sample is nearer to its nearest training image than a held-out
 *     image is to its own, ties counted half; 0.5 without memorisation, 1 when all are copies
 * @param zScore Mann-Whitney score of the sample distances; far below 0 when samples are copies
 * @param nearestOfAll share of samples nearer to a training image than every held-out image
 * @param sampleMedian median distance of samples to their nearest training image
 * @param heldOutMedian median distance of held-out images to theirs
 * @param closestSample the sample that is nearest to a training image
 * @param closestTraining that training image
 * @param closestDistance their distance
 */
public record Memorisation(
    Estimate nearer,
    double zScore,
    Estimate nearestOfAll,
    double sampleMedian,
    double heldOutMedian,
    int closestSample,
    int closestTraining,
    double closestDistance) {}
