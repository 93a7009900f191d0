/** From noise to images. */
package io.spindrift.diffusion.sampler;
