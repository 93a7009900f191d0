package io.spindrift.entropy.sp80022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked examples of SP 800-22 Rev 1a, chapter 2, printed to six digits. */
class WorkedExamplesTest {
  private static final double PRINTED = 1e-6;

  private static double pValue(CheckOutcome outcome) {
    assertThat(outcome).isInstanceOf(Judged.class);
    return ((Judged) outcome).pValue();
  }

  private static double pValue(List<TestResult> results, String parameter) {
    return pValue(
        results.stream()
            .filter(r -> r.parameter().contains(parameter))
            .findFirst()
            .orElseThrow()
            .outcome());
  }

  @Test
  void frequency() {
    assertThat(pValue(FrequencyTest.apply(BitSequence.parse("1011010101"))))
        .isCloseTo(0.527089, within(PRINTED));
  }

  @Test
  void blockFrequency() {
    assertThat(pValue(new BlockFrequencyTest(3).apply(BitSequence.parse("0110011010"))))
        .isCloseTo(0.801252, within(PRINTED));
  }

  @Test
  void runs() {
    assertThat(pValue(RunsTest.apply(BitSequence.parse("1001101011"))))
        .isCloseTo(0.147232, within(PRINTED));
  }

  /** Section 2.4.8: 128 bits in blocks of eight. */
  @Test
  void longestRun() {
    BitSequence bits =
        BitSequence.parse(
            "11001100000101010110110001001100111000000000001001001101010100010001001111010110"
                + "100000001101011111001100111001101101100010110010");
    assertThat(pValue(new LongestRunTest(ReferenceConstants.EXACT).judge(bits), "M=8 K=3"))
        .isCloseTo(0.180609, within(2e-5));
  }

  /** The document prints 0.029523 for a threshold it later replaced; d = -0.725476 is meant. */
  @Test
  void spectral() {
    SpectralTest test = new SpectralTest(ReferenceConstants.STS, HotLoops.SCALAR);
    assertThat(pValue(test.apply(BitSequence.parse("1001010011"))))
        .isCloseTo(0.468160, within(PRINTED));
  }

  @Test
  void nonOverlappingTemplate() {
    List<TestResult> results =
        new NonOverlappingTemplateTest(3, 2).apply(BitSequence.parse("10100100101110010110"));
    assertThat(pValue(results, "tpl=001")).isCloseTo(0.344154, within(PRINTED));
  }

  @Test
  void serial() {
    BitSequence bits = BitSequence.parse("0011011101");
    List<TestResult> results = new SerialTest(3).judge(PatternCounts.around(bits, 3), bits);
    assertThat(pValue(results, "p1")).isCloseTo(0.808792, within(PRINTED));
    assertThat(pValue(results, "p2")).isCloseTo(0.670320, within(PRINTED));
  }

  @Test
  void approximateEntropy() {
    BitSequence bits = BitSequence.parse("0100110101");
    List<TestResult> results =
        new ApproximateEntropyTest(3).judge(PatternCounts.around(bits, 4), bits);
    assertThat(pValue(results, "m=3")).isCloseTo(0.261961, within(PRINTED));
  }

  @Test
  void cumulativeSums() {
    List<TestResult> results = new CumulativeSumsTest().apply(BitSequence.parse("1011010111"));
    assertThat(pValue(results, "forward")).isCloseTo(0.411659, within(PRINTED));
  }

  /** The document rounds pi to four digits on the way; the walk has three cycles. */
  @Test
  void randomExcursions() {
    Excursions walk = Excursions.of(BitSequence.parse("0110110101"));
    assertThat(walk.cycles()).isEqualTo(3);
    List<TestResult> results = new RandomExcursionsTest(ReferenceConstants.EXACT).apply(walk);
    assertThat(pValue(results, "x=+1")).isCloseTo(0.502488, within(2e-5));
  }

  @Test
  void randomExcursionsVariant() {
    Excursions walk = Excursions.of(BitSequence.parse("0110110101"));
    List<TestResult> results = new RandomExcursionsVariantTest().apply(walk);
    assertThat(pValue(results, "x=+1")).isCloseTo(0.683091, within(PRINTED));
  }

  /** Section 2.10.4: the thirteen bits come from a register of length four. */
  @Test
  void linearComplexity() {
    int[] lengths =
        new ShiftRegisters(13, new ShiftRegisterSteps.Scalar())
            .lengths(BitSequence.parse("1101011110001"));
    assertThat(lengths).containsExactly(4);
  }

  /** Section 2.9.4: words of two bits, four of them first: sum 1.1949875 times six. */
  @Test
  void universal() {
    double sum = UniversalTest.sumOfLogarithms(BitSequence.parse("01011010011101010111"), 2, 4, 6);
    assertThat(sum / 6).isCloseTo(1.1949875, within(1e-7));
  }
}
