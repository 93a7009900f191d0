package io.spindrift.diffusion.sampler;

import io.spindrift.diffusion.process.GaussianDiffusion;
import io.spindrift.diffusion.process.NoiseLevel;
import io.spindrift.numerics.Require;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Moves along the implicit process.
 *
 * <p>x' = signal' D + sqrt(spread'^2 - sigma^2) epsilon + sigma z, where epsilon = (x - signal D) /
 * spread is recomputed from the clipped D and sigma is eta times that of the ancestral sampler.
 * With eta = 0 it is Euler's method in sigma for x / signal, of order 1. Source: Song, Meng, Ermon,
 * "Denoising diffusion implicit models", ICLR 2021, equations 12 and 16.
 *
 * @param levels the noise levels on the way
 * @param eta 0 for no fresh noise, 1 for that of the ancestral sampler
 */
public record DdimSampler(NoiseLevels levels, double eta) implements Sampler {
  /** Checks the ranges. */
  public DdimSampler {
    Require.inRange("eta", eta, 0, 1, "");
  }

  @Override
  public String name() {
    return "implicit, " + levels.words() + ", eta " + eta;
  }

  @Override
  public List<ReverseStep> steps() {
    return IntStream.range(0, levels.count())
        .mapToObj(i -> step(levels.from(i), levels.to(i)))
        .toList();
  }

  private ReverseStep step(NoiseLevel from, NoiseLevel to) {
    if (to.spread() == 0) {
      return ReverseStep.last(from);
    }
    double variance = eta * eta * GaussianDiffusion.posterior(from, to).variance();
    double direction = Math.sqrt(Math.max(to.spread() * to.spread() - variance, 0)) / from.spread();
    return ReverseStep.single(
        from, to, direction, to.signal() - direction * from.signal(), Math.sqrt(variance));
  }
}
