package io.spindrift.entropy.sp80022;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import io.spindrift.entropy.sp80022.CheckOutcome.NotApplicable;
import org.hipparchus.special.Erf;

/**
 * Frequency (monobit) test: are there as many ones as zeros?
 *
 * <p>s = |2 ones - n| / sqrt(n), p = erfc(s / sqrt 2). Source: SP 800-22 Rev 1a, section 2.1.
 */
public record FrequencyCheck() implements BitCheck {
  /** Shortest sequence for which the normal limit is used (section 2.1.7). */
  public static final int SHORTEST = 100;

  @Override
  public String name() {
    return "frequency";
  }

  @Override
  public CheckOutcome judge(BitSequence bits) {
    return bits.length() < SHORTEST
        ? new NotApplicable("needs " + SHORTEST + " bits, has " + bits.length())
        : apply(bits);
  }

  /** Applies the test whatever the length. */
  public static Judged apply(BitSequence bits) {
    double s = Math.abs(2.0 * bits.ones() - bits.length()) / Math.sqrt(bits.length());
    return new Judged(Erf.erfc(s / Math.sqrt(2)), s);
  }
}
