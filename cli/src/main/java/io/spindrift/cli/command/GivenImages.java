package io.spindrift.cli.command;

import io.spindrift.diffusion.image.ImageRange;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.numerics.UnusableInput;
import org.jspecify.annotations.Nullable;

/** Image sets narrowed to a range that an option names. */
final class GivenImages {
  /** The images of a range, all when it is null. */
  static ImageSet within(ImageSet images, @Nullable String range, String option) {
    try {
      return range == null ? images : ImageRange.parse(images, range);
    } catch (UnusableInput refusal) {
      throw new UnusableInput(option + ": " + refusal.getMessage(), refusal);
    }
  }

  private GivenImages() {}
}
