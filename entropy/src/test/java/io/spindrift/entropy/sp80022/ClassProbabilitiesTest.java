package io.spindrift.entropy.sp80022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ClassProbabilitiesTest {
  /** A recursion of a million roundings at most; the digits quoted are sixteen. */
  private static final double ROUNDING = 1e-13;

  private static void assertShares(double[] shares, double... expected) {
    assertThat(shares).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(shares[i]).as("class " + i).isCloseTo(expected[i], within(ROUNDING));
    }
    assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(ROUNDING));
  }

  @Test
  void theLongestRunInTenThousandBitsHasItsExactClasses() {
    assertShares(
        LongestRunTest.Blocks.LONG.shares(ReferenceConstants.EXACT),
        0.08663231107995278,
        0.20820064838760340,
        0.24841858194169955,
        0.19391278674165693,
        0.12145848508900442,
        0.06801108930393995,
        0.07336609745614298);
  }

  @Test
  void theLongestRunIn128BitsHasItsExactClasses() {
    assertShares(
        LongestRunTest.Blocks.MIDDLE.shares(ReferenceConstants.EXACT),
        0.11740357883779323,
        0.24295595927745486,
        0.24936348317907797,
        0.17517706034678235,
        0.10270107130405369,
        0.11239884705483790);
  }

  /** Counted over all 256 bytes by hand in section 3.4: 55, 94, 59 and 48. */
  @Test
  void theLongestRunInAByteHasItsExactClasses() {
    assertShares(
        LongestRunTest.Blocks.SHORT.shares(ReferenceConstants.EXACT),
        55 / 256.0,
        94 / 256.0,
        59 / 256.0,
        48 / 256.0);
  }

  /** Hamano and Kaneko, IEICE Trans. Fundamentals E90-A (2007) 1788. */
  @Test
  void overlappingOnesHaveTheirExactClasses() {
    assertShares(
        new OverlappingTemplateTest(9, 1032, ReferenceConstants.EXACT).exactShares(),
        0.36409105321672786,
        0.18565890010624038,
        0.13938113045903270,
        0.10057114399877811,
        0.07043232634639845,
        0.13986544587282250);
  }

  /** All 1,024 sequences of ten bits, enumerated. */
  @Test
  void overlappingOnesOfAShortBlockAreThoseOfEveryBlock() {
    double[] counted = new double[6];
    for (int block = 0; block < 1024; block++) {
      int pairs = Integer.bitCount(block & (block >>> 1));
      counted[Math.min(pairs, 5)] += 1 / 1024.0;
    }
    assertShares(
        new OverlappingTemplateTest(2, 10, ReferenceConstants.EXACT).exactShares(), counted);
  }

  @Test
  void ranksHaveTheKnownLimits() {
    // Section 3.5: 0.2888, 0.5776 and 0.1336 to four digits.
    assertThat(RankTest.probability(32)).isCloseTo(0.2888, within(5e-5));
    assertThat(RankTest.probability(31)).isCloseTo(0.5776, within(5e-5));
    double all = 0;
    for (int rank = 0; rank <= 32; rank++) {
      all += RankTest.probability(rank);
    }
    assertThat(all).isCloseTo(1, within(ROUNDING));
  }

  @Test
  void visitsOfACycleAddUpToOneAndMeetTheToolsTable() {
    for (int x = 1; x <= 4; x++) {
      double[] exact = new RandomExcursionsTest(ReferenceConstants.EXACT).shares(x);
      double[] tool = new RandomExcursionsTest(ReferenceConstants.STS).shares(x);
      assertThat(Arrays.stream(exact).sum()).isCloseTo(1, within(ROUNDING));
      assertThat(exact).containsExactly(tool, within(2e-10));
    }
  }

  @Test
  void thereAre148AperiodicTemplatesOfNineBits() {
    int[] templates = NonOverlappingTemplateTest.aperiodic(9);
    assertThat(templates).hasSize(148).isSorted().startsWith(1, 3, 5, 7, 9);
    assertThat(NonOverlappingTemplateTest.aperiodic(3)).containsExactly(1, 3, 4, 6);
  }
}
