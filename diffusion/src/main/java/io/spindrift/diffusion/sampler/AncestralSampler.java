package io.spindrift.diffusion.sampler;

import io.spindrift.diffusion.process.GaussianDiffusion;
import io.spindrift.diffusion.process.GaussianDiffusion.Posterior;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Draws from the posterior of each step.
 *
 * <p>Source: Ho, Jain, Abbeel, NeurIPS 2020, algorithm 2 with sigma^2 = beta-tilde.
 *
 * @param levels the noise levels on the way
 */
public record AncestralSampler(NoiseLevels levels) implements Sampler {
  @Override
  public String name() {
    return "ancestral, " + levels.words();
  }

  @Override
  public List<ReverseStep> steps() {
    return IntStream.range(0, levels.count()).mapToObj(i -> step(levels, i)).toList();
  }

  static ReverseStep step(NoiseLevels levels, int i) {
    Posterior posterior = GaussianDiffusion.posterior(levels.from(i), levels.to(i));
    return ReverseStep.single(
        levels.from(i),
        levels.to(i),
        posterior.noisyWeight(),
        posterior.cleanWeight(),
        Math.sqrt(posterior.variance()));
  }
}
