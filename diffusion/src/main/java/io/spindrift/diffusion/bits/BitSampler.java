package io.spindrift.diffusion.bits;

import io.spindrift.numerics.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Ancestral sampling of bits at some steps of a chain, from the last one back to the image.
 *
 * @param chain the forward process of the training
 * @param times steps t at which the denoiser is asked, falling from T; each leads to the next one,
 *     the last to the image
 * @param end how the image is taken from the last probabilities
 */
public record BitSampler(FlipChain chain, List<Integer> times, End end) {
  /** How the bits of the image are taken from the probabilities of the last call. */
  public enum End {
    /** Each bit is drawn with its probability of being 1, which the law of the chain asks for. */
    DRAWN,
    /** Each bit is the more probable one: fewer stray bits, a law of its own. */
    LIKELIEST
  }

  /**
   * One call of the denoiser and what follows.
   *
   * @param time step t of the present bits, 1 to T
   * @param planes the way back of each plane
   */
  public record Step(int time, List<ReverseFlip> planes) {
    /** The step as the denoiser is told it: 0 is the least noisy. */
    public int timestep() {
      return time - 1;
    }
  }

  /** Checks that the steps fall from the last one of the chain. */
  public BitSampler {
    times = List.copyOf(times);
    Require.inRange("sampling steps", times.size(), 1, chain.steps());
    int first = times.getFirst();
    Require.inRange("first sampling step", first, chain.steps(), chain.steps());
    for (int i = 1; i < times.size(); i++) {
      Require.inRange("sampling step " + (i + 1), times.get(i), 1, times.get(i - 1) - 1);
    }
  }

  /**
   * {@code count} steps of a chain, evenly spaced: the i-th of them from the image is i T/count.
   */
  public static BitSampler even(FlipChain chain, int count, End end) {
    Require.inRange("sampling steps", count, 1, chain.steps());
    long all = chain.steps();
    return new BitSampler(
        chain,
        IntStream.range(0, count).mapToObj(i -> (int) (all * (count - i) / count)).toList(),
        end);
  }

  /** What the sampler is, in a few words, for reports. */
  public String name() {
    return "bit flips, "
        + times.size()
        + " of "
        + chain.steps()
        + " steps"
        + (end == End.LIKELIEST ? ", likeliest bits at the end" : "");
  }

  /** The steps, in the order in which they are done. */
  public List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      int later = times.get(i);
      int earlier = i + 1 < times.size() ? times.get(i + 1) : 0;
      steps.add(
          new Step(
              later,
              IntStream.range(0, chain.planes())
                  .mapToObj(plane -> ReverseFlip.of(chain, earlier, later, plane))
                  .toList()));
    }
    return steps;
  }
}
