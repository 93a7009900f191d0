package io.spindrift.experiment.config;

import io.spindrift.diffusion.process.ScheduleKind;
import io.spindrift.diffusion.process.Target;
import io.spindrift.diffusion.process.Weighting;
import io.spindrift.memory.process.PlaneCode;
import io.spindrift.numerics.document.Declared;

/**
 * The diffusion process.
 *
 * @param kind what noise does to an image
 * @param steps number of steps from image to noise
 * @param schedule how the noise grows
 * @param target what the network answers
 * @param weighting how much an image counts in the loss
 * @param planes bits of a pixel, for flips
 * @param code how a pixel is written in bits, for flips
 * @param flips how bits flip
 */
public record ProcessConfig(
    @Declared(
            says =
                "What noise does to an image: gaussian (numbers are added to pixels) or bit-flip"
                    + " (bits of pixels flip)",
            defaultValue = "gaussian")
        Kind kind,
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
        Weighting weighting,
    @Declared(
            says = "Upper bits of a pixel that are kept, with kind bit-flip",
            defaultValue = "4",
            min = 1,
            max = 8)
        int planes,
    @Declared(
            says = "How a pixel is written in bits, with kind bit-flip: plain or gray",
            defaultValue = "gray")
        PlaneCode code,
    @Declared(says = "How bits flip, with kind bit-flip") FlipsConfig flips) {
  /** What noise does to an image. */
  public enum Kind {
    /** Gaussian numbers are added to pixels. */
    GAUSSIAN,
    /** Bits of pixels flip, as in the memory; schedule, target and weighting must be left alone. */
    BIT_FLIP
  }
}
