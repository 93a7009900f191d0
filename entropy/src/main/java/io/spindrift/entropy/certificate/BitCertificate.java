package io.spindrift.entropy.certificate;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.sp80022.ReferenceConstants;
import io.spindrift.entropy.sp80022.SequenceTest;
import io.spindrift.entropy.sp80022.StatisticalTestSuite;
import io.spindrift.entropy.sp80022.TestResult;
import io.spindrift.entropy.sp80090b.estimate.NonIidAssessment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Certificate of one sequence of bits: every p-value, one family-wise verdict, what so many bits
 * could have shown, and the entropy estimate of SP 800-90B beside it.
 *
 * @param source what made the bits
 * @param bitCount bits examined
 * @param shareOfOnes ones among them
 * @param family every result of SP 800-22 and of the autocorrelation tests, with Holm's verdict
 * @param assessment the non-IID track of SP 800-90B, null when it was not run; an estimate of
 *     entropy is not a test and has no part in the verdict
 * @param power what so many bits could have shown
 */
public record BitCertificate(
    String source,
    int bitCount,
    double shareOfOnes,
    FamilyVerdict family,
    @Nullable NonIidAssessment assessment,
    PowerStatement power) {
  /** Family-wise probability of rejecting fair independent bits. */
  public static final double LEVEL = 0.01;

  /** Fewest bits for which the estimates of SP 800-90B mean something (section 3.1.1: 10^6). */
  public static final int ASSESSABLE_BITS = 1_000_000;

  private static final int[] LAGS = {1, 2, 8, 64};

  /** The tests of SP 800-22 with exact constants, and autocorrelation at the given lags in bits. */
  public static List<SequenceTest> tests(int... lags) {
    List<SequenceTest> tests =
        new ArrayList<>(new StatisticalTestSuite(ReferenceConstants.EXACT).tests());
    IntStream.of(lags).mapToObj(AutocorrelationTest::new).forEach(tests::add);
    return List.copyOf(tests);
  }

  /** Examines a sequence by SP 800-22 and at lags 1, 2, 8 and 64, level 1 %. */
  public static BitCertificate of(String source, BitSequence bits) {
    return of(source, bits, tests(LAGS), LEVEL);
  }

  /** Examines a sequence by the given tests at the given family-wise level. */
  public static BitCertificate of(
      String source, BitSequence bits, List<SequenceTest> tests, double level) {
    List<TestResult> results = new ArrayList<>();
    tests.forEach(test -> results.addAll(test.judge(bits)));
    FamilyVerdict family = FamilyVerdict.of(results, level);
    return new BitCertificate(
        source,
        bits.length(),
        bits.ones() / (double) bits.length(),
        family,
        null,
        PowerStatement.of(bits.length(), level, family.judged()));
  }

  /** This certificate with the entropy that the non-IID track assessed. */
  public BitCertificate with(NonIidAssessment assessed) {
    return new BitCertificate(source, bitCount, shareOfOnes, family, assessed, power);
  }
}
