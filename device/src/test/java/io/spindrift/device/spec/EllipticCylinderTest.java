package io.spindrift.device.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EllipticCylinderTest {
  /** Volume-averaged factors of Joseph, J. Appl. Phys. 37, 4639 (1966). */
  @ParameterizedTest
  @CsvSource({"0.1, 0.7967", "1, 0.3116", "10, 0.0412"})
  void circularCylinderHasItsPublishedFactor(double heightOverDiameter, double factor) {
    assertThat(EllipticCylinder.circular(heightOverDiameter)).isCloseTo(factor, within(2e-4));
  }

  @Test
  void factorsSumToOneAndAreOrderedByTheAxes() {
    DemagnetisingFactors n = EllipticCylinder.demagnetisingFactors(150e-9, 50e-9, 1.5e-9);
    assertThat(n.x() + n.y() + n.z()).isCloseTo(1, within(1e-12));
    assertThat(n.z()).isGreaterThan(n.y());
    assertThat(n.y()).isGreaterThan(n.x());
  }

  @Test
  void circleIsTheEllipseOfEqualAxes() {
    DemagnetisingFactors n = EllipticCylinder.demagnetisingFactors(50e-9, 50e-9, 1.1e-9);
    assertThat(n.x()).isCloseTo(n.y(), within(1e-12));
    assertThat(n.z()).isCloseTo(EllipticCylinder.circular(0.022), within(1e-12));
  }

  @Test
  void thinDiscFollowsItsAsymptote() {
    // Self-energy of two charged discs: 1 - Nz -> (2 tau/pi)(ln(4/tau) - 1/2), tau =
    // height/diameter.
    double tau = 1e-3;
    double expected = 2 * tau / Math.PI * (Math.log(4 / tau) - 0.5);
    assertThat(1 - EllipticCylinder.circular(tau)).isCloseTo(expected, within(1e-4 * expected));
  }
}
