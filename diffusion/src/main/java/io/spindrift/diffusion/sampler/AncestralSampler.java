package io.spindrift.diffusion.sampler;

import io.spindrift.diffusion.process.GaussianDiffusion;
import io.spindrift.diffusion.process.GaussianDiffusion.Posterior;
import io.spindrift.diffusion.process.NoiseSchedule;
import io.spindrift.diffusion.process.RespacedSchedule;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Draws from the posterior of each step, at {@code count} of the schedule's steps.
 *
 * <p>Source: Ho, Jain, Abbeel, NeurIPS 2020, algorithm 2 with sigma^2 = beta-tilde; respacing of
 * Nichol and Dhariwal, ICML 2021, section 4.
 *
 * @param schedule the schedule of the training
 * @param count number of steps, at most those of the schedule
 */
public record AncestralSampler(NoiseSchedule schedule, int count) implements Sampler {
  @Override
  public String name() {
    return "ancestral, " + count + " of " + schedule.steps() + " steps";
  }

  @Override
  public List<ReverseStep> steps() {
    RespacedSchedule respaced = schedule.respaced(count);
    NoiseSchedule coarse = respaced.schedule();
    GaussianDiffusion diffusion = new GaussianDiffusion(coarse);
    return IntStream.range(0, count)
        .map(i -> count - 1 - i)
        .mapToObj(t -> {
          Posterior posterior = diffusion.posterior(t);
          return new ReverseStep(
              respaced.timesteps()[t],
              coarse.signal(t),
              coarse.spread(t),
              posterior.cleanWeight(),
              posterior.noisyWeight(),
              Math.sqrt(posterior.variance()));
        })
        .toList();
  }
}
