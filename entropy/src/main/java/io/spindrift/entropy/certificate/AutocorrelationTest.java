package io.spindrift.entropy.certificate;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.gaussian.NormalTails;
import io.spindrift.entropy.sp80022.CheckOutcome;
import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import io.spindrift.entropy.sp80022.CheckOutcome.NotApplicable;
import io.spindrift.entropy.sp80022.SequenceTest;
import io.spindrift.entropy.sp80022.TestResult;
import io.spindrift.numerics.Require;
import java.util.List;

/**
 * Autocorrelation test: does a bit resemble the bit {@code lag} places later?
 *
 * <p>A counts the n - lag pairs that differ. For fair independent bits the n - lag differences are
 * themselves fair and independent, so A is binomial with variance (n - lag)/4; the statistic is r =
 * 1 - 2A/(n - lag) with standard deviation 1/sqrt(n - lag), and p = erfc(|r| sqrt((n - lag)/2)).
 * Source: Menezes, van Oorschot, Vanstone, "Handbook of Applied Cryptography" (1996), section
 * 5.4.4(v). SP 800-22 has no such test.
 *
 * @param lag distance in bits
 */
public record AutocorrelationTest(int lag) implements SequenceTest {
  private static final int FEWEST_PAIRS = 100;

  /** Checks the lag. */
  public AutocorrelationTest {
    Require.atLeast("lag", lag, 1);
  }

  @Override
  public String name() {
    return "Autocorrelation";
  }

  @Override
  public List<TestResult> judge(BitSequence bits) {
    return List.of(new TestResult(name(), "lag=" + lag, outcome(bits)));
  }

  private CheckOutcome outcome(BitSequence bits) {
    long pairs = (long) bits.length() - lag;
    if (pairs < FEWEST_PAIRS) {
      return new NotApplicable(
          "needs " + (lag + (long) FEWEST_PAIRS) + " bits, has " + bits.length());
    }
    double r = 1 - 2.0 * bits.differences(lag) / pairs;
    return new Judged(NormalTails.twoSided(r * Math.sqrt((double) pairs)), r);
  }
}
