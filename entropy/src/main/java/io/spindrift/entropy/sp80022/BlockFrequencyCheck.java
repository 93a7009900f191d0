package io.spindrift.entropy.sp80022;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import io.spindrift.entropy.sp80022.CheckOutcome.NotApplicable;
import io.spindrift.numerics.Require;
import org.hipparchus.special.Gamma;

/**
 * Block frequency test: is the share of ones near one half in every block of M bits?
 *
 * <p>chi^2 = 4 M sum (q_i - 1/2)^2 over the N whole blocks, p = Q(N/2, chi^2/2) with Q the
 * regularised upper incomplete gamma function. Source: SP 800-22 Rev 1a, section 2.2.
 *
 * @param blockBits block length M in bits
 */
public record BlockFrequencyCheck(int blockBits) implements BitCheck {
  /** Checks the block length. */
  public BlockFrequencyCheck {
    Require.atLeast("block length in bits", blockBits, 1);
  }

  /** Blocks of at least 128 bits, at most 64 of them: within the advice of section 2.2.7. */
  public static BlockFrequencyCheck forLength(int sequenceBits) {
    return new BlockFrequencyCheck(Math.max(128, (sequenceBits + 63) / 64));
  }

  @Override
  public String name() {
    return "block frequency (" + blockBits + " bits)";
  }

  @Override
  public CheckOutcome judge(BitSequence bits) {
    int shortest = Math.max(FrequencyCheck.SHORTEST, blockBits);
    if (bits.length() < shortest) {
      return new NotApplicable("needs " + shortest + " bits, has " + bits.length());
    }
    return blockBits < 20
        ? new NotApplicable("needs blocks of 20 bits, has " + blockBits)
        : apply(bits);
  }

  /** Applies the test whatever the length. */
  public Judged apply(BitSequence bits) {
    int blocks = bits.length() / blockBits;
    double sum = 0;
    for (int i = 0; i < blocks; i++) {
      double share = bits.ones(i * blockBits, (i + 1) * blockBits) / (double) blockBits;
      sum += (share - 0.5) * (share - 0.5);
    }
    double chiSquare = 4.0 * blockBits * sum;
    return new Judged(Gamma.regularizedGammaQ(blocks / 2.0, chiSquare / 2), chiSquare);
  }
}
