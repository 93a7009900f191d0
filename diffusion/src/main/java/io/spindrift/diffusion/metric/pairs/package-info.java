/** Metrics that look at pairs of images: kernel distance, nearest neighbours. */
package io.spindrift.diffusion.metric.pairs;
