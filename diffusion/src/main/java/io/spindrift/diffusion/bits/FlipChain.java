package io.spindrift.diffusion.bits;

import io.spindrift.memory.process.KernelTable;
import io.spindrift.memory.process.PlaneLaw;
import io.spindrift.memory.process.PlaneProcess;
import io.spindrift.memory.process.TwoStateKernel;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.UnusableInput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The forward process of bit-flip diffusion: a chain of two states for each plane, step by step.
 *
 * <p>Step t of a plane turns a bit by the kernel K_t, which need not treat 0 and 1 alike. The bit
 * after t steps has the law of K_1 K_2 ... K_t, so that x_t is drawn from x_0 at once. Cells may be
 * of several kinds, each with a chain of its own; the cell of a bit is not known, and every law
 * here is the mean over the kinds.
 *
 * <p>Source of the process: Sohl-Dickstein et al., "Deep unsupervised learning using nonequilibrium
 * thermodynamics", ICML 2015 (binomial diffusion); Austin et al., "Structured denoising diffusion
 * models in discrete state-spaces", NeurIPS 2021, equations 2 and 3. Their chains are symmetric or
 * absorbing; kernels with P(0 to 1) other than P(1 to 0), of several kinds of cells, are ours.
 */
public final class FlipChain {
  private final List<List<KernelTable>> steps;
  private final List<List<KernelTable>> cumulative;

  /**
   * A chain of given kernels.
   *
   * @param steps kernels of each step from the first, by plane
   */
  public FlipChain(List<List<KernelTable>> steps) {
    Require.atLeast("steps", steps.size(), 1);
    int planes = Require.atLeast("planes", steps.getFirst().size(), 1);
    this.steps = steps.stream().map(List::copyOf).toList();
    this.cumulative = new ArrayList<>();
    List<KernelTable> now = Collections.nCopies(planes, KernelTable.of(TwoStateKernel.IDENTITY));
    cumulative.add(now);
    for (List<KernelTable> step : this.steps) {
      Require.inRange("planes of a step", step.size(), planes, planes);
      List<KernelTable> next = new ArrayList<>();
      for (int plane = 0; plane < planes; plane++) {
        next.add(now.get(plane).then(step.get(plane)));
      }
      now = next;
      cumulative.add(now);
    }
  }

  /**
   * The chain of a process of the memory.
   *
   * @throws UnusableInput when the dial has no pulse for a step
   */
  public static FlipChain of(int planes, PlaneProcess process) {
    PlaneLaw law = new PlaneLaw(planes, process);
    List<List<KernelTable>> steps = new ArrayList<>();
    int count = process.schedule().steps();
    for (int step = 1; step <= count; step++) {
      try {
        steps.add(law.next());
      } catch (UnusableInput unreachable) {
        throw new UnusableInput(
            "step " + step + " of " + count + ": " + unreachable.getMessage(), unreachable);
      }
    }
    return new FlipChain(steps);
  }

  /** Number of steps T. */
  public int steps() {
    return steps.size();
  }

  /** Number of planes. */
  public int planes() {
    return steps.getFirst().size();
  }

  /** The kernel from x_0 to x_t of a bit whose cell is not known; t = 0 to T. */
  public TwoStateKernel marginal(int step, int plane) {
    return cumulative(step, plane).mean();
  }

  /** Kernels from x_s to x_t, by kind of cell. */
  KernelTable between(int from, int to, int plane) {
    Require.inRange("later step", to, from, steps());
    KernelTable kernels = KernelTable.of(TwoStateKernel.IDENTITY);
    for (int step = from; step < to; step++) {
      kernels = kernels.then(steps.get(step).get(plane));
    }
    return kernels;
  }

  /** Kernels from x_0 to x_t, by kind of cell. */
  KernelTable cumulative(int step, int plane) {
    return cumulative.get(Require.inRange("step", step, 0, steps())).get(plane);
  }

  /**
   * Share of ones from which sampling begins: the share that the kernel from x_0 to x_T leaves as
   * it is. Of equal steps it is a/(a + b); where no correlation with x_0 is left it is the law of
   * x_T itself.
   *
   * @throws IllegalStateException when no bit of the plane ever flips
   */
  public double startingShare(int plane) {
    return marginal(steps(), plane).stationaryShare();
  }

  /** Correlation of the bits of a plane after the last step with those of the image. */
  public double finalCorrelation(int plane) {
    return marginal(steps(), plane).correlation();
  }
}
