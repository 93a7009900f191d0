package io.spindrift.device.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.device.MagneticState;
import io.spindrift.device.dynamics.LinearField;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a macrospin rests, against closed forms; the uniaxial field is 40 mT. */
final class RestingSideTest {
  private static final double BK = 0.04;
  private static final Offset<Double> ROUNDING = Offset.offset(1e-9);

  @ParameterizedTest
  @CsvSource({"0, 0", "0.001, 0", "0.02, 0", "-0.03, 0", "0, 0.02", "0, -0.039", "0.012, -0.016"})
  void aFieldAcrossTheEasyAxisTiltsByItsShareOfTheUniaxialField(double bx, double by) {
    double sine = Math.hypot(bx, by) / BK;
    LinearField field = new LinearField(bx, by, 0, -0.1, -0.1, BK - 0.1);
    double cosine = Math.sqrt(1 - sine * sine);
    assertThat(mz(field, MagneticState.PARALLEL)).isCloseTo(cosine, ROUNDING);
    assertThat(mz(field, MagneticState.ANTIPARALLEL)).isCloseTo(-cosine, ROUNDING);
  }

  @ParameterizedTest
  @CsvSource({"0.04", "0.041", "-0.05", "10"})
  void beyondSaturationNoSideHasAWell(double bx) {
    LinearField field = new LinearField(bx, 0, 0, 0, 0, BK);
    for (MagneticState state : MagneticState.values()) {
      assertThat(RestingSide.mz(field, state)).isEmpty();
    }
  }

  @Test
  void anEllipseSaturatesAtADifferentFieldAlongEachAxis() {
    LinearField along = new LinearField(0.02, 0, 0, -0.01, -0.03, BK - 0.03);
    LinearField across = new LinearField(0, 0.02, 0, -0.01, -0.03, BK - 0.03);
    assertThat(RestingSide.mz(along, MagneticState.PARALLEL)).isEmpty();
    assertThat(mz(across, MagneticState.PARALLEL)).isCloseTo(Math.sqrt(0.75), ROUNDING);
  }

  @Test
  void alongTheEasyAxisBothSidesHoldUpToTheUniaxialFieldAndOneBeyond() {
    LinearField below = new LinearField(0, 0, 0.039, 0, 0, BK);
    assertThat(mz(below, MagneticState.ANTIPARALLEL)).isCloseTo(-1, ROUNDING);
    assertThat(mz(below, MagneticState.PARALLEL)).isCloseTo(1, ROUNDING);
    LinearField above = new LinearField(0, 0, 0.041, 0, 0, BK);
    assertThat(RestingSide.mz(above, MagneticState.ANTIPARALLEL)).isEmpty();
  }

  /** Bk sin cos = Bx cos - Bz sin at rest, by turning the moment by theta from z towards x. */
  @ParameterizedTest
  @CsvSource({"0.01, 0.01", "0.02, -0.005", "0.03, 0.001", "0.05, 0.02", "-0.004, 0.012"})
  void anyFieldIsMetWithoutTorque(double bx, double bz) {
    MagneticState against = bz > 0 ? MagneticState.ANTIPARALLEL : MagneticState.PARALLEL;
    LinearField field = new LinearField(bx, 0, bz, 0, 0, BK);
    for (MagneticState state : MagneticState.values()) {
      OptionalDouble rest = RestingSide.mz(field, state);
      if (rest.isEmpty()) {
        assertThat(state).as("side against the field").isEqualTo(against);
        continue;
      }
      double cosine = rest.getAsDouble();
      double sine = Math.copySign(Math.sqrt(1 - cosine * cosine), bx);
      assertThat(BK * sine * cosine).isCloseTo(bx * cosine - bz * sine, Offset.offset(1e-8));
    }
  }

  @Test
  void withoutAnEasyAxisThereIsNoSide() {
    LinearField field = new LinearField(0, 0, 0, 0, 0, -BK);
    assertThat(RestingSide.mz(field, MagneticState.PARALLEL)).isEmpty();
  }

  private static double mz(LinearField field, MagneticState state) {
    return RestingSide.mz(field, state).orElseThrow();
  }
}
