package io.spindrift.entropy.gaussian;

import io.spindrift.entropy.BitSource;
import io.spindrift.entropy.GaussianSource;

/** A source of Gaussian samples that states its exact distribution. */
public interface StatedGaussian extends GaussianSource {
  /** The distribution of the samples when the bits are what the method assumes. */
  StatedLaw law();

  /**
   * The same method on bits of another source, with the same tables; itself where the method draws
   * no bits of a source. It costs little enough to be made for every block.
   */
  StatedGaussian over(BitSource other);

  @Override
  default double reachSigma() {
    return law().reachSigma();
  }
}
