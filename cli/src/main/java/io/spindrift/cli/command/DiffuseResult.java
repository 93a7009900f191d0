package io.spindrift.cli.command;

import io.spindrift.diffusion.image.ImageShape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * How images have diffused.
 *
 * @param process what diffused
 * @param source whose pulses did it
 * @param shape shape of every image
 * @param steps what was measured, step by step
 * @param memory images in the array, by step, one after another
 * @param software images of the software process at the same steps
 * @param counts how often each action happened
 * @param end the bits of the last state; empty where pixels diffused
 */
record DiffuseResult(
    DiffuseProcess process,
    String source,
    ImageShape shape,
    List<DiffuseStep> steps,
    SortedMap<Integer, byte[]> memory,
    SortedMap<Integer, byte[]> software,
    Map<String, Long> counts,
    Optional<DiffuseEnd> end) {
  /** Smallest exact p-value of all marginals after the start, times their number; at most 1. */
  double familyPValue() {
    long count = steps.stream().filter(step -> step.step() > 0).count();
    double least =
        steps.stream()
            .filter(step -> step.step() > 0)
            .mapToDouble(DiffuseStep::exactPValue)
            .min()
            .orElse(1);
    return Math.min(1, least * count);
  }

  /** One image of a frame. */
  byte[] image(byte[] frame, int index) {
    return java.util.Arrays.copyOfRange(frame, index * shape.size(), (index + 1) * shape.size());
  }

  /** Images in each frame. */
  int images() {
    return memory.firstEntry().getValue().length / shape.size();
  }
}
