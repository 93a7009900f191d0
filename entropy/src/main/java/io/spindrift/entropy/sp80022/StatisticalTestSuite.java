package io.spindrift.entropy.sp80022;

import io.spindrift.entropy.BitSequence;
import java.util.ArrayList;
import java.util.List;

/**
 * The fifteen tests of SP 800-22 Rev 1a with one choice of constants and the block and pattern
 * lengths that the reference tool takes by default: 188 results for a million bits.
 *
 * @param constants which constants the tests use
 */
public record StatisticalTestSuite(ReferenceConstants constants) {
  private static final int SERIAL_BITS = 16;

  /** The tests, in the order of the standard. */
  public List<SequenceTest> tests() {
    return List.of(
        new FrequencyTest(),
        new BlockFrequencyTest(128),
        new RunsTest(),
        new LongestRunTest(constants),
        new RankTest(),
        new SpectralTest(constants),
        new NonOverlappingTemplateTest(9, 8),
        new OverlappingTemplateTest(9, 1032, constants),
        new UniversalTest(),
        new LinearComplexityTest(500, constants),
        new SerialTest(SERIAL_BITS),
        new ApproximateEntropyTest(10),
        new CumulativeSumsTest(),
        new RandomExcursionsTest(constants),
        new RandomExcursionsVariantTest());
  }

  /** Every result of every test, in the order of the standard. */
  public List<TestResult> judge(BitSequence bits) {
    List<TestResult> results = new ArrayList<>();
    for (SequenceTest test : tests()) {
      results.addAll(test.judge(bits));
    }
    return List.copyOf(results);
  }
}
