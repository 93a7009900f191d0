package io.spindrift.diffusion.denoiser;

import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.numerics.Require;
import java.util.List;

/**
 * Architecture of a U-Net denoiser.
 *
 * @param image shape of an image
 * @param width channels of the first level
 * @param multipliers channels of each level as a multiple of {@code width}; each level halves the
 *     image
 * @param blocksPerLevel residual blocks per level
 * @param attentionFromLevel first level, counted from 0, whose blocks are followed by
 *     self-attention; the number of levels for none
 * @param patch side of the square of pixels that is folded into channels before the first level, 1
 *     for none
 * @param classes number of classes that the network can be told, 0 for none
 * @param loss what its training makes small
 */
public record DenoiserSpec(
    ImageShape image,
    int width,
    List<Integer> multipliers,
    int blocksPerLevel,
    int attentionFromLevel,
    int patch,
    int classes,
    Loss loss) {
  /** Checks ranges and that every level divides the image evenly. */
  public DenoiserSpec {
    multipliers = List.copyOf(multipliers);
    Require.inRange("width", width, 4, 1024);
    Require.inRange("number of multipliers", multipliers.size(), 1, 6);
    multipliers.forEach(m -> Require.inRange("multiplier", m, 1, 16));
    Require.inRange("blocksPerLevel", blocksPerLevel, 1, 8);
    Require.inRange("attentionFromLevel", attentionFromLevel, 0, multipliers.size());
    Require.inRange("patch", patch, 1, 16);
    Require.inRange("classes", classes, 0, 10_000);
    int divisor = patch << (multipliers.size() - 1);
    if (image.height() % divisor != 0 || image.width() % divisor != 0) {
      throw new IllegalArgumentException(
          "image sides must be multiples of "
              + divisor
              + " for patch "
              + patch
              + " and "
              + multipliers.size()
              + " levels, but the images are "
              + image);
    }
  }
}
