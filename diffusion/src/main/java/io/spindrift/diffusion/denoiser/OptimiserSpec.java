package io.spindrift.diffusion.denoiser;

import io.spindrift.numerics.Require;

/**
 * AdamW with warm-up, cosine decay, clipping and an exponential moving average of the weights.
 *
 * @param learningRate peak learning rate
 * @param warmupSteps steps over which the rate rises linearly from zero
 * @param totalSteps steps over which the rate falls by a cosine to a tenth of its peak
 * @param weightDecay decoupled weight decay
 * @param clipNorm largest norm of the gradient
 * @param averageDecay decay of the moving average, reached from below as (1 + n) / (10 + n)
 */
public record OptimiserSpec(
    double learningRate,
    int warmupSteps,
    int totalSteps,
    double weightDecay,
    double clipNorm,
    double averageDecay) {
  /** Checks the ranges. */
  public OptimiserSpec {
    Require.positive("learningRate", learningRate, "");
    Require.atLeast("warmupSteps", warmupSteps, 0);
    Require.atLeast("totalSteps", totalSteps, 1);
    Require.notNegative("weightDecay", weightDecay, "");
    Require.positive("clipNorm", clipNorm, "");
    Require.inRange("averageDecay", averageDecay, 0, 0.999999, "");
  }
}
