package io.spindrift.device.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.CheckDevice;
import io.spindrift.device.MagneticState;
import io.spindrift.device.spec.BiasField;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.spec.SpinTorque;
import io.spindrift.device.spec.TunnelBarrier;
import io.spindrift.device.transport.JunctionConductance;
import io.spindrift.numerics.Constants;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpinTorqueFieldTest {
  private static final double GAMMA = Constants.GYROMAGNETIC_RATIO_RADIANS_PER_SECOND_TESLA;
  private static final double HBAR = Constants.REDUCED_PLANCK_JOULE_SECONDS;
  private static final double CHARGE = Constants.ELEMENTARY_CHARGE_COULOMBS;

  /** A junction of low resistance without VCMA, so that the torque alone counts. */
  private static MacrospinDevice device(double efficiency, double fieldLike) {
    var barrier = new TunnelBarrier(1e-9, 0, 5e-12, 1.2, 0.6, 0);
    return CheckDevice.free()
        .withBarrier(barrier)
        .withSpinTorque(new SpinTorque(efficiency, fieldLike));
  }

  @Test
  void strengthIsSlonczewskisTorkanceOfTheParallelState() {
    // (hbar/4e) 2 eta/(1 + eta^2) G_P V over the moment, Slonczewski and Sun (2007).
    MacrospinDevice device = device(1, 0);
    JunctionConductance law = JunctionConductance.of(device);
    double eta = law.polarisation(0.4);
    double parallel = 1 / law.resistanceOhms(MagneticState.PARALLEL, 0.4);
    double torque = HBAR / (4 * CHARGE) * 2 * eta / (1 + eta * eta) * parallel * 0.4;
    double expected = torque / device.freeLayer().momentAmpereSquareMeters();
    assertThat(EffectiveField.of(device, 0.4).twist()).isCloseTo(expected, within(1e-12));
    assertThat(expected).isBetween(5e-3, 20e-3);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.95, -0.3, 0, 0.5, 0.99})
  void torquePerCurrentTimesCurrentDoesNotDependOnTheAngle(double mz) {
    // (hbar/2e) eta/(1 + eta^2 cos theta) I, I = G(theta) V.
    MacrospinDevice device = device(1, 0);
    JunctionConductance law = JunctionConductance.of(device);
    double eta = law.polarisation(-0.3);
    double current = law.siemens(mz, -0.3) * -0.3;
    double field =
        HBAR
            / (2 * CHARGE)
            * eta
            / (1 + eta * eta * mz)
            * current
            / device.freeLayer().momentAmpereSquareMeters();
    assertThat(SpinTorqueField.symmetricTesla(device, -0.3)).isCloseTo(field, within(1e-15));
  }

  @Test
  void signsFollowVoltageEfficiencyAndRatio() {
    assertThat(EffectiveField.of(device(1, 0), 0.4).twist()).isPositive();
    assertThat(EffectiveField.of(device(1, 0), -0.4).twist()).isNegative();
    assertThat(EffectiveField.of(device(-0.5, 0), 0.4).twist())
        .isCloseTo(-0.5 * EffectiveField.of(device(1, 0), 0.4).twist(), within(1e-15));
    LinearField both = EffectiveField.of(device(1, 0.25), 0.4);
    assertThat(both.bz()).isCloseTo(0.25 * both.twist(), within(1e-15));
    assertThat(EffectiveField.of(device(1, 0.25), 0).twist()).isZero();
  }

  @Test
  void statedPolarisationStandsForThatOfTheMagnetoresistanceAtEveryBias() {
    MacrospinDevice follows = device(1, 0);
    double zeroBias = JunctionConductance.of(follows).polarisation(0);
    MacrospinDevice stated = follows.withSpinTorque(new SpinTorque(1, 0, Optional.of(zeroBias)));
    double ratio = zeroBias / JunctionConductance.of(follows).polarisation(0.9);
    assertThat(ratio).isGreaterThan(1.3);
    assertThat(SpinTorqueField.symmetricTesla(stated, 0.9))
        .isCloseTo(ratio * SpinTorqueField.symmetricTesla(follows, 0.9), within(1e-15));
  }

  @Test
  void landauLifshitzFormIsTheGilbertEquationWithBothTorques() {
    double alpha = 0.2;
    LinearField field = new LinearField(0.01, -0.02, 0.03, -0.1, -0.2, 0.4, 0.05);
    double[] m = unit(0.3, -0.5, 0.7);
    double[] total = {
      field.bx() + field.kx() * m[0] + field.twist() * m[1],
      field.by() + field.ky() * m[1] - field.twist() * m[0],
      field.bz() + field.kz() * m[2]
    };
    double[] precession = cross(m, total);
    double[] damping = cross(m, precession);
    double[] rate = new double[3];
    for (int i = 0; i < 3; i++) {
      rate[i] = -GAMMA / (1 + alpha * alpha) * (precession[i] + alpha * damping[i]);
    }
    double[] conservative = {
      field.bx() + field.kx() * m[0], field.by() + field.ky() * m[1], field.bz() + field.kz() * m[2]
    };
    double[] gilbert = cross(m, rate);
    double[] torque = cross(m, cross(m, new double[] {0, 0, 1}));
    double[] turn = cross(m, conservative);
    for (int i = 0; i < 3; i++) {
      double expected = -GAMMA * turn[i] + alpha * gilbert[i] - GAMMA * field.twist() * torque[i];
      assertThat(rate[i]).isCloseTo(expected, within(1e-12 * GAMMA));
    }
  }

  @ParameterizedTest
  @CsvSource({"0.02, 0.03", "-0.02, 0.03", "0.05, 0.5"})
  void torqueAlonePullsAlongAHyperbolicTangent(double twist, double alpha) {
    // dmz/dt = gamma a (1 - mz^2)/(1 + alpha^2)
    HeunStepper spin = new HeunStepper(alpha);
    double[] m = unit(0.6, 0, -0.2);
    spin.start(m[0], m[1], m[2]);
    spin.drive(new LinearField(0, 0, 0, 0, 0, 0, twist), 1e-13, 0);
    spin.advanceWithoutNoise(4000);
    double turned = GAMMA * twist * 4000 * 1e-13 / (1 + alpha * alpha);
    double start = 0.5 * Math.log((1 + m[2]) / (1 - m[2]));
    assertThat(spin.mz()).isCloseTo(Math.tanh(start + turned), within(2e-6));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.97, 1.03})
  void dampingIsCompensatedWhereTheTorqueEqualsItTimesTheAnisotropy(double share) {
    // Near +z: d(theta)/dt = -(alpha Bk + a) gamma theta/(1 + alpha^2); the threshold is -alpha Bk.
    MacrospinDevice device = device(1, 0).withBiasField(BiasField.NONE);
    double anisotropy = EffectiveField.uniaxialTesla(device, 0);
    double threshold = -device.freeLayer().damping() * anisotropy;
    double low = -2;
    double high = 0;
    for (int i = 0; i < 80; i++) {
      double middle = 0.5 * (low + high);
      if (EffectiveField.of(device, middle).twist() < share * threshold) {
        low = middle;
      } else {
        high = middle;
      }
    }
    HeunStepper spin = new HeunStepper(device.freeLayer().damping());
    double[] m = unit(0.005, 0, 1);
    spin.start(m[0], m[1], m[2]);
    spin.drive(EffectiveField.of(device, high), 2e-13, 0);
    spin.advanceWithoutNoise(500_000);
    double angle = Math.acos(spin.mz());
    double alpha = device.freeLayer().damping();
    double rate = GAMMA / (1 + alpha * alpha) * threshold * (share - 1);
    double expected = Math.acos(m[2]) * Math.exp(-rate * 1e-7);
    assertThat(angle).isCloseTo(expected, within(0.03 * expected));
    assertThat(angle > Math.acos(m[2])).isEqualTo(share > 1);
  }

  private static double[] unit(double x, double y, double z) {
    double norm = Math.sqrt(x * x + y * y + z * z);
    return new double[] {x / norm, y / norm, z / norm};
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }
}
