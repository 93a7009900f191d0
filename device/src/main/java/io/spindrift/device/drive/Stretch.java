package io.spindrift.device.drive;

/**
 * A stretch of time over which voltage and temperature stand for their mean.
 *
 * @param startSeconds when it begins
 * @param seconds length
 * @param sourceVolts mean voltage of the source
 * @param junctionVolts mean voltage across the barrier
 * @param temperatureKelvin mean temperature of the free layer
 */
public record Stretch(
    double startSeconds,
    double seconds,
    double sourceVolts,
    double junctionVolts,
    double temperatureKelvin) {}
