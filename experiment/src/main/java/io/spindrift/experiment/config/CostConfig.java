package io.spindrift.experiment.config;

import io.spindrift.numerics.document.Declared;
import io.spindrift.numerics.quantity.Dimension;
import java.util.Optional;

/**
 * What the run is priced by and compared with.
 *
 * @param prices the user's own prices of actions, a CSV file
 * @param technologies the user's own table of generators, a CSV file
 * @param areas the user's own areas of components, a CSV file
 * @param technologyNodeMeters process node of the periphery
 */
public record CostConfig(
    @Declared(says = "CSV file of prices of actions, in place of the embedded one")
        Optional<String> prices,
    @Declared(says = "CSV file of generators to compare with, in place of the embedded one")
        Optional<String> technologies,
    @Declared(says = "CSV file of areas of components, in place of the embedded one")
        Optional<String> areas,
    @Declared(
            says = "process node of the periphery",
            unit = Dimension.LENGTH,
            defaultValue = "28nm",
            min = 6.999e-9,
            max = 130.001e-9)
        double technologyNodeMeters) {}
