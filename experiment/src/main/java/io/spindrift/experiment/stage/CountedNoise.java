package io.spindrift.experiment.stage;

import io.spindrift.diffusion.NoiseSource;
import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.Ledger;

/**
 * Noise whose bits go through a counter, each of them charged.
 *
 * @param noise the noise
 * @param bitsPerSample bits of one sample
 * @param stage where they are charged
 */
record CountedNoise(NoiseSource noise, int bitsPerSample, Ledger.Stage stage)
    implements NoiseSource {
  @Override
  public String name() {
    return noise.name();
  }

  @Override
  public void fill(String purpose, long image, long step, float[] target, int offset, int length) {
    noise.fill(purpose, image, step, target, offset, length);
    stage.add(Action.BIT_COUNT, (long) length * bitsPerSample);
  }
}
