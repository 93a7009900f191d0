package io.spindrift.entropy.gaussian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.testkit.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTailsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0.5",
    "1, 0.15865525393145705",
    "1.9999999999, 0.022750131953578",
    "2, 0.02275013194817921",
    "3, 0.0013498980316300946",
    "6, 9.865876450376981e-10",
    "9, 1.1285884059538405e-19",
    "10, 7.619853024160527e-24",
    "-1, 0.8413447460685429"
  })
  void tailHasItsTabledValue(double z, double tail) {
    assertThat(NormalTails.upperTail(z)).isCloseTo(tail, within(3e-13 * tail));
  }

  @Test
  void tailAgreesWithTheSeriesOfTheDistribution() {
    for (double z = -5; z <= 5; z += 0.0625) {
      assertThat(NormalTails.upperTail(z))
          .isCloseTo(1 - NormalDistribution.cumulative(z), within(1e-14));
    }
    assertThat(NormalTails.upperTail(1e3)).isZero();
    assertThat(NormalTails.upperTail(-1e3)).isOne();
  }
}
