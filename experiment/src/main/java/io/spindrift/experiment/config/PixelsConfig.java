package io.spindrift.experiment.config;

import io.spindrift.diffusion.process.PixelScale;
import io.spindrift.numerics.document.Declared;

/**
 * How pixels become the numbers of a diffusion: x = (pixel / 127.5 - 1 - offset) / scale.
 *
 * @param offset taken off after pixels were brought to [-1, 1]
 * @param scale what the rest is divided by
 */
public record PixelsConfig(
    @Declared(
            says = "Taken off after pixels were brought to the range from -1 to 1",
            defaultValue = "0",
            min = -1,
            max = 1)
        double offset,
    @Declared(says = "What the rest is divided by", defaultValue = "1", min = 1e-3, max = 1e3)
        double scale) {
  /** The written form of a scale. */
  static PixelsConfig of(PixelScale scale) {
    return new PixelsConfig(scale.offset(), scale.scale());
  }

  /** The scale that is meant. */
  public PixelScale toScale() {
    return new PixelScale(offset, scale);
  }
}
