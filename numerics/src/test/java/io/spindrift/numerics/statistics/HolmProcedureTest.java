package io.spindrift.numerics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HolmProcedureTest {
  @Test
  void eachStepDividesTheLevelByTheHypothesesThatAreLeft() {
    assertThat(HolmProcedure.rejected(new double[] {0.5, 0.005, 0.0161, 0.012}, 0.05))
        .containsExactly(1, 3, 2);
    assertThat(HolmProcedure.rejected(new double[] {0.5, 0.005, 0.0256, 0.0167}, 0.05))
        .containsExactly(1);
    assertThat(HolmProcedure.rejected(new double[] {0.013, 0.013, 0.013, 0.013}, 0.05)).isEmpty();
    assertThat(HolmProcedure.rejected(new double[0], 0.05)).isEmpty();
  }

  /** 40,000 families of 20 true hypotheses; the bound 5 % may be passed by 4 sigma. */
  @Test
  void aTrueHypothesisIsRejectedInAtMostTheGivenShareOfFamilies() {
    SplittableRandom random = new SplittableRandom(61);
    int families = 40_000;
    int wrong = 0;
    for (int f = 0; f < families; f++) {
      double[] pValues = random.doubles(20).toArray();
      wrong += HolmProcedure.rejected(pValues, 0.05).isEmpty() ? 0 : 1;
    }
    double exact = 1 - Math.pow(1 - 0.05 / 20, 20);
    double sigma = Math.sqrt(exact * (1 - exact) / families);
    assertThat(wrong / (double) families).isBetween(exact - 4 * sigma, exact + 4 * sigma);
  }

  @Test
  void whatIsNoProbabilityIsRefused() {
    for (double wrong : new double[] {Double.NaN, -0.1, 1.1}) {
      assertThatThrownBy(() -> HolmProcedure.rejected(new double[] {wrong}, 0.05))
          .hasMessageContaining("p-value must be between 0 and 1");
      assertThatThrownBy(() -> HolmProcedure.rejected(new double[] {0.5}, wrong))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aPValueAtItsThresholdIsRejected() {
    // Of two at level 1/8 the smaller is held against 1/16 and the larger against 1/8.
    assertThat(HolmProcedure.rejected(new double[] {0.125, 0.0625}, 0.125)).containsExactly(1, 0);
    assertThat(HolmProcedure.rejected(new double[] {0.125, Math.nextUp(0.0625)}, 0.125)).isEmpty();
    assertThat(HolmProcedure.rejected(new double[] {Math.nextUp(0.125), 0.0625}, 0.125))
        .containsExactly(1);
  }
}
