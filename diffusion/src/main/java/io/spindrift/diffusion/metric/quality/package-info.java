/** Every metric of a set of samples against reference images in one measurement. */
package io.spindrift.diffusion.metric.quality;
