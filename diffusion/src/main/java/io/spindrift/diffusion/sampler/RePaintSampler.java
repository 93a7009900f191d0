package io.spindrift.diffusion.sampler;

import io.spindrift.numerics.Require;
import java.util.ArrayList;
import java.util.List;

/**
 * Ancestral steps that go back to more noise and come again, so that what is unknown settles with
 * what is known.
 *
 * <p>With n levels, counted from the least noisy one, 0, the path returns from each level that is a
 * multiple of {@code jump} below n - {@code jump} to the one {@code jump} above, {@code visits} - 1
 * times. The published path goes back level by level; here it is one step with the same law.
 *
 * <p>Source: Lugmayr et al., "RePaint: inpainting using denoising diffusion probabilistic models",
 * CVPR 2022, algorithm 1 and section 4.2; the places of the jumps as in its published code.
 *
 * @param levels the noise levels on the way
 * @param jump how many levels the path goes back
 * @param visits how often each stretch is gone in all, 1 for ancestral sampling
 */
public record RePaintSampler(NoiseLevels levels, int jump, int visits) implements Sampler {
  /** Checks the ranges. */
  public RePaintSampler {
    Require.atLeast("jump", jump, 1);
    Require.inRange("visits", visits, 1, 100);
  }

  @Override
  public String name() {
    String once = "ancestral, " + levels.words();
    return visits == 1 ? once : once + ", each stretch of " + jump + " gone " + visits + " times";
  }

  @Override
  public List<ReverseStep> steps() {
    List<ReverseStep> steps = new ArrayList<>();
    int[] left = new int[levels.count()];
    int at = 0;
    while (at < levels.count()) {
      steps.add(AncestralSampler.step(levels, at));
      at++;
      int fromEnd = levels.count() - 1 - at;
      if (fromEnd >= 0
          && fromEnd % jump == 0
          && fromEnd < levels.count() - jump
          && left[at]++ < visits - 1) {
        steps.add(ReverseStep.back(levels.from(at), levels.from(at - jump)));
        at -= jump;
      }
    }
    return List.copyOf(steps);
  }
}
