package io.spindrift.numerics;

/**
 * Physical constants, CODATA 2022 (NIST SP 961, May 2024). Exact where the SI defines them.
 *
 * <p>This is the only place in the project where a physical constant is written down.
 */
public final class Constants {
  /** Boltzmann constant k_B in J/K, exact by definition of the kelvin. */
  public static final double BOLTZMANN_JOULES_PER_KELVIN = 1.380649e-23;

  /** Elementary charge e in C, exact by definition of the ampere. */
  public static final double ELEMENTARY_CHARGE_COULOMBS = 1.602176634e-19;

  /** Reduced Planck constant in J s, exact by definition of the kilogram. */
  public static final double REDUCED_PLANCK_JOULE_SECONDS = 1.054571817e-34;

  /** Vacuum permeability mu_0 in T m/A, CODATA 2022 1.25663706127(20)e-6. */
  public static final double VACUUM_PERMEABILITY_TESLA_METERS_PER_AMPERE = 1.25663706127e-6;

  /** Vacuum permittivity epsilon_0 in F/m, CODATA 2022 8.8541878188(14)e-12. */
  public static final double VACUUM_PERMITTIVITY_FARADS_PER_METER = 8.8541878188e-12;

  /** Electron gyromagnetic ratio gamma in rad/(s T), CODATA 2022 1.76085962784(55)e11. */
  public static final double GYROMAGNETIC_RATIO_RADIANS_PER_SECOND_TESLA = 1.76085962784e11;

  private Constants() {}
}
