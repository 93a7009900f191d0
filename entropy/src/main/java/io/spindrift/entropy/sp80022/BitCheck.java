package io.spindrift.entropy.sp80022;

import io.spindrift.entropy.BitSequence;

/** One statistical test of a bit sequence against fair independent bits. */
public interface BitCheck {
  /** Name of the test with its parameters. */
  String name();

  /** Applies the test. */
  CheckOutcome judge(BitSequence bits);
}
