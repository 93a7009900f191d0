package io.spindrift.diffusion.metric.quality;

import io.spindrift.diffusion.metric.Estimate;

/**
 * The Frechet distance of the samples of one class to the reference images of that class.
 *
 * @param label the class
 * @param samples samples of the class
 * @param reference reference images of the class
 * @param fid distance with its interval
 */
public record ClassDistance(int label, int samples, int reference, Estimate fid) {}
