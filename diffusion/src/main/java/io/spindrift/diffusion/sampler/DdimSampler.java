package io.spindrift.diffusion.sampler;

import io.spindrift.diffusion.process.NoiseSchedule;
import io.spindrift.diffusion.process.RespacedSchedule;
import io.spindrift.numerics.Require;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Moves along the implicit process at {@code count} of the schedule's steps.
 *
 * <p>x' = sqrt(alphaBar') x_0 + sqrt(1 - alphaBar' - sigma^2) epsilon + sigma z, where epsilon is
 * recomputed from the clipped x_0. Source: Song, Meng, Ermon, "Denoising diffusion implicit
 * models", ICLR 2021, equations 12 and 16.
 *
 * @param schedule the schedule of the training
 * @param count number of steps, at most those of the schedule
 * @param eta 0 for no fresh noise, 1 for that of the ancestral sampler
 */
public record DdimSampler(NoiseSchedule schedule, int count, double eta) implements Sampler {
  /** Checks the ranges. */
  public DdimSampler {
    Require.inRange("eta", eta, 0, 1, "");
  }

  @Override
  public String name() {
    return "implicit, " + count + " of " + schedule.steps() + " steps, eta " + eta;
  }

  @Override
  public List<ReverseStep> steps() {
    RespacedSchedule respaced = schedule.respaced(count);
    NoiseSchedule coarse = respaced.schedule();
    return IntStream.range(0, count)
        .map(i -> count - 1 - i)
        .mapToObj(t -> step(respaced.timesteps()[t], coarse, t))
        .toList();
  }

  private ReverseStep step(int timestep, NoiseSchedule coarse, int t) {
    double before = coarse.alphaBarBefore(t);
    double noisePower = 1 - coarse.alphaBar(t);
    double sigma = eta * Math.sqrt((1 - before) / noisePower * coarse.beta(t));
    double direction = Math.sqrt(Math.max(1 - before - sigma * sigma, 0) / noisePower);
    return new ReverseStep(
        timestep,
        coarse.signal(t),
        coarse.spread(t),
        Math.sqrt(before) - direction * coarse.signal(t),
        direction,
        sigma);
  }
}
