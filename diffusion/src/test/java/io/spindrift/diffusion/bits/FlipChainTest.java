package io.spindrift.diffusion.bits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.memory.process.Correction;
import io.spindrift.memory.process.FlipSchedule;
import io.spindrift.memory.process.KernelTable;
import io.spindrift.memory.process.PlaneLaw;
import io.spindrift.memory.process.PlaneProcess;
import io.spindrift.memory.process.StatedDial;
import io.spindrift.memory.process.TwoStateKernel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FlipChainTest {
  private static final int STEPS = 6;

  /** Six different steps of three kinds of cells, none of which treats 0 and 1 alike. */
  private static final FlipChain CHAIN =
      new FlipChain(
          List.of(
              step(0.02, 0.05, 0.1),
              step(0.3, 0.01, 0.2),
              step(0.11, 0.4, 0.07),
              step(0.6, 0.2, 0.5),
              step(0.05, 0.9, 0.33),
              step(0.25, 0.15, 0.01)));

  private static List<KernelTable> step(double a, double b, double c) {
    return List.of(
        new KernelTable(
            List.of(
                new TwoStateKernel(a, b),
                new TwoStateKernel(c, 0.5 * a),
                new TwoStateKernel(b, c))),
        KernelTable.of(new TwoStateKernel(c, a)));
  }

  @Test
  void marginalsOfEqualStepsArePowersOfTheirMatrix() {
    TwoStateKernel zero = new TwoStateKernel(0.03, 0.011);
    TwoStateKernel one = TwoStateKernel.symmetric(0.04);
    FlipChain chain = SmallWorld.chain(50, KernelTable.of(zero), KernelTable.of(one));
    for (int plane = 0; plane < 2; plane++) {
      TwoStateKernel kernel = plane == 0 ? zero : one;
      double[][] power = {{1, 0}, {0, 1}};
      for (int t = 1; t <= 50; t++) {
        power = product(power, kernel);
        TwoStateKernel marginal = chain.marginal(t, plane);
        assertThat(marginal.fromZero()).isCloseTo(power[0][1], within(1e-14));
        assertThat(marginal.fromOne()).isCloseTo(power[1][0], within(1e-14));
        assertThat(marginal.fromZero()).isCloseTo(kernel.times(t).fromZero(), within(1e-14));
      }
      assertThat(chain.startingShare(plane))
          .isCloseTo(kernel.fromZero() / (kernel.fromZero() + kernel.fromOne()), within(1e-12));
    }
    assertThat(chain.finalCorrelation(0)).isCloseTo(Math.pow(1 - 0.041, 50), within(1e-14));
  }

  private static double[][] product(double[][] matrix, TwoStateKernel kernel) {
    double[][] product = new double[2][2];
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        for (int k = 0; k < 2; k++) {
          product[i][j] += matrix[i][k] * kernel.probability(k, j);
        }
      }
    }
    return product;
  }

  /** Probability, over all paths and kinds, that x_0 = first passes x_s = middle and x_t = last. */
  private static double paths(int plane, int first, int s, int middle, int t, int last) {
    int kinds = CHAIN.between(0, 1, plane).kinds().size();
    double sum = 0;
    for (int path = 0; path < 1 << t + 1; path++) {
      if ((path & 1) != first || (path >> s & 1) != middle || (path >> t & 1) != last) {
        continue;
      }
      for (int kind = 0; kind < kinds; kind++) {
        double product = 1.0 / kinds;
        for (int i = 0; i < t; i++) {
          TwoStateKernel kernel = CHAIN.between(i, i + 1, plane).kind(kind);
          product *= kernel.probability(path >> i & 1, path >> i + 1 & 1);
        }
        sum += product;
      }
    }
    return sum;
  }

  @Test
  void marginalsAreSumsOverAllPathsAndKindsOfCells() {
    for (int plane = 0; plane < 2; plane++) {
      for (int t = 1; t <= STEPS; t++) {
        TwoStateKernel marginal = CHAIN.marginal(t, plane);
        assertThat(marginal.fromZero()).isCloseTo(paths(plane, 0, 0, 0, t, 1), within(1e-15));
        assertThat(marginal.fromOne()).isCloseTo(paths(plane, 1, 0, 1, t, 0), within(1e-15));
      }
    }
  }

  @Test
  void posteriorsAreBayesRuleOverAllPathsAndKindsOfCells() {
    for (int plane = 0; plane < 2; plane++) {
      for (int t = 1; t <= STEPS; t++) {
        for (int s = 0; s < t; s++) {
          ReverseFlip back = ReverseFlip.of(CHAIN, s, t, plane);
          for (int now = 0; now < 2; now++) {
            double[] one = new double[2];
            for (int first = 0; first < 2; first++) {
              double ones = paths(plane, first, s, 1, t, now);
              one[first] = ones / (ones + paths(plane, first, s, 0, t, now));
            }
            assertThat(back.given(now).one(0)).isCloseTo(one[0], within(1e-14));
            assertThat(back.given(now).one(1)).isCloseTo(one[1], within(1e-14));
            assertThat(back.given(now).one(0.3))
                .isCloseTo(0.7 * one[0] + 0.3 * one[1], within(1e-14));
          }
        }
      }
    }
  }

  @Test
  void withOneKindOfCellTheWayBackIsThePosteriorOfTheMemory() {
    for (int t = 2; t <= STEPS; t++) {
      ReverseFlip back = ReverseFlip.of(CHAIN, t - 1, t, 1);
      TwoStateKernel step = CHAIN.between(t - 1, t, 1).mean();
      TwoStateKernel before = CHAIN.marginal(t - 1, 1);
      for (int now = 0; now < 2; now++) {
        for (int first = 0; first < 2; first++) {
          assertThat(back.given(now).one(first))
              .isCloseTo(step.posteriorOne(before, now, first), within(1e-15));
        }
      }
    }
  }

  @Test
  void theLastStepBackIsTheAnswerItself() {
    ReverseFlip back = ReverseFlip.of(CHAIN, 0, 4, 0);
    for (int now = 0; now < 2; now++) {
      assertThat(back.given(now).one(0.37)).isEqualTo(0.37);
    }
  }

  /** Bits only fall: a 1 now was a 1 before and first, whatever a network says. */
  @Test
  void aFirstValueThatNeverLeadsHereHasNoSay() {
    FlipChain falling = SmallWorld.chain(3, KernelTable.of(new TwoStateKernel(0, 0.5)));
    ReverseFlip back = ReverseFlip.of(falling, 1, 2, 0);
    assertThat(back.given(1).one(0.1)).isEqualTo(1);
    // A 1 that is 0 after two steps was 1 after the first with (1/2 1/2)/(1/2 1/2 + 1/2).
    assertThat(back.given(0).one(1)).isCloseTo(1 / 3.0, within(1e-15));
    assertThat(back.given(0).one(0)).isZero();
    FlipChain gone = SmallWorld.chain(2, KernelTable.of(new TwoStateKernel(0, 1)));
    assertThat(ReverseFlip.of(gone, 1, 2, 0).given(1).one(0.5)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Correction.class)
  void theChainOfAProcessIsItsLawStepByStep(Correction correction) {
    PlaneProcess process =
        new PlaneProcess(
            FlipSchedule.cosine(9, 0.05).withMostSignificantFactor(0.4, 3),
            new StatedDial(0.3),
            correction,
            PlaneProcess.Periphery.toggling(new TwoStateKernel(0.97, 0.99)));
    FlipChain chain = FlipChain.of(3, process);
    assertThat(chain.steps()).isEqualTo(9);
    assertThat(chain.planes()).isEqualTo(3);
    for (int t = 0; t <= 9; t++) {
      PlaneLaw law = PlaneLaw.after(t, 3, process);
      for (int plane = 0; plane < 3; plane++) {
        assertThat(chain.marginal(t, plane)).isEqualTo(law.kernel(plane));
      }
    }
  }

  @Test
  void aPlaneThatNeverFlipsHasNoShareToBeginWith() {
    FlipChain still = SmallWorld.chain(2, KernelTable.of(TwoStateKernel.IDENTITY));
    assertThatThrownBy(() -> still.startingShare(0)).hasMessageContaining("stationary share");
  }
}
