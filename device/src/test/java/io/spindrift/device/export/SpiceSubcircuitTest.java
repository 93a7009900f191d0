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
   * A radian turned at omega comes out long by (omega h)^2/12 with the trapezoidal rule of ngspice
   * and short by (omega h)^2/6 with our own Heun step, 0.05 ps. Both grow until damping has removed
   * the precession, after an angle of 1/alpha; a spin torque keeps it alive, and the angle is that
   * of the whole run, omega T. omega = gamma Bk is the fastest small precession. There is nothing
   * to spare in this: amplitudes are below one, and a tilted magnetisation turns more slowly.
   */
  @ParameterizedTest
  @CsvSource({
    "precessional-macrospin, 1, 0.7, 0.84, 1, true",
    "precessional-macrospin, 1, 1.4, 0.84, 1, true",
    "precessional-macrospin, -1, 2.8, 0.84, 1, false",
    "high-vcma-projection, 1, 0.7, 0.94, 1, true",
    "ucla-type-vcma, -1, 0.4, 2.4, 1, true",
    "ikeda-type-stt, -1, 3.9, 2, 0.25, true",
    "ikeda-type-stt, 1, 2, 2, 0.25, false",
    "minnesota-vcma-stt, 1, 0.9, 2.45, 0.25, true"
  })
  void aPulseMovesTheMagnetisationAsOurOwnIntegration(
      String name,
      int state,
      double nanoseconds,
      double volts,
      double picoseconds,
      boolean switches) {
    double end = 4e-9;
    double edge = 1e-12;
    double delay = 10e-12;
    double tilt = 0.1;
    double ourStep = 0.05e-12;
    Ngspice ngspice = new Ngspice(folder, name, List.of(), 300);
    String source =
        "V1 1 0 DC 0 PULSE(0 %s %s %s %s %sn)\nX1 1 0 mx my mz %s state=%d tilt=%s"
            .formatted(
                volts, delay, edge, edge, nanoseconds, ngspice.circuit().identifier(), state, tilt);
    List<double[]> rows =
        ngspice.run(
            source,
            "tran %sp 4n 0 %sp".formatted(picoseconds, picoseconds),
            "v(mx)",
            "v(my)",
            "v(mz)");
    MacrospinDevice device = device(name, List.of());
    NoiselessPath ours =
        NoiselessPath.of(
            device,
            state > 0 ? MagneticState.PARALLEL : MagneticState.ANTIPARALLEL,
            tilt,
            t -> volts * trapezium(t - delay, edge, nanoseconds * 1e-9),
            ourStep,
            end);
    double omega =
        Constants.GYROMAGNETIC_RATIO_RADIANS_PER_SECOND_TESLA
            * EffectiveField.uniaxialTesla(device, 0);
    double turned =
        device.spinTorque().isPresent() ? omega * end : 1 / device.freeLayer().damping();
    double tolerance =
        turned * (Math.pow(omega * picoseconds * 1e-12, 2) / 12 + Math.pow(omega * ourStep, 2) / 6);
    assertThat(tolerance).isLessThan(0.011);
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
   * law, whatever the damping. Damping 1 forgets fastest: mz^2 is correlated over (1 + alpha^2)/(2
   * alpha gamma Bk) = 0.09 ns, so that blocks of 2 ns are independent and the spread of 100 of them
   * gives the standard error of their mean. Four of them are allowed (99 degrees of freedom: false
   * alarm 1.2e-4 in each run, as ngspice 39 draws other noise every time whatever its seed), and
   * what the noise loses by being interpolated between samples h apart: its correlation function is
   * the cubic B-spline, of mean lag 7h/15, which takes 7h/15 alpha gamma Bk/(1 + alpha^2) = 1 % of
   * the mean square angle, 5e-4.
   */
  @Test
  void thermalNoiseHasTheVarianceOfTheBoltzmannLaw() {
    List<String> patches = List.of("biasField.x=0T", "freeLayer.damping=1");
    Ngspice ngspice = new Ngspice(folder, "precessional-macrospin", patches, 300);
    List<double[]> rows =
        ngspice.run(
            "V1 1 0 0\nX1 1 0 mx my mz precessional_macrospin_thermal noise_step=4p",
            "tran 20p 201n 1n 4p",
            "v(mz)");
    double[] integrals = new double[100];
    double[] seconds = new double[100];
    for (int i = 1; i < rows.size(); i++) {
      double step = rows.get(i)[0] - rows.get(i - 1)[0];
      int block = (int) Math.clamp((rows.get(i)[0] - 1e-9) / 2e-9, 0, 99);
      integrals[block] += step * rows.get(i)[1] * rows.get(i)[1];
      seconds[block] += step;
    }
    double mean = 0;
    double square = 0;
    for (int i = 0; i < 100; i++) {
      double block = integrals[i] / seconds[i];
      mean += block / 100;
      square += block * block / 100;
    }
    double error = Math.sqrt((square - mean * mean) / 99);
    assertThat(error).isLessThan(0.0025);
    assertThat(mean).isCloseTo(0.948402, within(4 * error + 5e-4));
  }

  private static double trapezium(double seconds, double edge, double top) {
    return Math.clamp(Math.min(seconds, 2 * edge + top - seconds) / edge, 0, 1);
  }
}
