package io.spindrift.experiment.config;

import io.spindrift.diffusion.noise.BiasDrift;
import io.spindrift.diffusion.noise.CellVariation;
import io.spindrift.diffusion.noise.NoiseImperfection;
import io.spindrift.numerics.document.Declared;
import io.spindrift.numerics.random.StreamKey;

/**
 * What is wrong with the bits of hardware noise; by default nothing.
 *
 * @param bitsPerSample bits of one sample, 0 for those of the section entropy
 * @param probabilityOfOne probability of a one right after calibration
 * @param correlation correlation of successive bits
 * @param drift growth of the probability of a one until the next calibration
 * @param driftClock what passes between calibrations
 * @param driftInterval how many of them
 * @param logitSpread spread of the logit of the probability from cell to cell
 * @param stuckAtZero share of cells that always read 0
 * @param stuckAtOne share of cells that always read 1
 * @param rotated whether each block begins at a cell of its own
 */
public record ImperfectionConfig(
    @Declared(
            says = "Bits of one Gaussian sample, 0 for entropy.bitsPerSample",
            defaultValue = "0",
            min = 0,
            max = 4096)
        int bitsPerSample,
    @Declared(
            says = "Probability of a one right after calibration",
            defaultValue = "0.5",
            min = 0.001,
            max = 0.999)
        double probabilityOfOne,
    @Declared(says = "Correlation of successive bits", defaultValue = "0", min = 0, max = 0.999)
        double correlation,
    @Declared(
            says = "Growth of the probability of a one from one calibration to the next",
            defaultValue = "0",
            min = -1,
            max = 1)
        double drift,
    @Declared(says = "What passes between calibrations: step or image", defaultValue = "step")
        BiasDrift.Clock driftClock,
    @Declared(
            says = "Steps or images from one calibration to the next",
            defaultValue = "1000",
            min = 1,
            max = 1e12)
        long driftInterval,
    @Declared(
            says = "Standard deviation from cell to cell of ln(p / (1 - p)), p the share of ones",
            defaultValue = "0",
            min = 0,
            max = 10)
        double logitSpread,
    @Declared(says = "Share of cells that always read 0", defaultValue = "0", min = 0, max = 1)
        double stuckAtZero,
    @Declared(says = "Share of cells that always read 1", defaultValue = "0", min = 0, max = 1)
        double stuckAtOne,
    @Declared(
            says =
                "Whether each block of noise begins at a cell of its own; otherwise the same cell"
                    + " serves the same position of every image",
            defaultValue = "false")
        boolean rotated) {
  /** Checks that drift and stuck cells leave probabilities. */
  public ImperfectionConfig {
    new NoiseImperfection(
        Math.max(1, bitsPerSample),
        probabilityOfOne,
        correlation,
        new BiasDrift(drift, driftClock, driftInterval),
        new CellVariation(logitSpread, stuckAtZero, stuckAtOne, 64, rotated, StreamKey.root(0)));
  }

  /** The imperfection for an array of the configured size and variation. */
  public NoiseImperfection of(EntropyConfig entropy) {
    return new NoiseImperfection(
        bitsPerSample == 0 ? entropy.bitsPerSample() : bitsPerSample,
        probabilityOfOne,
        correlation,
        new BiasDrift(drift, driftClock, driftInterval),
        new CellVariation(
            logitSpread,
            stuckAtZero,
            stuckAtOne,
            Math.multiplyExact(entropy.rows(), entropy.columns()),
            rotated,
            StreamKey.root(entropy.variationSeed()).purpose("imperfect cells")));
  }
}
