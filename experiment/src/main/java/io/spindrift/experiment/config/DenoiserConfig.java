package io.spindrift.experiment.config;

import io.spindrift.numerics.document.Declared;
import java.util.List;

/**
 * Architecture of the denoiser.
 *
 * @param width channels of the first level
 * @param multipliers channels of each level as a multiple of the width
 * @param blocksPerLevel residual blocks per level
 * @param attentionFromLevel first level with self-attention, the number of levels for none
 * @param patch side of the square of pixels folded into channels
 * @param conditional whether the network is told the class of an image
 */
public record DenoiserConfig(
    @Declared(says = "Channels of the first level", defaultValue = "16", min = 4, max = 1024)
        int width,
    @Declared(
            says = "Channels of each level as a multiple of the width",
            defaultValue = "[1, 2, 2]",
            min = 1,
            max = 16)
        List<Integer> multipliers,
    @Declared(says = "Residual blocks per level", defaultValue = "2", min = 1, max = 8)
        int blocksPerLevel,
    @Declared(
            says = "First level with self-attention, counted from 0",
            defaultValue = "2",
            min = 0,
            max = 6)
        int attentionFromLevel,
    @Declared(
            says = "Side of the square of pixels folded into channels, 1 for none",
            defaultValue = "1",
            min = 1,
            max = 16)
        int patch,
    @Declared(
            says =
                "Whether the network is told the class of an image; images without labels have"
                    + " none",
            defaultValue = "true")
        boolean conditional) {
  /** Copies the list. */
  public DenoiserConfig {
    multipliers = List.copyOf(multipliers);
  }
}
