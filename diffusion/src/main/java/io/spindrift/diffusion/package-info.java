/** Image sets, noise schedules, the denoiser port, training, samplers and image metrics. */
package io.spindrift.diffusion;
