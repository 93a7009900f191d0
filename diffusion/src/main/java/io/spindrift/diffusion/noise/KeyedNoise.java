package io.spindrift.diffusion.noise;

import io.spindrift.diffusion.NoiseSource;
import io.spindrift.entropy.GaussianSource;
import io.spindrift.numerics.random.StreamKey;

/**
 * Gaussian samples of any source as noise for images: one block for each (purpose, image, step).
 *
 * @param source what draws the samples
 * @param key root of all blocks
 */
public record KeyedNoise(GaussianSource source, StreamKey key) implements NoiseSource {
  @Override
  public String name() {
    return source.name();
  }

  @Override
  public void fill(String purpose, long image, long step, float[] target, int offset, int length) {
    source.fill(key.purpose(purpose).at(image, step), target, offset, length);
  }
}
