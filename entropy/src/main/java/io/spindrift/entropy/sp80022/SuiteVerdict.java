package io.spindrift.entropy.sp80022;

/** What all applicable checks say together. */
public enum SuiteVerdict {
  /** No check rejects. */
  PASSED,
  /** At least one check rejects. */
  FAILED,
  /** No test applies. */
  UNDECIDED
}
