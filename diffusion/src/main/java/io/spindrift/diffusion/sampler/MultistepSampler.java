package io.spindrift.diffusion.sampler;

import io.spindrift.diffusion.process.NoiseLevel;
import java.util.ArrayList;
import java.util.List;

/**
 * DPM-Solver++(2M): order 2 from the clean images of two evaluations, one evaluation a step.
 *
 * <p>x' = spread' / spread x - signal' (exp(-h) - 1) ((1 + 1 / (2 r)) D - 1 / (2 r) D_e), where h
 * is the rise of lambda = log(signal / spread) in this step and r that of the step before divided
 * by h. The first step has no step before and is of order 1. So is the last, which leads to no
 * noise at all: there h has no bound and x' = D. The published code makes its last step of order 1
 * below 15 steps and ends at a small time instead of at 0.
 *
 * <p>Source: Lu et al., "DPM-Solver++: fast solver for guided sampling of diffusion probabilistic
 * models", 2022 (arXiv 2211.01095), algorithm 2.
 *
 * @param levels the noise levels on the way
 */
public record MultistepSampler(NoiseLevels levels) implements Sampler {
  @Override
  public String name() {
    return "DPM-Solver++(2M), " + levels.words();
  }

  @Override
  public List<ReverseStep> steps() {
    List<ReverseStep> steps = new ArrayList<>();
    double riseBefore = Double.POSITIVE_INFINITY;
    for (int i = 0; i < levels.count() - 1; i++) {
      NoiseLevel from = levels.from(i);
      NoiseLevel to = levels.to(i);
      double rise = to.lambda() - from.lambda();
      double whole = -to.signal() * Math.expm1(-rise);
      double extrapolated = rise / (2 * riseBefore);
      steps.add(
          new ReverseStep(
              from,
              to,
              to.spread() / from.spread(),
              0,
              whole * (1 + extrapolated),
              -whole * extrapolated,
              0));
      riseBefore = rise;
    }
    steps.add(ReverseStep.last(levels.from(levels.count() - 1)));
    return List.copyOf(steps);
  }
}
