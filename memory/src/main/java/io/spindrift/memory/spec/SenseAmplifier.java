package io.spindrift.memory.spec;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.document.Declared;
import io.spindrift.numerics.quantity.Dimension;

/**
 * What reads a bit line: it integrates the cell's current less a reference current, then decides.
 *
 * @param readVolts bias at the end of the bit line; its sign is that of the write pulse when
 *     positive
 * @param integrationSeconds time for which the difference of currents charges the bit line
 * @param offsetVolts standard deviation of the amplifiers' fixed offsets
 * @param noiseVolts standard deviation of the noise of one reading
 * @param referenceShare where the reference current lies between that of a nominal AP cell, 0, and
 *     of a nominal P cell, 1
 * @param inputFarads capacitance of the amplifier's input
 * @param disturbPerReading probability that a reading flips a cell
 */
public record SenseAmplifier(
    @Declared(
            says = "Bias at the end of the bit line while reading; negative raises the anisotropy",
            unit = Dimension.VOLTAGE,
            min = -2,
            max = 2)
        double readVolts,
    @Declared(
            says = "Time for which the difference of currents charges the bit line",
            unit = Dimension.TIME,
            min = 0,
            minExclusive = true)
        double integrationSeconds,
    @Declared(
            says = "Standard deviation of the fixed offsets of the amplifiers",
            unit = Dimension.VOLTAGE,
            min = 0)
        double offsetVolts,
    @Declared(
            says = "Standard deviation of the noise of one reading; at least kT/C is counted",
            unit = Dimension.VOLTAGE,
            min = 0)
        double noiseVolts,
    @Declared(
            says = "Where the reference lies between the currents of nominal AP (0) and P (1)",
            min = 0,
            max = 1)
        double referenceShare,
    @Declared(says = "Capacitance of the amplifier's input", unit = Dimension.CAPACITANCE, min = 0)
        double inputFarads,
    @Declared(says = "Probability that one reading flips the cell", min = 0, max = 1)
        double disturbPerReading) {

  /** Checks every number; without a read voltage there is nothing to sense. */
  public SenseAmplifier {
    Require.inRange("read", readVolts, -2, 2, "V");
    if (readVolts == 0) {
      throw new IllegalArgumentException("read must be other than zero, but was 0 V");
    }
    Require.positive("integration", integrationSeconds, "s");
    Require.notNegative("offset", offsetVolts, "V");
    Require.notNegative("noise", noiseVolts, "V");
    Require.inRange("referenceShare", referenceShare, 0, 1, "");
    Require.notNegative("input", inputFarads, "F");
    Require.inRange("disturbPerReading", disturbPerReading, 0, 1, "");
  }
}
