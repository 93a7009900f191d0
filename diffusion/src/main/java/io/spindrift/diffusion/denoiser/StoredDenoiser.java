package io.spindrift.diffusion.denoiser;

/**
 * What a checkpoint says of itself.
 *
 * @param spec architecture
 * @param configuration text that the training was begun with, empty when there was none
 * @param steps optimiser steps behind the weights
 * @param continuable whether it holds the state of the optimiser, so that the training can go on
 */
public record StoredDenoiser(
    DenoiserSpec spec, String configuration, long steps, boolean continuable) {}
