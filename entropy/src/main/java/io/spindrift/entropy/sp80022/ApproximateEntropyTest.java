package io.spindrift.entropy.sp80022;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import io.spindrift.numerics.Require;
import java.util.List;

/**
 * Approximate entropy: is a pattern of m bits as uninformative about the next bit as it should be?
 *
 * <p>phi_m = sum (c/n) ln (c/n) over the counts c of overlapping patterns of m bits around the
 * ring; chi^2 = 2 n (ln 2 - phi_m + phi_(m+1)), p = Q(2^(m-1), chi^2/2). Source: SP 800-22 Rev 1a,
 * section 2.12.
 *
 * @param patternBits pattern length m in bits
 */
public record ApproximateEntropyTest(int patternBits) implements SequenceTest {
  /** Checks the pattern length. */
  public ApproximateEntropyTest {
    Require.inRange("pattern length in bits", patternBits, 1, 15);
  }

  @Override
  public String name() {
    return "ApproximateEntropy";
  }

  /** Shortest sequence: m below floor(log2 n) - 5 (section 2.12.7). */
  public int shortest() {
    return 1 << (patternBits + 6);
  }

  @Override
  public List<TestResult> judge(BitSequence bits) {
    return Applicability.tooShort(bits, shortest())
        ? Applicability.one(name(), parameter(), Applicability.tooShortFor(shortest(), bits))
        : judge(PatternCounts.around(bits, patternBits + 1), bits);
  }

  /** Judges by counts of patterns of at least m + 1 bits. */
  List<TestResult> judge(PatternCounts counts, BitSequence bits) {
    PatternCounts longer = counts.shortened(patternBits + 1);
    double information = longer.shorter().logarithms() - longer.logarithms();
    double chiSquare = 2 * (bits.length() * Math.log(2) - information);
    Judged judged = Applicability.chiSquare(1 << patternBits, chiSquare);
    return Applicability.one(name(), parameter(), judged);
  }

  private String parameter() {
    return "m=" + patternBits;
  }
}
