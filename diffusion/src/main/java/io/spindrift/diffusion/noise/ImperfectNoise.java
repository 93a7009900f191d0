package io.spindrift.diffusion.noise;

import io.spindrift.diffusion.NoiseSource;
import io.spindrift.entropy.BitSource;
import io.spindrift.entropy.gaussian.BinomialSum;
import io.spindrift.entropy.gaussian.GaussianMethod;
import io.spindrift.entropy.gaussian.StatedGaussian;
import io.spindrift.memory.MemoryNoise.Standardisation;
import io.spindrift.numerics.random.StreamKey;

/** Noise of any bits, with any imperfection, by any method of synthesis. */
public final class ImperfectNoise {
  /**
   * Noise for images.
   *
   * @param source bits taken to be fair
   * @param imperfection what is wrong with them, and how many make a sample
   * @param method how they become samples
   * @param standardisation which constants turn a count into a sample
   * @param key root of all blocks
   * @throws IllegalArgumentException when the method cannot use so many bits per sample, or has no
   *     constants to calibrate
   */
  public static NoiseSource of(
      BitSource source,
      NoiseImperfection imperfection,
      GaussianMethod method,
      Standardisation standardisation,
      StreamKey key) {
    return new SynthesisedNoise(
        samples(source, imperfection, method, standardisation),
        new ImperfectBits(source, imperfection),
        key);
  }

  private static StatedGaussian samples(
      BitSource source,
      NoiseImperfection imperfection,
      GaussianMethod method,
      Standardisation standardisation) {
    int bits = imperfection.bitsPerSample();
    return switch (standardisation) {
      case FAIR -> method.of(source, bits);
      case CALIBRATED -> {
        if (method != GaussianMethod.BINOMIAL_SUM) {
          throw new IllegalArgumentException(
              "standardisation must be fair for "
                  + method
                  + ", whose constants are fixed, but was"
                  + " calibrated");
        }
        yield BinomialSum.calibrated(source, bits, CountLaw.calibratedShare(imperfection));
      }
    };
  }

  private ImperfectNoise() {}
}
