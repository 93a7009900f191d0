/**
 * The one room that sees the tensor library: denoiser networks, their optimiser, feature networks.
 *
 * <p>{@link io.spindrift.torch.TorchEngine} is the entry; everything else stays inside.
 */
package io.spindrift.torch;
