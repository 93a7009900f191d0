package io.spindrift.entropy.sp80022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;

class UniformityCheckTest {
  private static final long[] COUNTS = {4, 9, 3, 8, 6, 5, 7, 9, 2, 6};

  private static double direct(double expected) {
    double chiSquare =
        LongStream.of(COUNTS).mapToDouble(c -> (c - expected) * (c - expected)).sum();
    return 1 - new ChiSquaredDistribution(9).cumulativeProbability(chiSquare / expected);
  }

  @Test
  void theExpectedCountIsATenthUnlessStsRoundsItDown() {
    assertThat(UniformityCheck.pValue(COUNTS, ReferenceConstants.EXACT).orElseThrow())
        .isEqualTo(direct(5.9), within(1e-12));
    assertThat(UniformityCheck.pValue(COUNTS, ReferenceConstants.STS).orElseThrow())
        .isEqualTo(direct(5), within(1e-12));
  }

  @Test
  void tooFewPValuesGiveNoAnswer() {
    long[] few = {5, 5, 5, 5, 5, 5, 5, 5, 5, 9};
    assertThat(UniformityCheck.pValue(few, ReferenceConstants.EXACT)).isEmpty();
    assertThat(UniformityCheck.pValue(few, ReferenceConstants.STS)).isPresent();
    assertThat(UniformityCheck.pValue(new long[10], ReferenceConstants.STS)).isEmpty();
  }

  @Test
  void everyPValueHasABin() {
    assertThat(UniformityCheck.bin(0)).isZero();
    assertThat(UniformityCheck.bin(0.1)).isOne();
    assertThat(UniformityCheck.bin(0.95)).isEqualTo(9);
    assertThat(UniformityCheck.bin(1)).isEqualTo(9);
  }
}
