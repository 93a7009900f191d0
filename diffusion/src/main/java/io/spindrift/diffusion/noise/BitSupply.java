package io.spindrift.diffusion.noise;

import io.spindrift.entropy.BitSource;

/**
 * Bits for the blocks of images, which may depend on when a block is drawn. Safe to use from any
 * thread.
 *
 * <p>A source that drifts is another source at every step; what it is at one is said here, so that
 * a block depends on its image and step and on no block before it.
 */
public interface BitSupply {
  /** What the bits are made of, in a few words, for reports. */
  String name();

  /**
   * The bits of a block.
   *
   * @param image index of the image
   * @param step index of the training step or of the sampling step
   */
  BitSource at(long image, long step);

  /** A source that is the same at any time. */
  static BitSupply steady(BitSource source) {
    return new BitSupply() {
      @Override
      public String name() {
        return source.name();
      }

      @Override
      public BitSource at(long image, long step) {
        return source;
      }
    };
  }
}
