package io.spindrift.diffusion.sampler;

import java.util.List;

/** A recipe of steps that leads from pure noise to an image. */
public interface Sampler {
  /** What the sampler is, in a few words, for reports. */
  String name();

  /** The steps, in the order in which they are done. */
  List<ReverseStep> steps();
}
