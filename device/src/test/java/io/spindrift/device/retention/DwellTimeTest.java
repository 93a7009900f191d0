package io.spindrift.device.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.CheckDevice;
import io.spindrift.device.MagneticState;
import io.spindrift.device.dynamics.HeunStepper;
import io.spindrift.device.dynamics.LinearField;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.switching.SwitchingCurve;
import io.spindrift.device.switching.SwitchingExperiment;
import io.spindrift.device.switching.SwitchingSettings;
import io.spindrift.numerics.Constants;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.testkit.DistributionAssert;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Simulated stays in a well against the computed rates. */
class DwellTimeTest {
  private static final double STEP_SECONDS = 2e-12;

  /** Times until a simulated moment has gone from the P well deep into the other. */
  private static double[] dwellSeconds(HeldJunction junction, int count, long seed) {
    double sigma =
        Math.sqrt(
            2
                * junction.damping()
                / (Constants.GYROMAGNETIC_RATIO_RADIANS_PER_SECOND_TESLA
                    * junction.perTesla()
                    * STEP_SECONDS));
    HeunStepper spin = new HeunStepper(junction.damping());
    double[] times = new double[count];
    for (int i = 0; i < count; i++) {
      RandomStream random = StreamKey.root(seed).at(i).open();
      spin.start(0, 0, 1);
      spin.drive(junction.field(), STEP_SECONDS, sigma);
      spin.advance(500, random);
      long steps = 0;
      while (spin.mz() > -0.5) {
        spin.advance(10, random);
        steps += 10;
      }
      times[i] = steps * STEP_SECONDS;
    }
    return times;
  }

  /**
   * 600 stays at a barrier of 5 kB T: without a field, in a field along the axis, and with a
   * spin-transfer torque in its stead. Kolmogorov and Smirnov at 1e-4; a rate 10 % off fails.
   */
  @ParameterizedTest
  @CsvSource({"5, 0, 0", "3.47, 0.2, 0", "3.47, 0, 0.2"})
  void staysAreExponentialWithTheExactRate(double stability, double h, double torque) {
    double damping = 0.3;
    HeldJunction junction =
        EscapeFormulaTest.junction(stability, damping, 0, 0.06 * h, 0, damping * 0.06 * torque);
    double rate = new AxialRelaxation(junction).rates().from(MagneticState.PARALLEL);
    DistributionAssert.follows(dwellSeconds(junction, 600, 21), t -> -Math.expm1(-rate * t), 1e-4);
  }

  @Test
  void staysInAFieldAcrossTheAxisAreThoseOfTheFormula() {
    // Barrier 5.1 kB T: the formula is good to some tens of per cent there. 400 stays, 5 % error.
    HeldJunction junction = EscapeFormulaTest.junction(8, 0.3, 0.2 * 0.06, 0, 0, 0);
    double rate = new EscapeFormula(junction).ratePerSecond(MagneticState.PARALLEL);
    double[] times = dwellSeconds(junction, 400, 22);
    double mean = 0;
    for (double time : times) {
      mean += time / times.length;
    }
    assertThat(mean * rate).isBetween(0.7, 1.5);
    double found = mean;
    DistributionAssert.follows(times, t -> -Math.expm1(-t / found), 1e-3);
  }

  /**
   * A read pulse of 10 ns that lowers or raises a barrier of 6 kB T by a third, 1,000 pulses each
   * way. Four standard errors of the counts (6e-5), and 5 % for the time it takes the well to
   * follow the voltage.
   */
  @ParameterizedTest
  @CsvSource({"1", "-1"})
  void aReadPulseDisturbsAsTheRateAtItsVoltageSays(double sign) {
    MacrospinDevice device = CheckDevice.ofStability(6, 0.3);
    double volts = sign * 0.84 * 2.0 / 19.942;
    double seconds = 10e-9;
    StateRates rates = Retention.of(HeldJunction.of(device, volts, 300), Optional.empty()).rates();
    SwitchingCurve counted;
    try (Workers workers = new Workers(1)) {
      counted =
          SwitchingExperiment.run(
              device,
              new SwitchingSettings(List.of(seconds), volts, 300, 1000, 2e-12, 0),
              StreamKey.root(23),
              workers,
              Progress.NONE);
    }
    for (MagneticState from : MagneticState.values()) {
      double expected = rates.lossProbability(from, seconds);
      double error = Math.sqrt(expected * (1 - expected) / 1000);
      assertThat(counted.probability(from, seconds))
          .isCloseTo(expected, within(4 * error + 0.05 * expected));
    }
  }

  @Test
  void heldFieldIsThatOfTheDevice() {
    HeldJunction held = HeldJunction.of(CheckDevice.precessional(), 0, 300);
    LinearField field = held.field();
    assertThat(field.bx()).isEqualTo(CheckDevice.IN_PLANE_TESLA);
    double net = field.kz() - field.kx();
    assertThat(0.5 * net * held.perTesla()).isCloseTo(19.942, within(1e-3));
  }
}
