package io.spindrift.entropy.sp80022;

import io.spindrift.entropy.BitSequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fifteen tests of SP 800-22 Rev 1a with one choice of constants and the block and pattern
 * lengths that the reference tool takes by default: 188 results for a million bits.
 *
 * @param constants which constants the tests use
 * @param loops how the hot loops run, which changes no result
 */
public record StatisticalTestSuite(ReferenceConstants constants, HotLoops loops) {
  private static final int SERIAL_BITS = 16;

  /** The suite for a few sequences. */
  public StatisticalTestSuite(ReferenceConstants constants) {
    this(constants, HotLoops.SCALAR);
  }

  /** The suite that is fastest for so many bits in all. */
  public static StatisticalTestSuite forBits(ReferenceConstants constants, long bits) {
    return new StatisticalTestSuite(constants, HotLoops.forBits(bits));
  }

  /** The tests, in the order of the standard. */
  public List<SequenceTest> tests() {
    return List.of(
        new FrequencyTest(),
        new BlockFrequencyTest(128),
        new RunsTest(),
        new LongestRunTest(constants),
        new RankTest(),
        new SpectralTest(constants, loops),
        new NonOverlappingTemplateTest(9, 8),
        new OverlappingTemplateTest(9, 1032, constants),
        new UniversalTest(),
        new LinearComplexityTest(500, constants, loops),
        new SerialTest(SERIAL_BITS),
        new ApproximateEntropyTest(10),
        new CumulativeSumsTest(),
        new RandomExcursionsTest(constants),
        new RandomExcursionsVariantTest());
  }

  /**
   * Every result of every test, in the order of the standard.
   *
   * <p>Tests that count the same patterns, or follow the same walk, share them.
   */
  public List<TestResult> judge(BitSequence bits) {
    Shared shared = new Shared(bits);
    List<TestResult> results = new ArrayList<>();
    for (SequenceTest test : tests()) {
      results.addAll(shared.judge(test));
    }
    return List.copyOf(results);
  }

  /** What several tests read, found when the first of them asks. */
  private static final class Shared {
    private final BitSequence bits;
    private @Nullable PatternCounts patterns;
    private @Nullable Excursions walk;

    Shared(BitSequence bits) {
      this.bits = bits;
    }

    List<TestResult> judge(SequenceTest test) {
      int n = bits.length();
      return switch (test) {
        case SerialTest serial when n >= serial.shortest() -> serial.judge(patterns(), bits);
        case ApproximateEntropyTest entropy when patterns != null ->
            entropy.judge(patterns(), bits);
        case RandomExcursionsTest excursions when n >= Excursions.SHORTEST ->
            excursions.judge(walk(), bits);
        case RandomExcursionsVariantTest variant when n >= Excursions.SHORTEST ->
            variant.judge(walk(), bits);
        default -> test.judge(bits);
      };
    }

    private PatternCounts patterns() {
      PatternCounts found = patterns;
      if (found == null) {
        found = PatternCounts.around(bits, SERIAL_BITS);
        patterns = found;
      }
      return found;
    }

    private Excursions walk() {
      Excursions found = walk;
      if (found == null) {
        found = Excursions.of(bits);
        walk = found;
      }
      return found;
    }
  }
}
