package io.spindrift.experiment.stage;

import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.diffusion.sampler.Labels;

/**
 * Drawn images with the classes that they were asked to be of, by the rule of the sampler, which
 * their file does not hold.
 *
 * @param images the images
 * @param labels class of each image by its number
 * @param classes number of classes
 */
record AskedImages(ImageSet images, Labels labels, int classes) implements ImageSet {
  @Override
  public String name() {
    return images.name();
  }

  @Override
  public ImageShape shape() {
    return images.shape();
  }

  @Override
  public int count() {
    return images.count();
  }

  @Override
  public int label(int index) {
    return labels.of(index);
  }

  @Override
  public void read(int index, byte[] target, int offset) {
    images.read(index, target, offset);
  }
}
