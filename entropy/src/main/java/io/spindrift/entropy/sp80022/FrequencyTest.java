package io.spindrift.entropy.sp80022;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import java.util.List;

/**
 * Frequency (monobit) test: are there as many ones as zeros?
 *
 * <p>s = |2 ones - n| / sqrt(n), p = erfc(s / sqrt 2), n the number of bits. Source: SP 800-22 Rev
 * 1a, section 2.1.
 */
public record FrequencyTest() implements SequenceTest {
  /** Shortest sequence for which the normal limit is used (section 2.1.7). */
  public static final int SHORTEST = 100;

  @Override
  public String name() {
    return "Frequency";
  }

  @Override
  public List<TestResult> judge(BitSequence bits) {
    return Applicability.one(
        name(),
        "",
        Applicability.tooShort(bits, SHORTEST)
            ? Applicability.tooShortFor(SHORTEST, bits)
            : apply(bits));
  }

  /** Applies the test whatever the length. */
  static Judged apply(BitSequence bits) {
    double s = Math.abs(2.0 * bits.ones() - bits.length()) / Math.sqrt(bits.length());
    return new Judged(UpperGamma.erfc(s / Math.sqrt(2)), s);
  }
}
