package io.spindrift.entropy.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.KeyedBits;
import io.spindrift.entropy.certificate.FamilyVerdict.Member;
import io.spindrift.entropy.certificate.FamilyVerdict.Verdict;
import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import io.spindrift.entropy.sp80022.CheckOutcome.NotApplicable;
import io.spindrift.entropy.sp80022.SequenceTest;
import io.spindrift.entropy.sp80022.TestResult;
import io.spindrift.numerics.random.StreamKey;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BitCertificateTest {
  private static Judged judged(SequenceTest test, BitSequence bits) {
    return (Judged) test.judge(bits).getFirst().outcome();
  }

  private static TestResult result(String test, String parameter, double pValue) {
    return new TestResult(test, parameter, new Judged(pValue, 0));
  }

  /** Menezes et al., "Handbook of Applied Cryptography", example 5.31: A(8) = 100, X5 = 3.8933. */
  @Test
  void theWorkedExampleOfTheHandbookIsMet() {
    BitSequence bits = BitSequence.parse("1110001100010001010011101111001001001001".repeat(4));
    assertThat(bits.differences(8)).isEqualTo(100);
    Judged judged = judged(new AutocorrelationTest(8), bits);
    assertThat(-judged.statistic() * Math.sqrt(152)).isCloseTo(3.8933, within(5e-5));
    assertThat(judged.pValue()).isCloseTo(9.889e-5, within(1e-8));
  }

  @Test
  void autocorrelationCountsTheDifferingPairs() {
    // Period four: every pair at lag 2 differs, every pair at lag 4 agrees, half of them at lag 1.
    BitSequence bits = BitSequence.parse("0011".repeat(100));
    assertThat(judged(new AutocorrelationTest(2), bits).statistic()).isEqualTo(-1);
    assertThat(judged(new AutocorrelationTest(4), bits).statistic()).isEqualTo(1);
    assertThat(bits.differences(1)).isEqualTo(199);
    assertThat(judged(new AutocorrelationTest(2), bits).pValue()).isLessThan(1e-80);
  }

  @Test
  void holmRejectsInRisingOrderUntilTheFirstThatStands() {
    List<TestResult> found =
        List.of(
            result("a", "", 0.03),
            result("b", "", 0.001),
            new TestResult("none", "", new NotApplicable("too short")),
            result("c", "", 0.015));
    // Thresholds 0.05/3, 0.05/2, 0.05/1: 0.001, 0.015 and 0.03 all fall; at 0.02 only b does.
    FamilyVerdict all = FamilyVerdict.of(found, 0.05);
    assertThat(all.judged()).isEqualTo(3);
    assertThat(all.share()).isCloseTo(0.05 / 3, within(1e-15));
    assertThat(all.rejected().stream().map(Member::title)).containsExactly("a", "b", "c");
    assertThat(FamilyVerdict.of(found, 0.02).rejected().stream().map(Member::title))
        .containsExactly("b");
    assertThat(FamilyVerdict.of(found, 0.002).verdict()).isEqualTo(Verdict.PASSED);
    assertThatThrownBy(() -> FamilyVerdict.of(List.of(result("x", "", Double.NaN)), 0.01))
        .hasMessageContaining("p-value must be between 0 and 1");
  }

  @Test
  void whatCannotBeJudgedIsNotApplicableAndNeverZero() {
    BitCertificate few = BitCertificate.of("few", BitSequence.parse("01".repeat(20)));
    assertThat(few.family().verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(few.family().judged()).isZero();
    assertThat(few.family().passed()).isFalse();
    BitCertificate periodic = BitCertificate.of("periodic", BitSequence.parse("1110".repeat(100)));
    assertThat(periodic.family().verdict()).isEqualTo(Verdict.FAILED);
    assertThat(periodic.shareOfOnes()).isEqualTo(0.75);
  }

  @Test
  void aCertificateRejectsGoodBitsNoMoreOftenThanItsLevel() {
    // 300 sequences of 4,096 bits at level 10 %: rejections at most binomial(300, 0.1): mean 30,
    // sd 5.2; above 53 with probability below 1e-5.
    List<SequenceTest> tests = BitCertificate.tests(1, 2, 3, 5, 8, 64);
    int failed = 0;
    for (int s = 0; s < 300; s++) {
      BitSequence bits = BitSequence.draw(new KeyedBits(), StreamKey.root(2025).at(s), 4096);
      failed += BitCertificate.of("good", bits, tests, 0.1).family().passed() ? 0 : 1;
    }
    assertThat(failed).isBetween(1, 53);
  }

  @Test
  void manyTemplatesFoldIntoOneLineWithAValidPValue() {
    List<TestResult> results =
        Stream.concat(
                Stream.of(
                    result("CumulativeSums", "forward", 0.4),
                    result("CumulativeSums", "reverse", 0.6)),
                IntStream.range(0, 148)
                    .mapToObj(i -> result("NonOverlappingTemplate", "t" + i, 0.002 + 0.006 * i)))
            .toList();
    List<FoldedResult> lines = FoldedResult.of(FamilyVerdict.of(results, 0.01));
    assertThat(lines.stream().map(FoldedResult::title))
        .containsExactly(
            "CumulativeSums forward",
            "CumulativeSums reverse",
            "NonOverlappingTemplate, 148 results");
    FoldedResult folded = lines.getLast();
    assertThat(folded.belowNominal()).isEqualTo(2);
    assertThat(folded.pValue().orElseThrow()).isCloseTo(148 * 0.002, within(1e-12));
    assertThat(folded.rejected()).isFalse();
    assertThat(lines.getFirst().pValue().orElseThrow()).isEqualTo(0.4);
  }

  @Test
  void autocorrelationNeedsAHundredPairs() {
    SequenceTest lagOne = new AutocorrelationTest(1);
    assertThat(judged(lagOne, BitSequence.parse("0".repeat(101))).statistic()).isEqualTo(1);
    assertThat(lagOne.judge(BitSequence.parse("0".repeat(100))).getFirst().outcome())
        .isEqualTo(new NotApplicable("needs 101 bits, has 100"));
  }

  @Test
  void aFoldedLineCountsOnlyWhatWasJudged() {
    List<TestResult> results =
        List.of(
            result("T", "a", 0.25),
            result("T", "b", 0.125),
            new TestResult("T", "c", new NotApplicable("too short")));
    FoldedResult folded = FoldedResult.of(FamilyVerdict.of(results, 0.01)).getFirst();
    assertThat(folded.judged()).isEqualTo(2);
    assertThat(folded.pValue().orElseThrow()).isEqualTo(0.25);
  }
}
