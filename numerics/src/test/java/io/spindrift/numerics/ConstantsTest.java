package io.spindrift.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

/** Relations between the constants and further CODATA 2022 values that only this test knows. */
class ConstantsTest {
  private static final double LIGHT_METERS_PER_SECOND = 299_792_458;
  private static final double PLANCK_JOULE_SECONDS = 6.62607015e-34;
  private static final double ELECTRON_MASS_KILOGRAMS = 9.1093837139e-31;
  private static final double ELECTRON_G_FACTOR = 2.00231930436092;
  private static final double FINE_STRUCTURE = 7.2973525643e-3;
  // Values are given to ten digits, so relations hold to a few 1e-10.
  private static final double PERCENT = 1e-7;

  @Test
  void theGyromagneticRatioIsThatOfTheElectron() {
    double charge = Constants.ELEMENTARY_CHARGE_COULOMBS;
    double magneton =
        charge * Constants.REDUCED_PLANCK_JOULE_SECONDS / (2 * ELECTRON_MASS_KILOGRAMS);
    assertThat(ELECTRON_G_FACTOR * magneton / Constants.REDUCED_PLANCK_JOULE_SECONDS)
        .isCloseTo(
            Constants.GYROMAGNETIC_RATIO_RADIANS_PER_SECOND_TESLA, withinPercentage(PERCENT));
  }

  @Test
  void thePlanckConstantsDifferByTwoPi() {
    assertThat(Constants.REDUCED_PLANCK_JOULE_SECONDS)
        .isCloseTo(PLANCK_JOULE_SECONDS / (2 * Math.PI), withinPercentage(PERCENT));
  }

  @Test
  void theVacuumConstantsGiveTheSpeedOfLight() {
    double permeability = Constants.VACUUM_PERMEABILITY_TESLA_METERS_PER_AMPERE;
    double permittivity = Constants.VACUUM_PERMITTIVITY_FARADS_PER_METER;
    assertThat(1 / Math.sqrt(permeability * permittivity))
        .isCloseTo(LIGHT_METERS_PER_SECOND, withinPercentage(PERCENT));
  }

  @Test
  void thePermeabilityFollowsFromTheFineStructureConstant() {
    double charge = Constants.ELEMENTARY_CHARGE_COULOMBS;
    assertThat(
            2 * FINE_STRUCTURE * PLANCK_JOULE_SECONDS / (LIGHT_METERS_PER_SECOND * charge * charge))
        .isCloseTo(
            Constants.VACUUM_PERMEABILITY_TESLA_METERS_PER_AMPERE, withinPercentage(PERCENT));
  }

  @Test
  void theThermalVoltageAtRoomTemperatureIsTheTextbookOne() {
    double kelvin = Constants.BOLTZMANN_JOULES_PER_KELVIN;
    assertThat(kelvin * 300 / Constants.ELEMENTARY_CHARGE_COULOMBS)
        .isCloseTo(25.852e-3, withinPercentage(1e-3));
  }
}
