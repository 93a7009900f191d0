package io.spindrift.device.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.numerics.Constants;
import org.junit.jupiter.api.Test;

class PrecessionTest {
  private static final double GAMMA = Constants.GYROMAGNETIC_RATIO_RADIANS_PER_SECOND_TESLA;
  private static final double UNIAXIAL_TESLA = 0.06374;
  // (omega dt)^2/6 = 2e-7 at 0.1 ps: the phase error of the scheme, well below 1e-6.
  private static final double STEP_SECONDS = 0.1e-12;

  @Test
  void frequencyAboutTheEasyAxisIsGammaTimesFieldTimesMz() {
    LinearField field = new LinearField(0, 0, 0, 0, 0, UNIAXIAL_TESLA);
    double mz = 0.8;
    double expected = GAMMA * UNIAXIAL_TESLA * mz / (2 * Math.PI);
    assertThat(frequency(field, 0.6, 0, mz)).isCloseTo(expected, within(1e-6 * expected));
  }

  @Test
  void frequencyOfSmallPrecessionInAnInPlaneFieldIsTheOneOfKittel() {
    double inPlane = 0.0125664;
    LinearField field = new LinearField(inPlane, 0, 0, 0, 0, UNIAXIAL_TESLA);
    double sine = inPlane / UNIAXIAL_TESLA;
    double expected =
        GAMMA / (2 * Math.PI) * Math.sqrt(UNIAXIAL_TESLA * UNIAXIAL_TESLA - inPlane * inPlane);
    // Tilt of 1e-4 rad out of equilibrium: the amplitude shifts the frequency by 1e-8.
    double measured = frequency(field, sine, 1e-4, Math.sqrt(1 - sine * sine));
    assertThat(measured).isCloseTo(expected, within(1e-6 * expected));
  }

  @Test
  void magnetisationTurnsAnticlockwiseAboutTheField() {
    HeunStepper spin = new HeunStepper(0);
    spin.start(1, 0, 0);
    spin.drive(new LinearField(0, 0, 0.1, 0, 0, 0), 1e-13, 0);
    spin.advanceWithoutNoise(10);
    assertThat(spin.my()).isCloseTo(GAMMA * 0.1 * 1e-12, within(1e-6));
  }

  /** Frequency between the first and the last of 20 upward zero crossings of my. */
  private static double frequency(LinearField field, double x, double y, double z) {
    HeunStepper spin = new HeunStepper(0);
    spin.start(x, y, z);
    spin.drive(field, STEP_SECONDS, 0);
    double first = -1;
    int crossings = 0;
    for (long step = 0; step < 1_000_000; step++) {
      double before = spin.my();
      spin.advanceWithoutNoise(1);
      if (before < 0 && spin.my() >= 0) {
        double time = (step + before / (before - spin.my())) * STEP_SECONDS;
        first = crossings == 0 ? time : first;
        if (++crossings == 21) {
          return 20 / (time - first);
        }
      }
    }
    throw new AssertionError("no 21 crossings");
  }
}
