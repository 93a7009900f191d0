package io.spindrift.entropy.certificate;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.sp80022.BitCheck;
import io.spindrift.entropy.sp80022.CheckOutcome;
import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import io.spindrift.entropy.sp80022.CheckOutcome.NotApplicable;
import io.spindrift.entropy.sp80022.FrequencyCheck;
import io.spindrift.numerics.Require;
import org.hipparchus.special.Erf;

/**
 * Autocorrelation test: does a bit resemble the bit {@code lag} places later?
 *
 * <p>A counts the n - lag pairs that differ. For fair independent bits the n - lag differences are
 * themselves fair and independent, so A is binomial with variance (n - lag)/4; the statistic is r =
 * 1 - 2A/(n - lag) with standard deviation 1/sqrt(n - lag), and p = erfc(|r| sqrt((n - lag)/2)).
 * Source: Menezes, van Oorschot, Vanstone, "Handbook of Applied Cryptography" (1996), section
 * 5.4.4(v).
 *
 * @param lag distance in bits
 */
public record AutocorrelationCheck(int lag) implements BitCheck {
  /** Checks the lag. */
  public AutocorrelationCheck {
    Require.atLeast("lag", lag, 1);
  }

  @Override
  public String name() {
    return "autocorrelation (lag " + lag + ")";
  }

  @Override
  public CheckOutcome judge(BitSequence bits) {
    long pairs = (long) bits.length() - lag;
    if (pairs < FrequencyCheck.SHORTEST) {
      return new NotApplicable(
          "needs " + (lag + (long) FrequencyCheck.SHORTEST) + " bits, has " + bits.length());
    }
    double r = 1 - 2.0 * bits.differences(lag) / pairs;
    return new Judged(Erf.erfc(Math.abs(r) * Math.sqrt(pairs / 2.0)), r);
  }
}
