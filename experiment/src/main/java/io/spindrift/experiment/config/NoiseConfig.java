package io.spindrift.experiment.config;

import io.spindrift.entropy.gaussian.GaussianMethod;
import io.spindrift.numerics.document.Declared;
import java.util.Optional;

/**
 * What hardware noise is made of, and what is wrong with it in training and in sampling.
 *
 * @param bits where the bits come from
 * @param recorded file of packed bits, for recorded bits
 * @param method how bits become samples
 * @param training what is wrong with the bits of training
 * @param sampling what is wrong with the bits of sampling
 */
public record NoiseConfig(
    @Declared(
            says =
                "Where the bits of hardware noise come from: array (the simulated junctions), coin"
                    + " (ideal cells, no device), system (the operating system, not reproducible)"
                    + " or recorded",
            defaultValue = "array")
        Bits bits,
    @Declared(says = "File of packed bits of a chip, with bits: recorded")
        Optional<String> recorded,
    @Declared(
            says =
                "How bits become Gaussian samples: binomial-sum, weighted-bits, probability-tree,"
                    + " inverse-cdf, box-muller or software",
            defaultValue = "binomial-sum")
        GaussianMethod method,
    @Declared(says = "What is wrong with the bits in training") ImperfectionConfig training,
    @Declared(says = "What is wrong with the bits in sampling") ImperfectionConfig sampling) {
  /** Where the bits of hardware noise come from. */
  public enum Bits {
    /** The simulated array of junctions, with the fold of the section entropy. */
    ARRAY,
    /** Cells that toss fair, independent coins, counted like an array's. */
    COIN,
    /** The operating system's generator. */
    SYSTEM,
    /** A file. */
    RECORDED
  }

  /** Checks that recorded bits, and no others, have their file. */
  public NoiseConfig {
    if (recorded.isPresent() != (bits == Bits.RECORDED)) {
      throw new IllegalArgumentException(
          recorded.isPresent()
              ? "recorded must be left out unless bits is recorded, but was " + recorded.get()
              : "recorded must name a file when bits is recorded, but was left out");
    }
  }
}
