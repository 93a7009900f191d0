package io.spindrift.experiment.config;

import io.spindrift.numerics.document.Declared;

/**
 * How the denoiser is trained.
 *
 * @param steps optimiser steps
 * @param batch images per step
 * @param learningRate peak learning rate
 * @param warmupSteps steps over which the rate rises
 * @param weightDecay decoupled weight decay
 * @param clipNorm largest norm of the gradient
 * @param averageDecay decay of the average of the weights
 * @param labelDropout share of images whose class is left out
 * @param checkpointSteps steps between checkpoints
 * @param precision arithmetic of the tensor library
 */
public record TrainingConfig(
    @Declared(says = "Optimiser steps of each training", defaultValue = "1500", min = 1, max = 1e7)
        int steps,
    @Declared(says = "Images per step", defaultValue = "64", min = 1, max = 4096) int batch,
    @Declared(
            says = "Peak learning rate",
            defaultValue = "0.002",
            min = 0,
            minExclusive = true,
            max = 1)
        double learningRate,
    @Declared(says = "Steps over which the rate rises", defaultValue = "100", min = 0, max = 1e6)
        int warmupSteps,
    @Declared(says = "Decoupled weight decay", defaultValue = "0.01", min = 0, max = 1)
        double weightDecay,
    @Declared(
            says = "Largest norm of the gradient",
            defaultValue = "1",
            min = 0,
            minExclusive = true)
        double clipNorm,
    @Declared(
            says = "Decay of the average of the weights",
            defaultValue = "0.995",
            min = 0,
            max = 0.999999)
        double averageDecay,
    @Declared(
            says = "Share of images whose class is left out, for guidance without a classifier",
            defaultValue = "0.1",
            min = 0,
            max = 1)
        double labelDropout,
    @Declared(says = "Steps between checkpoints", defaultValue = "500", min = 1, max = 1e6)
        int checkpointSteps,
    @Declared(says = "Arithmetic of the tensor library: auto, bf16 or fp32", defaultValue = "auto")
        Arithmetic precision) {
  /** Arithmetic of the tensor library. */
  public enum Arithmetic {
    /** The fastest that the processor has. */
    AUTO,
    /** Mixed bf16 and fp32. */
    BF16,
    /** fp32 alone. */
    FP32
  }
}
