package io.spindrift.diffusion.noise;

import io.spindrift.diffusion.NoiseSource;

/**
 * One noise for training and another for everything else, told apart by the purpose of a block.
 *
 * @param training noise for purposes that begin with {@code "training"}
 * @param sampling noise for all others
 */
public record NoiseByPurpose(NoiseSource training, NoiseSource sampling) implements NoiseSource {
  private static final String TRAINING = "training";

  @Override
  public String name() {
    return "in training " + training.name() + "; in sampling " + sampling.name();
  }

  @Override
  public void fill(String purpose, long image, long step, float[] target, int offset, int length) {
    (purpose.startsWith(TRAINING) ? training : sampling)
        .fill(purpose, image, step, target, offset, length);
  }
}
