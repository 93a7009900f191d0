package io.spindrift.experiment.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.experiment.comparison.Margin;
import io.spindrift.experiment.comparison.SizeScale;
import io.spindrift.numerics.UnusableInput;
import java.util.List;
import org.junit.jupiter.api.Test;

class TolerancePlanTest {
  @Test
  void anImperfectionOfSamplingHoldsInTheTrainingToo() {
    TolerancePlan plan = plan("noise.sampling.correlation", true);

    assertThat(plan.setting(0.5)).isEqualTo("noise.sampling.correlation=0.5");
    assertThat(plan.trainedSettings(0.5))
        .containsExactly("noise.sampling.correlation=0.5", "noise.training.correlation=0.5");
  }

  @Test
  void anImperfectionOfTrainingLeavesSamplingAsItIs() {
    assertThat(plan("noise.training.bitsPerSample", true).trainedSettings(4))
        .containsExactly("noise.training.bitsPerSample=4");
  }

  @Test
  void aSettingThatBothNoisesShareIsGivenOnce() {
    assertThat(plan("entropy.bitsPerSample", true).trainedSettings(4))
        .containsExactly("entropy.bitsPerSample=4");
  }

  @Test
  void aSettingOfTrainingAsksForATraining() {
    assertThatThrownBy(() -> plan("noise.training.correlation", false))
        .isInstanceOf(UnusableInput.class)
        .hasMessage(
            "noise.training.correlation changes training alone: give --train-too, or"
                + " noise.sampling.correlation");
  }

  private static TolerancePlan plan(String knob, boolean trainToo) {
    return new TolerancePlan(
        TolerancePlan.WORD,
        "",
        null,
        knob,
        List.of(0.0, 0.5),
        SizeScale.LINEAR,
        Margin.DEFAULT,
        trainToo);
  }
}
