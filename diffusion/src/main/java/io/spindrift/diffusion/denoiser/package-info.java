/**
 * The ports that a tensor library implements: denoiser networks, their training, feature networks.
 */
package io.spindrift.diffusion.denoiser;
