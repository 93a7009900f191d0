package io.spindrift.memory.process;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Flipped bits of one plane and one initial value against the exact kernel.
 *
 * @param step step at which the bits were counted
 * @param plane plane
 * @param initial value of the bits at the start
 * @param counts what was counted
 * @param kernel the kernel from the start to the step
 */
public record MarginalCheck(
    int step, int plane, int initial, PlaneCounts counts, TwoStateKernel kernel) {
  /** All planes and both initial values, for cells of unknown kinds. */
  public static List<MarginalCheck> of(PlaneLaw law, PlaneBits first, PlaneBits now) {
    return of(
        law.step(), IntStream.range(0, law.planes()).mapToObj(law::kernel).toList(), first, now);
  }

  /** All planes and both initial values, for the cells that there are. */
  public static List<MarginalCheck> of(
      PlaneLaw law, PlaneKinds kinds, PlaneBits first, PlaneBits now) {
    List<TwoStateKernel> kernels =
        IntStream.range(0, law.planes()).mapToObj(plane -> kinds.kernel(law, plane)).toList();
    return of(law.step(), kernels, first, now);
  }

  private static List<MarginalCheck> of(
      int step, List<TwoStateKernel> kernels, PlaneBits first, PlaneBits now) {
    List<MarginalCheck> checks = new ArrayList<>();
    for (int plane = 0; plane < kernels.size(); plane++) {
      PlaneCounts counts = first.counts(plane, now);
      for (int initial = 0; initial < 2; initial++) {
        checks.add(new MarginalCheck(step, plane, initial, counts, kernels.get(plane)));
      }
    }
    return checks;
  }

  /** How many binomial standard deviations the count is off. */
  public double deviate() {
    return counts.deviate(initial, kernel);
  }

  /** Share of the bits that have flipped. */
  public double share() {
    return counts.flipped(initial) / (double) counts.cells(initial);
  }

  /**
   * The checks together: their squares add up to chi-square with as many degrees of freedom as
   * there are checks with bits; given as a normal deviate by the cube-root transformation of E. B.
   * Wilson and M. M. Hilferty, PNAS 17 (1931) 684.
   */
  public static double chiSquareDeviate(List<MarginalCheck> checks) {
    double sum = 0;
    double freedom = 0;
    for (MarginalCheck check : checks) {
      if (check.counts().cells(check.initial()) > 0) {
        double deviate = check.deviate();
        sum += deviate * deviate;
        freedom++;
      }
    }
    if (freedom == 0) {
      return 0;
    }
    double spread = 2 / (9 * freedom);
    return (Math.cbrt(sum / freedom) - (1 - spread)) / Math.sqrt(spread);
  }
}
