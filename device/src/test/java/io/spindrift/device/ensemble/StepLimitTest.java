package io.spindrift.device.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.dynamics.LinearField;
import io.spindrift.device.dynamics.Segment;
import io.spindrift.numerics.Constants;
import io.spindrift.numerics.UnusableInput;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepLimitTest {
  private static final double GAMMA = Constants.GYROMAGNETIC_RATIO_RADIANS_PER_SECOND_TESLA;

  @Test
  void turnIsGammaTimesFieldTimesStepWithTheThermalFieldCounted() {
    Segment segment = new Segment(new LinearField(0.03, 0, 0.04, 0, 0, 0.1), 1, 1e-12, 0.02, 0);
    double tesla = 0.05 + 0.1 + Math.sqrt(3) * 0.02;
    assertThat(StepLimit.turnRadians(segment, 0)).isCloseTo(GAMMA * 1e-12 * tesla, within(1e-12));
    assertThat(StepLimit.turnRadians(segment, 1))
        .isCloseTo(GAMMA * 1e-12 * tesla / Math.sqrt(2), within(1e-12));
  }

  @Test
  void slopesCountByTheirDifferenceBecauseAFieldAlongTheSpinDoesNothing() {
    Segment segment = new Segment(new LinearField(0, 0, 0, 5, 5, 5), 1, 1e-12, 0, 0);
    assertThat(StepLimit.turnRadians(segment, 0.1)).isZero();
  }

  @Test
  void stepThatIsTooLongIsRefusedWithTheStepThatWouldDo() {
    List<Segment> segments =
        List.of(new Segment(new LinearField(0, 0, 0.1, 0, 0, 0), 3, 50e-12, 0, 0));
    assertThatThrownBy(() -> StepLimit.require(segments, 0.1))
        .isInstanceOf(UnusableInput.class)
        .hasMessage(
            "step must be at most 17 ps for the magnetisation to turn by no more than 0.3 rad in"
                + " it, but was 50 ps");
  }

  @Test
  void stepThatIsNamedIsAccepted() {
    List<Segment> segments =
        List.of(new Segment(new LinearField(0, 0, 0.1, 0, 0, 0), 3, 17e-12, 0, 0));
    assertThatCode(() -> StepLimit.require(segments, 0.1)).doesNotThrowAnyException();
  }

  @Test
  void smallDampingAsksForASmallerTurnBecauseTheSchemeStretchesTheSpin() {
    assertThat(StepLimit.largestTurnRadians(0.1)).isEqualTo(0.3);
    assertThat(StepLimit.largestTurnRadians(0.001)).isCloseTo(0.1, within(1e-12));
    List<Segment> segments =
        List.of(new Segment(new LinearField(0, 0, 0.1, 0, 0, 0), 3, 17e-12, 0, 0));
    assertThatThrownBy(() -> StepLimit.require(segments, 0.001))
        .hasMessageContaining("at most 5.6 ps for the magnetisation to turn by no more than 0.1");
  }
}
