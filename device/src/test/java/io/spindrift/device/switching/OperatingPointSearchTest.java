package io.spindrift.device.switching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.MagneticState;
import io.spindrift.device.OperatingPoint;
import io.spindrift.numerics.UnusableInput;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class OperatingPointSearchTest {
  @Test
  void plateauIsPreferredWhereThereIsOne() {
    SwitchingCurve curve = curve(ns -> ns < 1 ? 0 : ns < 1.5 ? ns - 1 : 0.49);
    OperatingPoint point = OperatingPointSearch.choose(curve, OperatingPolicy.AUTO);
    assertThat(point.pulseSeconds()).isCloseTo(1.6e-9, within(1e-15));
    assertThat(point.fromParallel()).isCloseTo(0.49, within(1e-9));
    assertThat(point.reason()).contains("plateau").contains("1.5 ns");
  }

  @Test
  void withoutAPlateauTheShortestCrossingIsInterpolated() {
    SwitchingCurve curve = curve(ns -> 0.5 - 0.5 * Math.cos(Math.PI * ns / 1.42));
    OperatingPoint point = OperatingPointSearch.choose(curve, OperatingPolicy.AUTO);
    assertThat(point.pulseSeconds()).isCloseTo(0.71e-9, within(0.005e-9));
    assertThat(point.meanProbability()).isCloseTo(0.5, within(1e-9));
    assertThat(point.reason()).contains("crossing");
    assertThatThrownBy(() -> OperatingPointSearch.choose(curve, OperatingPolicy.PLATEAU))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("plateau");
  }

  @Test
  void curveThatStaysAwayFromOneHalfIsRefusedWithItsNearestPoint() {
    SwitchingCurve curve = curve(ns -> 0.03 * ns);
    assertThatThrownBy(() -> OperatingPointSearch.choose(curve, OperatingPolicy.AUTO))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("must come near 0.5")
        .hasMessageContaining("0.150 at 5 ns");
  }

  @Test
  void pulseThatIsGivenMustLieOnTheCurve() {
    SwitchingCurve curve = curve(ns -> 0.1 * ns);
    assertThat(OperatingPointSearch.at(curve, 2.25e-9).meanProbability())
        .isCloseTo(0.225, within(1e-9));
    assertThatThrownBy(() -> OperatingPointSearch.at(curve, 6e-9))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("between 200 ps and 5 ns");
    assertThatThrownBy(() -> OperatingPointSearch.at(curve, Double.NaN))
        .isInstanceOf(UnusableInput.class);
  }

  private static SwitchingCurve curve(DoubleUnaryOperator probabilityOfNanoseconds) {
    List<SwitchingPoint> points = new ArrayList<>();
    for (MagneticState from : MagneticState.values()) {
      for (int i = 2; i <= 50; i++) {
        double p = probabilityOfNanoseconds.applyAsDouble(i / 10.0);
        points.add(SwitchingPoint.exact(i * 1e-10, from, p));
      }
    }
    return new SwitchingCurve("drawn curve", 0.84, 300, points);
  }
}
