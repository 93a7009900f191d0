package io.spindrift.entropy.sp80022;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import io.spindrift.numerics.Require;
import java.util.List;

/**
 * Linear complexity: is the shortest shift register that makes a block of M bits as long as it
 * should be?
 *
 * <p>T = (-1)^M (L - mu) + 2/9 with mu = M/2 + (9 + (-1)^(M+1))/36 - (M/3 + 2/9)/2^M; N blocks are
 * sorted into seven classes, T up to -2.5, -1.5, … 2.5 and above; chi^2 over them, p = Q(3,
 * chi^2/2). Source: SP 800-22 Rev 1a, sections 2.10 and 3.10. The classes have probabilities 1/96,
 * 1/32, 1/8, 1/2, 1/4, 1/16, 1/48; the reference tool has 0.01047 for the first.
 *
 * @param blockBits block length M in bits
 * @param constants which class probabilities are used
 * @param loops how the registers are computed
 */
public record LinearComplexityTest(int blockBits, ReferenceConstants constants, HotLoops loops)
    implements SequenceTest {
  /** Shortest sequence (section 2.10.7). */
  public static final int SHORTEST = 1_000_000;

  private static final double[] EXACT = {
    1 / 96.0, 1 / 32.0, 1 / 8.0, 1 / 2.0, 1 / 4.0, 1 / 16.0, 1 / 48.0
  };
  private static final double[] TOOL = {0.01047, 0.03125, 0.125, 0.5, 0.25, 0.0625, 0.020833};

  /** Checks the block length, which section 2.10.7 bounds. */
  public LinearComplexityTest {
    Require.inRange("block length in bits", blockBits, 500, 5000);
  }

  @Override
  public String name() {
    return "LinearComplexity";
  }

  @Override
  public List<TestResult> judge(BitSequence bits) {
    return Applicability.one(
        name(),
        "M=" + blockBits,
        Applicability.tooShort(bits, SHORTEST)
            ? Applicability.tooShortFor(SHORTEST, bits)
            : apply(bits));
  }

  private Judged apply(BitSequence bits) {
    int m = blockBits;
    int sign = m % 2 == 0 ? 1 : -1;
    double mean = m / 2.0 + (9 - sign) / 36.0 - Math.scalb(m / 3.0 + 2 / 9.0, -m);
    int[] lengths = new ShiftRegisters(m, loops.shiftRegisterSteps()).lengths(bits);
    int[] classes = new int[EXACT.length];
    for (int length : lengths) {
      double t = sign * (length - mean) + 2 / 9.0;
      classes[(int) Math.clamp(Math.ceil(t + 2.5), 0.0, 6.0)]++;
    }
    double[] shares = constants == ReferenceConstants.STS ? TOOL : EXACT;
    return Applicability.chiSquare(
        EXACT.length - 1, Applicability.chiSquareOf(classes, shares, lengths.length));
  }
}
