package io.spindrift.device.drive;

/**
 * What one step of the circuit did.
 *
 * @param endVolts junction voltage at its end
 * @param meanVolts mean junction voltage
 * @param changeVolts largest departure from the voltage at the start, seen at middle and end
 * @param energy what flowed; the charging part is left to the caller
 */
public record CircuitStep(
    double endVolts, double meanVolts, double changeVolts, WaveformEnergy energy) {}
