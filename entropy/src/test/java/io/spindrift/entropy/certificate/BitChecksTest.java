package io.spindrift.entropy.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.KeyedBits;
import io.spindrift.entropy.coin.CellProbabilities;
import io.spindrift.entropy.coin.ResetCoin;
import io.spindrift.entropy.sp80022.BitCheck;
import io.spindrift.entropy.sp80022.BlockFrequencyCheck;
import io.spindrift.entropy.sp80022.CheckOutcome;
import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import io.spindrift.entropy.sp80022.CheckOutcome.NotApplicable;
import io.spindrift.entropy.sp80022.CumulativeSumsCheck;
import io.spindrift.entropy.sp80022.CumulativeSumsCheck.Direction;
import io.spindrift.entropy.sp80022.FrequencyCheck;
import io.spindrift.entropy.sp80022.RunsCheck;
import io.spindrift.numerics.random.StreamKey;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BitChecksTest {
  private static double pValue(CheckOutcome outcome) {
    assertThat(outcome).isInstanceOf(Judged.class);
    return ((Judged) outcome).pValue();
  }

  /** SP 800-22 Rev 1a, sections 2.1.4, 2.2.4, 2.3.4 and 2.13.4, printed to six digits. */
  @Test
  void theWorkedExamplesOfTheStandardAreMet() {
    assertThat(FrequencyCheck.apply(BitSequence.parse("1011010101")).pValue())
        .isCloseTo(0.527089, within(5e-7));
    assertThat(new BlockFrequencyCheck(3).apply(BitSequence.parse("0110011010")).pValue())
        .isCloseTo(0.801252, within(5e-7));
    assertThat(pValue(RunsCheck.apply(BitSequence.parse("1001101011"))))
        .isCloseTo(0.147232, within(5e-7));
    assertThat(
            new CumulativeSumsCheck(Direction.FORWARD)
                .apply(BitSequence.parse("1011010111"))
                .pValue())
        .isCloseTo(0.411659, within(5e-7));
  }

  /** One million bits of sqrt 2; p-values printed by NIST STS 2.1.2 with fifteen digits. */
  @Test
  void theBitsOfTheSquareRootOfTwoGetThePublishedPValues() {
    String digits = BigInteger.TWO.shiftLeft(2 * 999_999).sqrt().toString(2);
    BitSequence bits = BitSequence.parse(digits);
    assertThat(bits.length()).isEqualTo(1_000_000);
    assertThat(pValue(new FrequencyCheck().judge(bits)))
        .isCloseTo(0.811881094202388, within(1e-12));
    assertThat(pValue(new BlockFrequencyCheck(128).judge(bits)))
        .isCloseTo(0.833222046030129, within(1e-9));
    assertThat(pValue(new RunsCheck().judge(bits))).isCloseTo(0.313427242512704, within(1e-12));
    assertThat(pValue(new CumulativeSumsCheck(Direction.FORWARD).judge(bits)))
        .isCloseTo(0.879008546452309, within(1e-9));
    assertThat(pValue(new CumulativeSumsCheck(Direction.BACKWARD).judge(bits)))
        .isCloseTo(0.957206427192714, within(1e-9));
  }

  /** Menezes et al., "Handbook of Applied Cryptography", example 5.31: A(8) = 100, X5 = 3.8933. */
  @Test
  void theWorkedExampleOfTheHandbookIsMet() {
    BitSequence bits = BitSequence.parse("1110001100010001010011101111001001001001".repeat(4));
    assertThat(bits.differences(8)).isEqualTo(100);
    Judged judged = (Judged) new AutocorrelationCheck(8).judge(bits);
    assertThat(-judged.statistic() * Math.sqrt(152)).isCloseTo(3.8933, within(5e-5));
    assertThat(judged.pValue()).isCloseTo(9.889e-5, within(1e-8));
  }

  @Test
  void autocorrelationCountsTheDifferingPairs() {
    // Period four: every pair at lag 2 differs, every pair at lag 4 agrees, half of them at lag 1.
    BitSequence bits = BitSequence.parse("0011".repeat(100));
    assertThat(((Judged) new AutocorrelationCheck(2).judge(bits)).statistic()).isEqualTo(-1);
    assertThat(((Judged) new AutocorrelationCheck(4).judge(bits)).statistic()).isEqualTo(1);
    assertThat(bits.differences(1)).isEqualTo(199);
    assertThat(pValue(new AutocorrelationCheck(2).judge(bits))).isLessThan(1e-80);
  }

  @Test
  void whatCannotBeJudgedIsNotApplicableAndNeverZero() {
    BitSequence few = BitSequence.parse("01".repeat(40));
    for (BitCheck check : BitCertificate.standardChecks(80, 1, 64)) {
      assertThat(check.judge(few)).isInstanceOf(NotApplicable.class);
    }
    BitSequence biased = BitSequence.parse("1110".repeat(100));
    assertThat(new RunsCheck().judge(biased)).isInstanceOf(NotApplicable.class);
    assertThat(BitCertificate.of("few", few).verdict()).isEqualTo(BitCertificate.Verdict.UNDECIDED);
    BitCertificate certificate = BitCertificate.of("biased", biased);
    assertThat(certificate.verdict()).isEqualTo(BitCertificate.Verdict.FAILED);
    assertThat(certificate.rejectedBy()).contains("frequency");
  }

  @Test
  void eachCheckRejectsGoodBitsOnceInAHundred() {
    // 1,000 sequences of 8,192 bits. Rejections are binomial(1000, 0.01): sd 3.1; 0 to 24 holds
    // for a check with probability 1 - 5e-5, nine checks: false alarm 5e-4.
    List<BitCheck> checks = BitCertificate.standardChecks(8192, 1, 2, 8, 64);
    int[] rejected = new int[checks.size()];
    int failed = 0;
    for (int s = 0; s < 1000; s++) {
      BitSequence bits = BitSequence.draw(new KeyedBits(), StreamKey.root(2025).at(s), 8192);
      for (int c = 0; c < checks.size(); c++) {
        CheckOutcome outcome = checks.get(c).judge(bits);
        rejected[c] += outcome instanceof Judged judged && judged.pValue() < 0.01 ? 1 : 0;
      }
      failed +=
          BitCertificate.of("good", bits, checks, 0.01).verdict() == BitCertificate.Verdict.FAILED
              ? 1
              : 0;
    }
    for (int c = 0; c < checks.size(); c++) {
      assertThat(rejected[c]).as(checks.get(c).name()).isBetween(1, 24);
    }
    assertThat(failed).isBetween(0, 24);
  }

  @Test
  void holmRejectsInRisingOrderUntilTheFirstThatStands() {
    List<BitCertificate.Check> found =
        List.of(
            new BitCertificate.Check("a", new Judged(0.03, 0)),
            new BitCertificate.Check("b", new Judged(0.001, 0)),
            new BitCertificate.Check("none", new NotApplicable("too short")),
            new BitCertificate.Check("c", new Judged(0.015, 0)));
    // Thresholds 0.05/3, 0.05/2, 0.05/1: 0.001, 0.015 and 0.03 all fall; at 0.02 only b does.
    assertThat(BitCertificate.holm(found, 0.05)).containsExactly("b", "c", "a");
    assertThat(BitCertificate.holm(found, 0.02)).containsExactly("b");
  }

  @Test
  void theStatedOffsetIsDetectedNineTimesInTen() {
    // 400 sequences of 10,000 bits at the offset; binomial(400, 0.9): sd 6; bound 4.5 sd.
    double offset = BitCertificate.detectableOffset(10_000, 0.01, 0.9);
    assertThat(offset).isCloseTo((2.575829 + 1.281552) / 200, within(1e-7));
    double[] p = new double[64];
    Arrays.fill(p, 0.5 + offset);
    var coin = new ResetCoin("offset", CellProbabilities.of(p, 64));
    int detected = 0;
    for (int s = 0; s < 400; s++) {
      BitSequence bits = BitSequence.draw(coin, StreamKey.root(41).at(s), 10_000);
      detected += pValue(new FrequencyCheck().judge(bits)) < 0.01 ? 1 : 0;
    }
    assertThat(detected).isBetween(360 - 27, 360 + 27);
  }
}
