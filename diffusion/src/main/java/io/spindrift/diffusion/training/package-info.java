/** Training of a denoiser: keyed batches, noise prepared ahead, checkpoints, the loss series. */
package io.spindrift.diffusion.training;
