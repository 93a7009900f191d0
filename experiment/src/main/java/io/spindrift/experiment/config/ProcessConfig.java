package io.spindrift.experiment.config;

import io.spindrift.diffusion.process.ScheduleKind;
import io.spindrift.diffusion.process.Target;
import io.spindrift.diffusion.process.Weighting;
import io.spindrift.numerics.document.Declared;

/**
 * The diffusion process.
 *
 * @param steps number of steps from image to noise
 * @param schedule how the noise grows
 * @param target what the network answers
 * @param weighting how much an image counts in the loss
 */
public record ProcessConfig(
    @Declared(says = "Steps from image to noise", defaultValue = "1000", min = 2, max = 10000)
        int steps,
    @Declared(says = "How the noise grows: cosine, linear, sigmoid or edm", defaultValue = "cosine")
        ScheduleKind schedule,
    @Declared(
            says = "What the network answers: epsilon (the noise), clean (the image) or velocity",
            defaultValue = "velocity")
        Target target,
    @Declared(
            says = "How much an image counts in the loss: uniform or min-snr",
            defaultValue = "uniform")
        Weighting weighting) {}
