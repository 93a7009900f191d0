package io.spindrift.experiment.config;

import io.spindrift.diffusion.process.ScheduleKind;
import io.spindrift.numerics.document.Declared;

/**
 * The diffusion process.
 *
 * @param steps number of steps from image to noise
 * @param schedule how the noise grows
 */
public record ProcessConfig(
    @Declared(says = "Steps from image to noise", defaultValue = "1000", min = 2, max = 10000)
        int steps,
    @Declared(says = "How the noise grows: cosine or linear", defaultValue = "cosine")
        ScheduleKind schedule) {}
