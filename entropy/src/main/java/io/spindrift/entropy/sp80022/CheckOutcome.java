package io.spindrift.entropy.sp80022;

/** What a check found: a p-value, or that it cannot be applied, which is not the same as zero. */
public sealed interface CheckOutcome {
  /**
   * The check was applied.
   *
   * @param pValue probability of a statistic at least as extreme under fair independent bits
   * @param statistic the statistic itself, as the check defines it
   */
  record Judged(double pValue, double statistic) implements CheckOutcome {}

  /**
   * The check has no meaning for these bits.
   *
   * @param reason why, as a sentence without a full stop
   */
  record NotApplicable(String reason) implements CheckOutcome {}
}
