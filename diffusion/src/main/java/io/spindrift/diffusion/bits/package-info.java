/**
 * Bit-flip diffusion of images on their bit planes, as the memory performs it: law, training,
 * sampling.
 */
package io.spindrift.diffusion.bits;
