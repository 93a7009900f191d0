package io.spindrift.diffusion.metric;

import io.spindrift.numerics.UnusableInput;
import java.util.List;

/** How many images a Frechet distance needs, and what it is worth with hardly more. */
public final class FewImages {
  /** Images of either set without which there is no covariance. */
  public static final int DISTANCE = 2;

  /** Images of a set of which a half still has a covariance and is truly a half. */
  public static final int INTERVAL = 4;

  /**
   * Refuses a set that has no covariance.
   *
   * @param set what the set is called
   * @throws UnusableInput when it holds too few images
   */
  static void require(String set, long images) {
    if (images < DISTANCE) {
      throw new UnusableInput(
          "FID needs at least "
              + DISTANCE
              + " images in each set, but "
              + set
              + " holds "
              + images);
    }
  }

  /**
   * What a reader should know of a distance whose covariance has deficient rank; often nothing.
   *
   * @param images images of the smaller set
   * @param features number of features
   */
  public static List<String> ofDistance(long images, int features) {
    return images > features
        ? List.of()
        : List.of(
            "only "
                + images
                + " images for "
                + features
                + " features: the covariance has deficient rank and the FID is far too large; use"
                + " at least "
                + (features + 1L)
                + " images in each set");
  }

  /**
   * What a reader should know of the interval of a distance; often nothing.
   *
   * @param images images of the smallest set that replicates are drawn from
   */
  public static List<String> ofInterval(long images) {
    return images >= INTERVAL
        ? List.of()
        : List.of(
            "the interval of FID needs at least "
                + INTERVAL
                + " images in each set; with "
                + images
                + " it is too narrow");
  }

  private FewImages() {}
}
