package io.spindrift.memory.circuit;

/**
 * What the driver's voltage has become at both ends of a line.
 *
 * @param sourceVolts voltage of the driver
 * @param nearVolts voltage across the junction that sits best
 * @param farVolts voltage across the junction that sits worst
 * @param lineAmperes current of the driver, or of each driver where every cell has its own
 */
public record WorstCase(double sourceVolts, double nearVolts, double farVolts, double lineAmperes) {
  /** Share of the driver's voltage that the junction at the far end lacks. */
  public double farDrop() {
    return 1 - farVolts / sourceVolts;
  }

  /** Share of the near junction's voltage that the far one lacks. */
  public double unevenness() {
    return 1 - farVolts / nearVolts;
  }
}
