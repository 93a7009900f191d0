package io.spindrift.device.rare;

/** How likely the rare event still is, guessed from where the magnetisation stands. */
@FunctionalInterface
public interface Importance {
  /**
   * Logarithm of the importance of the unit vector (x, y, z) before a stage; finite.
   *
   * <p>Any constant may be added. The estimate is unbiased whatever it says.
   */
  double log(int stage, double x, double y, double z);
}
