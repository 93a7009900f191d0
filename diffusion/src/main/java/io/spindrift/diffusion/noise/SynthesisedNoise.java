package io.spindrift.diffusion.noise;

import io.spindrift.diffusion.NoiseSource;
import io.spindrift.entropy.gaussian.StatedGaussian;
import io.spindrift.numerics.random.StreamKey;

/**
 * Gaussian samples made of the bits of a supply, one block for each (purpose, image, step).
 *
 * @param method how bits become samples
 * @param bits what the bits are
 * @param key root of all blocks
 */
public record SynthesisedNoise(StatedGaussian method, BitSupply bits, StreamKey key)
    implements NoiseSource {
  @Override
  public String name() {
    return method.over(bits.at(0, 0)).name();
  }

  @Override
  public void fill(String purpose, long image, long step, float[] target, int offset, int length) {
    method
        .over(bits.at(image, step))
        .fill(key.purpose(purpose).at(image, step), target, offset, length);
  }
}
