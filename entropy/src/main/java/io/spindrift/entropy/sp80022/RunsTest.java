package io.spindrift.entropy.sp80022;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import io.spindrift.entropy.sp80022.CheckOutcome.NotApplicable;
import java.util.List;

/**
 * Runs test: do zeros and ones alternate as often as they should?
 *
 * <p>V = number of runs, q = share of ones, p = erfc(|V - 2 n q (1-q)| / (2 sqrt(2n) q (1-q))).
 * Source: SP 800-22 Rev 1a, section 2.3. Where |q - 1/2| >= 2/sqrt(n) the document prints a p-value
 * of 0; here the test is not applicable, and the frequency test, whose p-value is then below
 * 6.4e-5, carries the rejection.
 */
public record RunsTest() implements SequenceTest {
  @Override
  public String name() {
    return "Runs";
  }

  @Override
  public List<TestResult> judge(BitSequence bits) {
    return Applicability.one(
        name(),
        "",
        Applicability.tooShort(bits, FrequencyTest.SHORTEST)
            ? Applicability.tooShortFor(FrequencyTest.SHORTEST, bits)
            : apply(bits));
  }

  /** Applies the test whatever the length. */
  static CheckOutcome apply(BitSequence bits) {
    double n = bits.length();
    double q = bits.ones() / n;
    if (Math.abs(q - 0.5) >= 2 / Math.sqrt(n)) {
      return new NotApplicable(
          "needs a share of ones within 2/sqrt(n) = "
              + 2 / Math.sqrt(n)
              + " of one half, has "
              + q);
    }
    double runs = bits.differences(1) + 1.0;
    double product = q * (1 - q);
    return new Judged(
        UpperGamma.erfc(Math.abs(runs - 2 * n * product) / (2 * Math.sqrt(2 * n) * product)), runs);
  }
}
