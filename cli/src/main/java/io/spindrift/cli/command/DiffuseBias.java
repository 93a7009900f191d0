package io.spindrift.cli.command;

import io.spindrift.memory.process.PlaneBits;
import io.spindrift.memory.process.PlaneCounts;
import io.spindrift.memory.process.PlaneKinds;
import io.spindrift.memory.process.PlaneLaw;
import io.spindrift.memory.process.TwoStateKernel;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How far the share of ones of a plane is off one half after the last step.
 *
 * @param plane plane, 0 the most significant
 * @param startShare share of ones of the images
 * @param uncorrected bias that the law has for the same images, schedule and pulses when nothing is
 *     corrected; empty where the pulses of that process are not to be had
 * @param predicted bias by the law of the process as it was
 * @param measured bias as counted
 * @param error standard deviation of the last
 */
record DiffuseBias(
    int plane,
    double startShare,
    OptionalDouble uncorrected,
    double predicted,
    double measured,
    double error) {
  /** The biases of all planes. */
  static List<DiffuseBias> of(
      PlaneBits first,
      PlaneBits last,
      PlaneLaw law,
      PlaneKinds cells,
      @Nullable PlaneLaw uncorrected) {
    List<DiffuseBias> biases = new ArrayList<>();
    for (int plane = 0; plane < law.planes(); plane++) {
      PlaneCounts counts = first.counts(plane, last);
      double zeros = counts.cells(0);
      double ones = counts.cells(1);
      double bits = zeros + ones;
      TwoStateKernel kernel = cells.kernel(law, plane);
      double variance =
          zeros * kernel.one(0) * (1 - kernel.one(0)) + ones * kernel.one(1) * (1 - kernel.one(1));
      biases.add(
          new DiffuseBias(
              plane,
              ones / bits,
              uncorrected == null
                  ? OptionalDouble.empty()
                  : OptionalDouble.of(bias(uncorrected.kernel(plane), ones / bits)),
              bias(kernel, ones / bits),
              last.shareOfOnes(plane) - 0.5,
              Math.sqrt(variance) / bits));
    }
    return biases;
  }

  private static double bias(TwoStateKernel kernel, double ones) {
    return (1 - ones) * kernel.one(0) + ones * kernel.one(1) - 0.5;
  }
}
