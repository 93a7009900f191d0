package io.spindrift.entropy.sp80022;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import io.spindrift.numerics.Require;
import java.util.List;

/**
 * Block frequency test: is the share of ones near one half in every block of M bits?
 *
 * <p>chi^2 = 4 M sum (q_i - 1/2)^2 over the N whole blocks, p = Q(N/2, chi^2/2). Source: SP 800-22
 * Rev 1a, section 2.2. The advice of section 2.2.7 to keep N below 100 is not enforced, because the
 * reference tool and the published values take M = 128 at a million bits.
 *
 * @param blockBits block length M in bits, at least 20 for a verdict
 */
public record BlockFrequencyTest(int blockBits) implements SequenceTest {
  private static final int SHORTEST_BLOCK = 20;

  /** Checks the block length. */
  public BlockFrequencyTest {
    Require.atLeast("block length in bits", blockBits, 1);
  }

  @Override
  public String name() {
    return "BlockFrequency";
  }

  @Override
  public List<TestResult> judge(BitSequence bits) {
    int needed = Math.max(FrequencyTest.SHORTEST, blockBits);
    CheckOutcome outcome;
    if (blockBits < SHORTEST_BLOCK) {
      outcome =
          new CheckOutcome.NotApplicable(
              "needs blocks of " + SHORTEST_BLOCK + " bits, has " + blockBits);
    } else if (Applicability.tooShort(bits, needed)) {
      outcome = Applicability.tooShortFor(needed, bits);
    } else {
      outcome = apply(bits);
    }
    return Applicability.one(name(), "M=" + blockBits, outcome);
  }

  /** Applies the test whatever the length. */
  Judged apply(BitSequence bits) {
    int blocks = bits.length() / blockBits;
    double sum = 0;
    for (int i = 0; i < blocks; i++) {
      double share = bits.ones(i * blockBits, (i + 1) * blockBits) / (double) blockBits;
      sum += (share - 0.5) * (share - 0.5);
    }
    return Applicability.chiSquare(blocks, 4.0 * blockBits * sum);
  }
}
