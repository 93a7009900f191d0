package io.spindrift.entropy.sp80022;

import io.spindrift.entropy.BitSequence;
import java.util.List;

/** A test of SP 800-22: judges a sequence by one or several p-values. */
public interface SequenceTest {
  /** Name of the test in one word, such as {@code CumulativeSums}. */
  String name();

  /**
   * Applies the test; the number, order and parameters of the results depend on the length of the
   * sequence alone.
   */
  List<TestResult> judge(BitSequence bits);
}
