package io.spindrift.diffusion;

import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;

/** Pseudo-random noise for the tests of this room. */
public record KeyedNoise(StreamKey key) implements NoiseSource {
  @Override
  public String name() {
    return "test noise";
  }

  @Override
  public void fill(String purpose, long image, long step, float[] target, int offset, int length) {
    RandomStream random = key.purpose(purpose).at(image, step).open();
    for (int i = offset; i < offset + length; i++) {
      target[i] = (float) random.nextGaussian();
    }
  }
}
