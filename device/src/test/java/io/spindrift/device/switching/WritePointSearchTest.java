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

class WritePointSearchTest {
  @Test
  void precessionIsWrittenAtHalfATurn() {
    OperatingPoint point = WritePointSearch.choose(precession(1.4));
    assertThat(point.pulseSeconds()).isCloseTo(1.4e-9, within(1e-15));
    assertThat(point.fromParallel()).isCloseTo(1, within(1e-12));
    assertThat(point.voltageVolts()).isEqualTo(0.84);
    assertThat(point.temperatureKelvin()).isEqualTo(300);
  }

  @Test
  void worseDirectionDecides() {
    // P falls, AP rises: 1 - t/10 and 0.5 + t/10 are equal, and the smaller largest, at 2.5 ns.
    SwitchingCurve curve = curve(ns -> 1 - ns / 10, ns -> 0.5 + ns / 10, 0);
    OperatingPoint point = WritePointSearch.choose(curve);
    assertThat(point.pulseSeconds()).isCloseTo(2.5e-9, within(1e-15));
    assertThat(point.fromParallel()).isCloseTo(0.75, within(1e-9));
    assertThat(point.fromAntiparallel()).isCloseTo(0.75, within(1e-9));
  }

  @Test
  void flatCurveIsWrittenAtItsShortestGoodPulse() {
    SwitchingCurve curve = curve(ns -> ns < 1.95 ? 0.4 * ns : 0.9, ns -> 0.95, 0);
    OperatingPoint point = WritePointSearch.choose(curve);
    assertThat(point.pulseSeconds()).isCloseTo(2e-9, within(1e-15));
    assertThat(point.fromParallel()).isCloseTo(0.9, within(1e-9));
    assertThat(point.reason()).contains("as well as the longest");
  }

  @Test
  void middleOfEquallyGoodPulsesIsFarthestFromTheFlanks() {
    // Counted 256 times: 1.0 and 0.999 are alike, 0.95 is twelve standard errors away.
    SwitchingCurve curve =
        curve(
            ns -> ns > 1.15 && ns < 1.65 ? 1 : 0.95, ns -> ns > 1.45 && ns < 1.55 ? 0.999 : 1, 256);
    assertThat(WritePointSearch.choose(curve).pulseSeconds()).isCloseTo(1.4e-9, within(1e-15));
  }

  @Test
  void risingCurveIsWrittenAtItsEnd() {
    SwitchingCurve curve = curve(ns -> 0.19 * ns, ns -> 0.19 * ns, 0);
    assertThat(WritePointSearch.choose(curve).pulseSeconds()).isCloseTo(5e-9, within(1e-15));
  }

  @Test
  void coinIsNoWriteAndTheSentenceSaysHowNearItCame() {
    SwitchingCurve coin = curve(ns -> ns < 1 ? 0 : 0.465, ns -> 0.535, 0);
    assertThat(WritePointSearch.isUseful(coin)).isFalse();
    assertThatThrownBy(() -> WritePointSearch.choose(coin))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("drawn curve at 840 mV must reach 0.75 out of both states")
        .hasMessageContaining("200 ps to 5 ns is 0.465 at 1 ns");
    SwitchingCurve oneWay = curve(ns -> 0, ns -> 1, 0);
    assertThat(WritePointSearch.isUseful(oneWay)).isFalse();
  }

  private static SwitchingCurve precession(double halfTurnNanoseconds) {
    DoubleUnaryOperator p = ns -> 0.5 - 0.5 * Math.cos(Math.PI * ns / halfTurnNanoseconds);
    return curve(p, p, 0);
  }

  private static SwitchingCurve curve(
      DoubleUnaryOperator fromParallel, DoubleUnaryOperator fromAntiparallel, int trials) {
    List<SwitchingPoint> points = new ArrayList<>();
    for (MagneticState from : MagneticState.values()) {
      DoubleUnaryOperator law = from == MagneticState.PARALLEL ? fromParallel : fromAntiparallel;
      for (int i = 2; i <= 50; i++) {
        double p = law.applyAsDouble(i / 10.0);
        points.add(
            trials == 0
                ? SwitchingPoint.exact(i * 1e-10, from, p)
                : SwitchingPoint.counted(i * 1e-10, from, trials, Math.round(p * trials)));
      }
    }
    return new SwitchingCurve("drawn curve", 0.84, 300, points);
  }
}
