package io.spindrift.diffusion.sampler;

import io.spindrift.diffusion.process.NoiseLevel;
import java.util.ArrayList;
import java.util.List;

/**
 * Heun's method, of order 2, for dy / dsigma = (y - D) / sigma with y = x / signal.
 *
 * <p>Each level but the last takes two evaluations: Euler's step to the next level, then the same
 * step with the mean of the slopes at both ends. The step from the last level, to no noise, is
 * Euler's, x' = D: 2 n - 1 evaluations for n levels. Source: Karras et al., NeurIPS 2022, algorithm
 * 1. An even number of evaluations is reached by leaving the step from the noisiest level at
 * Euler's, where the path is almost straight; a single such step leaves the order at 2. That choice
 * is ours.
 *
 * @param levels the noise levels on the way
 * @param firstCorrected whether the step from the noisiest level is corrected as well
 */
public record HeunSampler(NoiseLevels levels, boolean firstCorrected) implements Sampler {
  @Override
  public String name() {
    return "Heun, " + levels.words() + ", " + steps().size() + " evaluations";
  }

  @Override
  public List<ReverseStep> steps() {
    List<ReverseStep> steps = new ArrayList<>();
    for (int i = 0; i < levels.count() - 1; i++) {
      steps.add(euler(levels.from(i), levels.to(i)));
      if (i > 0 || firstCorrected) {
        steps.add(correction(levels.from(i), levels.to(i)));
      }
    }
    steps.add(ReverseStep.last(levels.from(levels.count() - 1)));
    return List.copyOf(steps);
  }

  /** y' = y + (sigma' - sigma) (y - D) / sigma. */
  private static ReverseStep euler(NoiseLevel from, NoiseLevel to) {
    double ratio = to.sigma() / from.sigma();
    return ReverseStep.single(
        from, to, to.signal() * ratio / from.signal(), to.signal() * (1 - ratio), 0);
  }

  /**
   * y' = y_e + (sigma' - sigma_e) ((y_e - D_e) / sigma_e + (y - D) / sigma') / 2, where y and D are
   * at Euler's end.
   */
  private static ReverseStep correction(NoiseLevel begin, NoiseLevel end) {
    double half = (end.sigma() - begin.sigma()) / 2;
    return new ReverseStep(
        end,
        end,
        half / end.sigma(),
        end.signal() / begin.signal() * (1 + half / begin.sigma()),
        -end.signal() * half / end.sigma(),
        -end.signal() * half / begin.sigma(),
        0);
  }
}
