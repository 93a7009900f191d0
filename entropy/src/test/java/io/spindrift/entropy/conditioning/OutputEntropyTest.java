package io.spindrift.entropy.conditioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputEntropyTest {
  private static final MathContext DIGITS = new MathContext(700);

  /** The standard's formula word for word, in decimals of 700 digits. */
  private static double plain(int in, int out, int nw, int entropy) {
    BigDecimal two = BigDecimal.valueOf(2);
    BigDecimal high = BigDecimal.ONE.divide(two.pow(entropy), DIGITS);
    BigDecimal low =
        BigDecimal.ONE.subtract(high).divide(two.pow(in).subtract(BigDecimal.ONE), DIGITS);
    int n = Math.min(out, nw);
    BigDecimal ratio = two.pow(in - n);
    BigDecimal psi = ratio.multiply(low).add(high);
    BigDecimal log = new BigDecimal(Math.log(2));
    BigDecimal root = BigDecimal.valueOf(2L * n).multiply(ratio).multiply(log).sqrt(DIGITS);
    BigDecimal omega = ratio.add(root).multiply(low);
    BigDecimal most = psi.max(omega);
    // log2 of a number whose exponent a double cannot hold: take powers of two out first.
    return -(Math.log(most.multiply(two.pow(n)).doubleValue()) / Math.log(2) - n);
  }

  @ParameterizedTest
  @CsvSource({
    "512, 256, 256, 320",
    "512, 256, 256, 256",
    "512, 256, 256, 200",
    "320, 256, 256, 320",
    "2048, 64, 256, 128",
    "256, 256, 256, 256",
    "256, 256, 256, 100",
    "260, 256, 256, 255",
    "16, 8, 8, 12"
  })
  void theFormulaIsTheStandards(int in, int out, int nw, int entropy) {
    assertThat(OutputEntropy.bits(in, out, nw, entropy))
        .isCloseTo(Math.clamp(plain(in, out, nw, entropy), 0, out), within(1e-11));
  }

  /** psi = 2^-64 (1 + 1) to 1e-19, and omega is smaller: one bit is lost. */
  @Test
  void asMuchEntropyAsTheOutputHoldsLosesOneBit() {
    assertThat(OutputEntropy.bits(4096, 64, 64, 64)).isCloseTo(63, within(1e-12));
  }

  /** psi = 2^-n (1 + 2^-64); of omega only sqrt(2 n ln 2/2^(n_in - n)) is left, 4.4e-9 here. */
  @Test
  void sixtyFourBitsMoreThanTheOutputAreFullEntropy() {
    assertThat(OutputEntropy.bits(320, 256, 256, 320)).isBetween(256 - 7e-9, 256.0);
    assertThat(OutputEntropy.bits(512, 256, 256, 320)).isEqualTo(256);
    assertThat(OutputEntropy.bits(512, 256, 256, 250)).isCloseTo(250, within(0.03));
  }

  @Test
  void noEntropyStaysNoneAndLongInputsDoNotOverflow() {
    assertThat(OutputEntropy.bits(512, 256, 256, 0)).isZero();
    assertThat(OutputEntropy.bits(65_536, 256, 256, 300)).isCloseTo(256, within(1e-9));
  }

  @Test
  void noMoreComesOutThanTheNarrowestWidthLetsThrough() {
    assertThat(OutputEntropy.bits(1024, 256, 128, 1024)).isCloseTo(128, within(1e-9));
    assertThat(OutputEntropy.bits(1024, 256, 256, 1024)).isCloseTo(256, within(1e-9));
  }
}
