package io.spindrift.device.dynamics;

/**
 * A field that is linear in the magnetisation, in tesla: B(m) = b + diag(k) m.
 *
 * <p>Every term of the effective field of a macrospin in the axes of its pillar has this form, so
 * that terms add. Its energy is E(m) = -Ms V (b.m + m.diag(k)m/2).
 *
 * @param bx constant part along x
 * @param by constant part along y
 * @param bz constant part along z
 * @param kx slope along x
 * @param ky slope along y
 * @param kz slope along z
 */
public record LinearField(double bx, double by, double bz, double kx, double ky, double kz) {
  /** The sum of two terms. */
  public LinearField plus(LinearField other) {
    return new LinearField(
        bx + other.bx, by + other.by, bz + other.bz, kx + other.kx, ky + other.ky, kz + other.kz);
  }

  /** Energy per moment E/(Ms V) in tesla for the unit vector (mx, my, mz). */
  public double energyTesla(double mx, double my, double mz) {
    return -(bx * mx + by * my + bz * mz) - 0.5 * (kx * mx * mx + ky * my * my + kz * mz * mz);
  }
}
