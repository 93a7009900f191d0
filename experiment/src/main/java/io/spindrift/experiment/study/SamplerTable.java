package io.spindrift.experiment.study;

import java.util.List;

/**
 * What a study of samplers found: the content of {@code samplers.json}.
 *
 * @param images what was learnt
 * @param extractor feature network of the metrics
 * @param points each sampler at each number of steps
 */
public record SamplerTable(String images, String extractor, List<Point> points) {
  /**
   * One sampler at one number of steps.
   *
   * @param sampler word of {@code sampling.sampler}
   * @param steps number of steps
   * @param calls network calls an image
   * @param secondsPerImage wall-clock time an image, noise included
   * @param quality quality of the images
   */
  public record Point(
      String sampler, int steps, long calls, double secondsPerImage, Quality quality) {}

  /** Copies the list. */
  public SamplerTable {
    points = List.copyOf(points);
  }
}
