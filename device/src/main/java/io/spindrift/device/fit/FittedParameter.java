package io.spindrift.device.fit;

import io.spindrift.numerics.quantity.Dimension;

/**
 * A number of a device as measurements fix it.
 *
 * @param path where it stands in the device
 * @param unit its dimension
 * @param start value from which the fit began
 * @param value best value
 * @param standardError one standard error; NaN-free, zero when the value lies on a bound
 * @param atBound whether the best value lies on a bound, where it has no error of its own
 */
public record FittedParameter(
    String path,
    Dimension unit,
    double start,
    double value,
    double standardError,
    boolean atBound) {}
