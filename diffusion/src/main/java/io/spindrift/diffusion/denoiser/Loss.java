package io.spindrift.diffusion.denoiser;

/** What a training makes small. */
public enum Loss {
  /** Mean squared difference of output and target. */
  SQUARED_ERROR,
  /** Mean cross-entropy, in nats, of target bits under probabilities 1 / (1 + exp(-output)). */
  BIT_CROSS_ENTROPY
}
