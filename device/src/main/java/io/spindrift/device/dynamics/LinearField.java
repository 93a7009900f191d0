package io.spindrift.device.dynamics;

/**
 * A field that is linear in the magnetisation, in tesla: B(m) = b + diag(k) m + a (m x z).
 *
 * <p>Every term of the effective field of a macrospin in the axes of its pillar has this form, so
 * that terms add. The first two parts have the energy E(m) = -Ms V (b.m + m.diag(k)m/2). The third
 * is the damping-like spin-transfer torque of a fixed layer along z, written as a field: -gamma m x
 * (a m x z) = -gamma a m x (m x z) pulls m towards +z for positive a. It has no energy.
 *
 * @param bx constant part along x
 * @param by constant part along y
 * @param bz constant part along z
 * @param kx slope along x
 * @param ky slope along y
 * @param kz slope along z
 * @param twist damping-like field a; positive pulls towards the parallel state
 */
public record LinearField(
    double bx, double by, double bz, double kx, double ky, double kz, double twist) {
  /** A field that has an energy: no spin-transfer torque. */
  public LinearField(double bx, double by, double bz, double kx, double ky, double kz) {
    this(bx, by, bz, kx, ky, kz, 0);
  }

  /** The sum of two terms. */
  public LinearField plus(LinearField other) {
    return new LinearField(
        bx + other.bx,
        by + other.by,
        bz + other.bz,
        kx + other.kx,
        ky + other.ky,
        kz + other.kz,
        twist + other.twist);
  }

  /** Energy per moment E/(Ms V) in tesla for the unit vector (mx, my, mz); the twist has none. */
  public double energyTesla(double mx, double my, double mz) {
    return -(bx * mx + by * my + bz * mz) - 0.5 * (kx * mx * mx + ky * my * my + kz * mz * mz);
  }
}
