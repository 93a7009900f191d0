package io.spindrift.diffusion.image;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was recognised in a folder or file.
 *
 * @param training images to learn from
 * @param heldOut images kept apart, or null when there are none
 * @param sentence what was found, for the user
 */
public record FoundImages(ImageSet training, @Nullable ImageSet heldOut, String sentence) {
  /** The images kept apart. */
  public Optional<ImageSet> heldOutImages() {
    return Optional.ofNullable(heldOut);
  }
}
