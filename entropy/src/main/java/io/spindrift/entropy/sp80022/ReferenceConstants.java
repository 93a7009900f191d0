package io.spindrift.entropy.sp80022;

/** Which constants the tests use. */
public enum ReferenceConstants {
  /** The exact ones. */
  EXACT,
  /** Those of the reference tool STS 2.1.2, rounding and mistakes included. */
  STS
}
