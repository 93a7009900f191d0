package io.spindrift.entropy.gaussian;

import io.spindrift.entropy.GaussianSource;

/** A source of Gaussian samples that states its exact distribution. */
public interface StatedGaussian extends GaussianSource {
  /** The distribution of the samples when the bits are what the method assumes. */
  StatedLaw law();

  @Override
  default double reachSigma() {
    return law().reachSigma();
  }
}
