package io.spindrift.diffusion.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.diffusion.process.NoiseLevel;
import io.spindrift.diffusion.process.NoiseSchedule;
import io.spindrift.diffusion.process.ScheduleKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpacingTest {
  @ParameterizedTest
  @EnumSource(ScheduleKind.class)
  void evenStepsAreThoseOfTheSchedule(ScheduleKind kind) {
    NoiseSchedule schedule = kind.steps(1000);
    for (int count : new int[] {1, 2, 7, 50, 999, 1000}) {
      NoiseLevels levels = Spacing.STEPS.levels(schedule, count);
      assertThat(levels.count()).isEqualTo(count);
      assertThat(levels.from(0)).isEqualTo(schedule.level(999));
      assertThat(levels.from(count - 1)).isEqualTo(schedule.level(count == 1 ? 999 : 0));
      assertThat(levels.levels()).allMatch(l -> schedule.level((int) l.timestep()).equals(l));
      assertThat(levels.to(count - 1)).isEqualTo(NoiseLevel.CLEAN);
    }
    assertThatThrownBy(() -> Spacing.STEPS.levels(schedule, 1001))
        .hasMessageContaining("sampling steps must be between 1 and 1000, but was 1001");
  }

  @Test
  void levelsEvenInLogSnrFallByOneFactor() {
    NoiseLevels levels = Spacing.LOG_SNR.levels(NoiseSchedule.cosine(1000), 9);
    double factor = levels.from(1).sigma() / levels.from(0).sigma();
    for (int i = 1; i < 9; i++) {
      assertThat(levels.from(i).sigma() / levels.from(i - 1).sigma())
          .isCloseTo(factor, within(1e-9));
    }
    assertThat(levels.from(0).sigma()).isCloseTo(80, within(1e-9));
    assertThat(levels.from(8).sigma())
        .isCloseTo(NoiseSchedule.cosine(1000).level(0).sigma(), within(1e-9));
  }

  @Test
  void edmLevelsAreEvenInTheSeventhRootAndInsideTheSchedule() {
    NoiseLevels levels = Spacing.EDM.levels(NoiseSchedule.linear(1000), 5);
    double most = NoiseSchedule.linear(1000).level(999).sigma();
    double least = NoiseSchedule.linear(1000).level(0).sigma();
    assertThat(most).isGreaterThan(80);
    assertThat(levels.from(0).sigma()).isCloseTo(80, within(1e-9));
    assertThat(levels.from(4).sigma()).isCloseTo(least, within(1e-12));
    double middle = (Math.pow(80, 1 / 7.0) + Math.pow(least, 1 / 7.0)) / 2;
    assertThat(levels.from(2).sigma()).isCloseTo(Math.pow(middle, 7), within(1e-9));
  }

  @ParameterizedTest
  @EnumSource(Spacing.class)
  void levelsFromAGivenNoiseBeginThere(Spacing spacing) {
    NoiseSchedule schedule = NoiseSchedule.cosine(200);
    NoiseLevels levels = spacing.levels(schedule, 12, 0.7);
    assertThat(levels.count()).isEqualTo(12);
    assertThat(levels.from(0).sigma()).isCloseTo(0.7, within(1e-12));
    assertThat(levels.from(11).timestep()).isCloseTo(0, within(1e-6));
    // Less noise than the schedule knows: one level, that of the image itself.
    assertThat(spacing.levels(schedule, 12, 1e-4).count()).isEqualTo(1);
    assertThat(spacing.levels(schedule, 12, 1e6).from(0).timestep()).isEqualTo(199);
  }

  @ParameterizedTest
  @EnumSource(SamplerKind.class)
  void aSamplerAsksTheDenoiserAsOftenAsItWasTold(SamplerKind kind) {
    NoiseSchedule schedule = NoiseSchedule.sigmoid(100);
    for (Spacing spacing : Spacing.values()) {
      for (int evaluations = 1; evaluations <= 12; evaluations++) {
        Sampler sampler = kind.over(schedule, spacing, evaluations, 0);
        assertThat(sampler.steps()).hasSize(evaluations).allMatch(ReverseStep::evaluates);
        assertThat(sampler.steps().getLast().to()).isEqualTo(NoiseLevel.CLEAN);
        assertThat(sampler.name()).isNotBlank();
      }
    }
  }

  @Test
  void aStepBackRestoresTheNoiseOfItsLevel() {
    NoiseSchedule schedule = NoiseSchedule.cosine(50);
    ReverseStep back = ReverseStep.back(schedule.level(10), schedule.level(30));
    assertThat(back.stateWeight() * schedule.signal(10))
        .isCloseTo(schedule.signal(30), within(1e-12));
    double carried = back.stateWeight() * schedule.spread(10);
    assertThat(carried * carried + back.sigma() * back.sigma())
        .isCloseTo(1 - schedule.alphaBar(30), within(1e-12));
    assertThat(back.evaluates()).isFalse();
  }
}
