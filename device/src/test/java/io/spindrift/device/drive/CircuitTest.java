package io.spindrift.device.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.transport.JunctionConductance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CircuitTest {
  private static final double OHMS = 2e3;
  private static final double FARADS = 50e-15;

  /** A junction without magnetoresistance or bias dependence: a resistor. */
  private static final JunctionConductance RESISTOR =
      new JunctionConductance(8e3, 0, 1, Double.POSITIVE_INFINITY);

  private static final JunctionConductance JUNCTION = new JunctionConductance(8e3, 1, 0.5, 1.2);

  @Test
  void constantSourceChargesAlongAnExponential() {
    Circuit circuit = new Circuit(OHMS, FARADS, RESISTOR);
    double tau = FARADS / (1 / OHMS + 1 / 8e3);
    assertThat(circuit.timeConstantSeconds(0.4, 0.2)).isCloseTo(tau, within(1e-24));
    for (double times : new double[] {1e-3, 0.5, 1, 7, 200}) {
      CircuitStep step = circuit.step(0, 1, 1, times * tau, 0.4);
      assertThat(step.endVolts()).isCloseTo(0.8 * -Math.expm1(-times), within(1e-14));
      assertThat(step.meanVolts()).isCloseTo(0.8 * (1 + Math.expm1(-times) / times), within(1e-13));
    }
  }

  @Test
  void rampIsFollowedWithTheLagOfTheTimeConstant() {
    Circuit circuit = new Circuit(OHMS, FARADS, RESISTOR);
    double tau = circuit.timeConstantSeconds(0, 0);
    double t = 3 * tau;
    CircuitStep step = circuit.step(0, 0, 1, t, 0);
    double slope = 1 / t;
    double expected = 0.8 * slope * (t - tau * -Math.expm1(-3));
    assertThat(step.endVolts()).isCloseTo(expected, within(1e-14));
  }

  @Test
  void manySmallStepsAreOneLargeStep() {
    Circuit circuit = new Circuit(OHMS, FARADS, RESISTOR);
    WaveformEnergy sum = WaveformEnergy.ZERO;
    double volts = 0.3;
    int parts = 1000;
    double length = 300e-12;
    for (int i = 0; i < parts; i++) {
      CircuitStep step =
          circuit.step(volts, line(i, parts), line(i + 1, parts), length / parts, -1);
      volts = step.endVolts();
      sum = sum.plus(step.energy());
    }
    CircuitStep once = circuit.step(0.3, line(0, 1), line(1, 1), length, -1);
    assertThat(volts).isCloseTo(once.endVolts(), within(1e-13));
    double scale = sum.sourceJoules();
    assertThat(once.energy().sourceJoules()).isCloseTo(scale, within(1e-11 * scale));
    assertThat(once.energy().junctionJoules())
        .isCloseTo(sum.junctionJoules(), within(1e-11 * scale));
    assertThat(once.energy().seriesJoules()).isCloseTo(sum.seriesJoules(), within(1e-11 * scale));
  }

  @ParameterizedTest
  @CsvSource({
    "2000, 5e-14, 0, 0, 1, 1e-10",
    "2000, 5e-14, 0.7, 0, 1, 1e-11",
    "0.5, 5e-14, 0.2, 0.2, 1, 3e-9",
    "2000, 0, 0, 0.2, 1, 1e-10",
    "0, 5e-14, 0.2, 0.2, 1, 1e-10",
    "50, 1e-12, -0.4, 0.9, 0.9, 1e-6",
  })
  void sourceGivesWhatIsDissipatedAndStored(
      double ohms, double farads, double start, double from, double to, double seconds) {
    WaveformEnergy e =
        new Circuit(ohms, farads, JUNCTION).step(start, from, to, seconds, 0.3).energy();
    double spent = e.junctionJoules() + e.seriesJoules() + e.storedJoules();
    double scale = Math.abs(e.sourceJoules()) + Math.abs(e.storedJoules());
    assertThat(e.sourceJoules()).isCloseTo(spent, within(1e-11 * scale));
    assertThat(e.junctionJoules()).isPositive();
  }

  @Test
  void longAfterAJumpTheJunctionIsADividerAtItsOwnBias() {
    Circuit circuit = new Circuit(OHMS, FARADS, JUNCTION);
    double settled = circuit.settledVolts(1.1, -1);
    double siemens = JUNCTION.siemens(-1, settled);
    assertThat((1.1 - settled) / OHMS).isCloseTo(siemens * settled, within(1e-16));
    assertThat(circuit.step(0, 1.1, 1.1, 1e-6, -1).meanVolts()).isCloseTo(settled, within(1e-3));
    assertThat(circuit.step(settled, 1.1, 1.1, 1e-6, -1).endVolts())
        .isCloseTo(settled, within(1e-12));
    assertThat(new Circuit(OHMS, 0, JUNCTION).step(0, 1.1, 1.1, 1e-12, -1).endVolts())
        .isCloseTo(settled, within(1e-12));
  }

  @Test
  void withoutResistanceTheJunctionFollowsTheSourceExactly() {
    Circuit circuit = new Circuit(0, FARADS, JUNCTION);
    CircuitStep step = circuit.step(0.84, 0.84, 0.84, 1.3e-9, 1);
    assertThat(step.endVolts()).isEqualTo(0.84);
    assertThat(step.meanVolts()).isEqualTo(0.84);
    assertThat(step.changeVolts()).isZero();
  }

  @Test
  void chargingThroughAVanishingResistanceCostsWhatAJumpCosts() {
    WaveformEnergy jump = new Circuit(0, FARADS, RESISTOR).jump(0, 0, 1, 1).energy();
    WaveformEnergy slow = new Circuit(1e-3, FARADS, RESISTOR).step(0, 1, 1, 1e-15, 1).energy();
    assertThat(jump.sourceJoules()).isCloseTo(FARADS, within(1e-25));
    assertThat(slow.sourceJoules()).isCloseTo(jump.sourceJoules(), within(1e-5 * FARADS));
    assertThat(slow.seriesJoules()).isCloseTo(jump.seriesJoules(), within(1e-5 * FARADS));
    assertThat(slow.storedJoules()).isCloseTo(jump.storedJoules(), within(1e-5 * FARADS));
  }

  private static double line(int i, int parts) {
    return 0.2 + 0.9 * i / parts;
  }
}
