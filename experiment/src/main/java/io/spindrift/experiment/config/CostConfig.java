package io.spindrift.experiment.config;

import io.spindrift.numerics.document.Declared;
import io.spindrift.numerics.quantity.Dimension;

/**
 * What the run's generator is assumed to take beside its junction.
 *
 * @param cellSquareMeters area of one cell
 */
public record CostConfig(
    @Declared(
            says = "Area of one cell: 34.5 squared features at 28 nm",
            unit = Dimension.AREA,
            defaultValue = "0.027 um2",
            min = 0,
            minExclusive = true)
        double cellSquareMeters) {}
