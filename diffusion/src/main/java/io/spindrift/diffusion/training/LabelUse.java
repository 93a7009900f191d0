package io.spindrift.diffusion.training;

import io.spindrift.diffusion.denoiser.Denoiser;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.RandomStream;

/**
 * Whether a training tells the network the class of an image.
 *
 * <p>A share of the labels is left out, so that one network learns both with and without a class.
 * Source: Ho and Salimans, "Classifier-free diffusion guidance", 2022, algorithm 1.
 *
 * @param told whether classes are told at all
 * @param dropped share of the images whose class is left out
 */
public record LabelUse(boolean told, double dropped) {
  /** No class is told. */
  public static final LabelUse NONE = new LabelUse(false, 0);

  /** Checks the range. */
  public LabelUse {
    Require.inRange("share of dropped labels", dropped, 0, 1, "");
  }

  /** The class that the network is told of an image, {@link Denoiser#NO_CLASS} for none. */
  int label(ImageSet images, int image, RandomStream random) {
    return !told || random.nextDouble() < dropped ? Denoiser.NO_CLASS : images.label(image);
  }
}
