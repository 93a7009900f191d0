package io.spindrift.memory;

import io.spindrift.entropy.BitSource;
import io.spindrift.entropy.GaussianSource;
import io.spindrift.entropy.conditioning.XorFold;
import io.spindrift.entropy.gaussian.BinomialLattice;
import io.spindrift.entropy.gaussian.BinomialSum;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.Require;

/**
 * How an array makes Gaussian noise: toss cells, fold bits by XOR, count ones.
 *
 * @param array the cells
 * @param inputsPerBit coin tosses folded into one bit, 1 for none
 * @param bitsPerSample bits summed into one sample
 * @param standardisation which constants turn a count into a sample
 */
public record MemoryNoise(
    VcMramArray array, int inputsPerBit, int bitsPerSample, Standardisation standardisation) {
  /** Which constants turn a count into a sample. */
  public enum Standardisation {
    /** Those of fair bits: n/2 and sqrt(n)/2. */
    FAIR,
    /** Those of the array's own share of ones after folding. */
    CALIBRATED
  }

  /** Checks the ranges. */
  public MemoryNoise {
    Require.inRange("inputs per bit", inputsPerBit, 1, 64);
    Require.inRange("bits per sample", bitsPerSample, 1, 4096);
  }

  /**
   * The share of ones after folding: 1/2 - (1 - 2 p)^k / 2 with p the mean over the cells. The k
   * inputs of a bit come from rows chosen independently but from one column, so this holds up to
   * the spread of the column means.
   */
  public double shareOfOnes() {
    return 0.5 - 0.5 * Math.pow(1 - 2 * array.cells().mean(), inputsPerBit);
  }

  /** The bits, charged to the given stage. */
  public BitSource bits(Ledger.Stage stage) {
    BitSource cells = new MemoryBitSource(array, stage);
    return inputsPerBit == 1 ? cells : new CountedXorFold(new XorFold(cells, inputsPerBit), stage);
  }

  /** The Gaussian samples, charged to the given stage. */
  public GaussianSource gaussian(Ledger.Stage stage) {
    return new CountedSum(sum(bits(stage)), stage);
  }

  /** The exact distribution of the samples for bits of the array's mean share of ones. */
  public BinomialLattice lattice() {
    return sum(bits(new Ledger().stage("none"))).lattice(shareOfOnes());
  }

  private BinomialSum sum(BitSource bits) {
    return switch (standardisation) {
      case FAIR -> BinomialSum.fair(bits, bitsPerSample);
      case CALIBRATED -> BinomialSum.calibrated(bits, bitsPerSample, shareOfOnes());
    };
  }
}
