package io.spindrift.entropy.sp80022;

import io.spindrift.entropy.BitSequence;
import io.spindrift.numerics.Require;
import java.util.List;

/**
 * Serial test: does every pattern of m bits occur equally often?
 *
 * <p>psi_m = 2^m/n sum c^2 - n over the counts c of overlapping patterns around the ring, zero for
 * m = 0; first difference D = psi_m - psi_(m-1), p1 = Q(2^(m-2), D/2); second difference E = psi_m
 * - 2 psi_(m-1) + psi_(m-2), p2 = Q(2^(m-3), E/2). Source: SP 800-22 Rev 1a, section 2.11.
 *
 * @param patternBits pattern length m in bits
 */
public record SerialTest(int patternBits) implements SequenceTest {
  /** Checks the pattern length. */
  public SerialTest {
    Require.inRange("pattern length in bits", patternBits, 3, 16);
  }

  @Override
  public String name() {
    return "Serial";
  }

  /** Shortest sequence: m below floor(log2 n) - 2 (section 2.11.7). */
  public int shortest() {
    return 1 << (patternBits + 3);
  }

  @Override
  public List<TestResult> judge(BitSequence bits) {
    return Applicability.tooShort(bits, shortest())
        ? Applicability.none(
            name(),
            List.of(parameter("p1(del psi2)"), parameter("p2(del2 psi2)")),
            Applicability.tooShortFor(shortest(), bits))
        : judge(PatternCounts.around(bits, patternBits), bits);
  }

  /** Judges by counts of patterns of at least m bits. */
  List<TestResult> judge(PatternCounts counts, BitSequence bits) {
    int n = bits.length();
    PatternCounts whole = counts.shortened(patternBits);
    PatternCounts less = whole.shorter();
    double psi = psi(whole, n);
    double psiLess = psi(less, n);
    double psiLeast = psi(less.shorter(), n);
    return List.of(
        new TestResult(
            name(),
            parameter("p1(del psi2)"),
            Applicability.chiSquare(1 << (patternBits - 1), psi - psiLess)),
        new TestResult(
            name(),
            parameter("p2(del2 psi2)"),
            Applicability.chiSquare(1 << (patternBits - 2), psi - 2 * psiLess + psiLeast)));
  }

  private static double psi(PatternCounts counts, int n) {
    return Math.scalb(counts.squares(), counts.patternBits()) / n - n;
  }

  private String parameter(String difference) {
    return "m=" + patternBits + " " + difference;
  }
}
