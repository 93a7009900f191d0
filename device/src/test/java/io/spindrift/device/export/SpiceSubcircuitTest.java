package io.spindrift.device.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.MagneticState;
import io.spindrift.device.dynamics.EffectiveField;
import io.spindrift.device.spec.DeviceLoader;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.switching.MacrospinResistance;
import io.spindrift.numerics.Constants;
import io.spindrift.numerics.random.StreamKey;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The exported subcircuit, run by ngspice, against our own model of the same device. */
class SpiceSubcircuitTest {
  private static final List<String> NO_FIELD =
      List.of("biasField.x=0T", "barrier.parallelHalfVoltage=2V");

  @TempDir private Path folder;

  private static MacrospinDevice device(String name, List<String> patches) {
    return (MacrospinDevice) DeviceLoader.load(name, patches).spec();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, -1})
  void resistanceFollowsStateAndBias(int state) {
    Ngspice ngspice = new Ngspice(folder, "precessional-macrospin", NO_FIELD, 300);
    List<double[]> rows =
        ngspice.run(
            "V1 1 0 0\nX1 1 0 mx my mz %s state=%d tilt=0"
                .formatted(ngspice.circuit().identifier(), state),
            "dc V1 -1.5 1.5 0.25",
            "i(v1)");
    MacrospinResistance resistance =
        new MacrospinResistance(device("precessional-macrospin", NO_FIELD), StreamKey.root(1));
    MagneticState from = state > 0 ? MagneticState.PARALLEL : MagneticState.ANTIPARALLEL;
    assertThat(rows).hasSize(13);
    for (double[] row : rows) {
      double expected = row[0] / resistance.resistanceOhms(from, row[0], -1);
      // reltol of the deck is 1e-5; a current of ngspice is that good.
      assertThat(-row[1]).isCloseTo(expected, within(1e-5 * Math.abs(expected) + 1e-12));
    }
  }

  @Test
  void magnetoresistanceIsHalvedAtTheHalfVoltage() {
    double[] ratio = new double[2];
    for (double volts : new double[] {0.001, 1.407}) {
      double[] ohms = new double[2];
      for (int state : new int[] {1, -1}) {
        Ngspice ngspice = new Ngspice(folder, "precessional-macrospin", NO_FIELD, 300);
        List<double[]> rows =
            ngspice.run(
                "V1 1 0 %s\nX1 1 0 mx my mz %s state=%d tilt=0"
                    .formatted(volts, ngspice.circuit().identifier(), state),
                "dc V1 %s %s 1".formatted(volts, volts),
                "i(v1)");
        ohms[state > 0 ? 0 : 1] = -volts / rows.getFirst()[1];
      }
      ratio[volts < 1 ? 0 : 1] = ohms[1] / ohms[0] - 1;
    }
    assertThat(ratio[0]).isCloseTo(0.572, within(1e-5));
    assertThat(ratio[1]).isCloseTo(0.286, within(1e-5));
  }

  /**
   * Phase error of the trapezoidal rule: (omega dt)^2/12 of the angle turned, omega = gamma Bk, dt
   * the largest step of 1 ps. It grows until damping has removed the precession, after an angle of
   * 1/alpha, so that m is off by at most (omega dt)^2/(12 alpha); a spin torque keeps the
   * precession alive, and the angle is that of the whole run, omega T. Twice that is allowed: for
   * the tolerances of ngspice, for our own step of 0.2 ps and for the interpolation between points.
   */
  @ParameterizedTest
  @CsvSource({
    "precessional-macrospin, 1, 0.7, 0.84, true",
    "precessional-macrospin, 1, 1.4, 0.84, true",
    "precessional-macrospin, -1, 2.8, 0.84, false",
    "high-vcma-projection, 1, 0.7, 0.94, true",
    "ucla-type-vcma, -1, 0.4, 2.4, true",
    "ikeda-type-stt, -1, 3.9, 2, true",
    "ikeda-type-stt, 1, 2, 2, false",
    "minnesota-vcma-stt, 1, 0.9, 2.45, true"
  })
  void aPulseMovesTheMagnetisationAsOurOwnIntegration(
      String name, int state, double nanoseconds, double volts, boolean switches) {
    double end = 4e-9;
    double edge = 1e-12;
    double delay = 10e-12;
    double tilt = 0.1;
    Ngspice ngspice = new Ngspice(folder, name, List.of(), 300);
    String source =
        "V1 1 0 DC 0 PULSE(0 %s %s %s %s %sn)\nX1 1 0 mx my mz %s state=%d tilt=%s"
            .formatted(
                volts, delay, edge, edge, nanoseconds, ngspice.circuit().identifier(), state, tilt);
    List<double[]> rows = ngspice.run(source, "tran 1p 4n 0 1p", "v(mx)", "v(my)", "v(mz)");
    MacrospinDevice device = device(name, List.of());
    NoiselessPath ours =
        NoiselessPath.of(
            device,
            state > 0 ? MagneticState.PARALLEL : MagneticState.ANTIPARALLEL,
            tilt,
            t -> volts * trapezium(t - delay, edge, nanoseconds * 1e-9),
            0.2e-12,
            end);
    double omega =
        Constants.GYROMAGNETIC_RATIO_RADIANS_PER_SECOND_TESLA
            * EffectiveField.uniaxialTesla(device, 0);
    double turned =
        device.spinTorque().isPresent() ? omega * end : 1 / device.freeLayer().damping();
    double tolerance = 2 * Math.pow(omega * 1e-12, 2) / 12 * turned;
    assertThat(tolerance).isLessThan(0.05);
    for (double[] row : rows) {
      for (int i = 0; i < 3; i++) {
        assertThat(row[i + 1])
            .as("component %d at %s s", i, row[0])
            .isCloseTo(ours.at(row[0], i), within(tolerance));
      }
    }
    assertThat(rows.getLast()[3] * state < 0).isEqualTo(switches);
  }

  @Test
  void aRampChargesTheCapacitance() {
    Ngspice ngspice =
        new Ngspice(
            folder,
            "precessional-macrospin",
            List.of("biasField.x=0T", "barrier.capacitance=1fF"),
            300);
    List<double[]> rows =
        ngspice.run(
            "V1 1 0 PWL(0 0 1n 1m)\nX1 1 0 mx my mz precessional_macrospin tilt=0",
            "tran 1p 1n 0 1p",
            "i(v1)");
    // C dV/dt = 1 fF x 1 mV/ns = 1 nA, beside V/R of 102 kOhm.
    MacrospinResistance resistance =
        new MacrospinResistance(device("precessional-macrospin", NO_FIELD), StreamKey.root(1));
    double ohms = resistance.resistanceOhms(MagneticState.PARALLEL, 0, -1);
    double[] middle = rows.get(rows.size() / 2);
    assertThat(-middle[1] - middle[0] * 1e6 / ohms).isCloseTo(1e-9, within(2e-12));
  }

  @Test
  void theMagnetisationKeepsItsLength() {
    Ngspice ngspice = new Ngspice(folder, "precessional-macrospin", List.of(), 300);
    List<double[]> rows =
        ngspice.run(
            "V1 1 0 PULSE(0 0.84 0 1p 1p 3n)\nX1 1 0 mx my mz precessional_macrospin",
            "tran 2p 4n 0 2p",
            "v(mx)",
            "v(my)",
            "v(mz)");
    for (double[] row : rows) {
      // Error of one step, (omega dt)^3/12 = 1e-6, against what lambda removes in it, 0.2 of it.
      assertThat(Math.hypot(Math.hypot(row[1], row[2]), row[3])).isCloseTo(1, within(1e-5));
    }
  }

  /**
   * Thermal noise: mean mz^2 of a resting state is 0.948402 by exact quadrature of the Boltzmann
   * law, whatever the damping. With damping 0.3 its correlation time is 1/(2 alpha gamma Bk) = 0.15
   * ns, so that 40 ns hold about 100 independent readings of standard deviation 0.05: standard
   * error 0.005, tolerance four of them (false alarm 6e-5, and the seed is fixed). Twice or half
   * the variance is off by 0.05 or 0.026.
   */
  @Test
  void thermalNoiseHasTheVarianceOfTheBoltzmannLaw() {
    List<String> patches = List.of("biasField.x=0T", "freeLayer.damping=0.3");
    Ngspice ngspice = new Ngspice(folder, "precessional-macrospin", patches, 300);
    List<double[]> rows =
        ngspice.run(
            "V1 1 0 0\nX1 1 0 mx my mz precessional_macrospin_thermal noise_step=4p",
            "tran 20p 42n 2n 4p",
            "v(mz)");
    double integral = 0;
    double time = 0;
    for (int i = 1; i < rows.size(); i++) {
      double step = rows.get(i)[0] - rows.get(i - 1)[0];
      integral += step * rows.get(i)[1] * rows.get(i)[1];
      time += step;
    }
    assertThat(integral / time).isCloseTo(0.948402, within(0.02));
  }

  private static double trapezium(double seconds, double edge, double top) {
    return Math.clamp(Math.min(seconds, 2 * edge + top - seconds) / edge, 0, 1);
  }
}
