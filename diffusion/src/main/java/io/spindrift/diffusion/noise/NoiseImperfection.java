package io.spindrift.diffusion.noise;

import io.spindrift.numerics.Require;

/**
 * How the bits of a memory fall short of a fair coin, one number for each way, and how many of them
 * make a sample.
 *
 * <p>The bits are those that enter the synthesiser, after any folding. {@link ImperfectBits} says
 * how they are made, {@link CountLaw} what the samples are like.
 *
 * @param bitsPerSample n, bits of one Gaussian sample
 * @param probabilityOfOne p, probability of a one in a typical cell right after calibration
 * @param correlation rho, correlation of successive bits, those k apart having rho^k
 * @param drift how the bias moves between calibrations
 * @param cells how cells differ
 */
public record NoiseImperfection(
    int bitsPerSample,
    double probabilityOfOne,
    double correlation,
    BiasDrift drift,
    CellVariation cells) {
  private static final double LEAST = 0x1p-20;

  /** Checks the ranges, and that the drift leaves a probability. */
  public NoiseImperfection {
    Require.inRange("bits per sample", bitsPerSample, 1, 4096);
    Require.inRange("probability of a one", probabilityOfOne, LEAST, 1 - LEAST, "");
    Require.inRange("lag-one correlation", correlation, 0, 1 - LEAST, "");
    Require.inRange(
        "probability of a one at the end of the drift",
        probabilityOfOne + drift.last(),
        LEAST,
        1 - LEAST,
        "");
  }

  /** Fair, independent bits of cells that are all alike. */
  public static NoiseImperfection ideal(int bitsPerSample) {
    return new NoiseImperfection(bitsPerSample, 0.5, 0, BiasDrift.NONE, CellVariation.NONE);
  }

  /** Whether the bits are left as they are. */
  public boolean isIdeal() {
    return probabilityOfOne == 0.5 && correlation == 0 && !drift.any() && !cells.any();
  }

  /** The same with another probability of a one. */
  public NoiseImperfection withProbabilityOfOne(double p) {
    return new NoiseImperfection(bitsPerSample, p, correlation, drift, cells);
  }

  /** The same with another correlation of successive bits. */
  public NoiseImperfection withCorrelation(double rho) {
    return new NoiseImperfection(bitsPerSample, probabilityOfOne, rho, drift, cells);
  }

  /** The same with another drift. */
  public NoiseImperfection withDrift(BiasDrift other) {
    return new NoiseImperfection(bitsPerSample, probabilityOfOne, correlation, other, cells);
  }

  /** The same with other cells. */
  public NoiseImperfection withCells(CellVariation other) {
    return new NoiseImperfection(bitsPerSample, probabilityOfOne, correlation, drift, other);
  }

  /** Probability of a one in a typical cell when a block is drawn. */
  public double probabilityAt(long image, long step) {
    return probabilityOfOne + drift.at(image, step);
  }
}
