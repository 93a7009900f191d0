package io.spindrift.experiment.config;

import io.spindrift.numerics.document.Declared;
import java.util.Optional;

/**
 * What the run is priced by and compared with.
 *
 * @param prices the user's own prices of actions, a CSV file
 * @param technologies the user's own table of generators, a CSV file
 */
public record CostConfig(
    @Declared(says = "CSV file of prices of actions, in place of the embedded one")
        Optional<String> prices,
    @Declared(says = "CSV file of generators to compare with, in place of the embedded one")
        Optional<String> technologies) {}
