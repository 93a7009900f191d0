package io.spindrift.device.landscape;

/**
 * A direction in which the energy of a macrospin is stationary.
 *
 * @param x component along the major axis
 * @param y component along the minor axis
 * @param z component along the easy axis
 * @param energyTesla energy per moment E/(Ms V)
 * @param lowCurvatureTesla smaller eigenvalue of the curvature of E/(Ms V) on the sphere
 * @param highCurvatureTesla larger eigenvalue
 * @param ring whether it stands for a whole circle of equal energy about the easy axis
 */
public record StationaryPoint(
    double x,
    double y,
    double z,
    double energyTesla,
    double lowCurvatureTesla,
    double highCurvatureTesla,
    boolean ring) {
  /** Whether the energy rises in every direction. */
  public boolean isMinimum() {
    return !ring && lowCurvatureTesla > 0;
  }

  /** Whether the energy falls in one direction and rises, or on a ring stays, in the other. */
  public boolean isSaddle() {
    return lowCurvatureTesla < 0 && (ring || highCurvatureTesla > 0);
  }
}
