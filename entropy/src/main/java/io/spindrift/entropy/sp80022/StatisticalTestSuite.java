package io.spindrift.entropy.sp80022;

import io.spindrift.entropy.BitSequence;
import java.util.List;

/**
 * The tests of SP 800-22 Rev 1a with one choice of constants.
 *
 * @param constants which constants the tests use
 */
public record StatisticalTestSuite(ReferenceConstants constants) {
  /** The tests, in the order of the standard. */
  public List<SequenceTest> tests() {
    return List.of();
  }

  /** Every result of every test, in the order of the standard. */
  public List<TestResult> judge(BitSequence bits) {
    return tests().stream().flatMap(test -> test.judge(bits).stream()).toList();
  }
}
