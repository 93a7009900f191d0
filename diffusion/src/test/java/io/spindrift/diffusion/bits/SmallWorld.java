package io.spindrift.diffusion.bits;

import io.spindrift.diffusion.denoiser.Denoiser;
import io.spindrift.memory.process.KernelTable;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All images of a few bits, with a known probability each, and the denoiser that knows them.
 *
 * <p>A state is an int, bit i of it the i-th value of the image. The answer of {@link #clean} is
 * P(x_0 = 1 | x_t) of each bit by Bayes' rule over all images.
 */
final class SmallWorld implements Denoiser {
  private final double[] probabilities;
  private final FlipChain chain;
  private final BitImages form;
  private final int bits;
  private final Map<Integer, double[][]> answers = new HashMap<>();

  /** A world of images of a form, with the probability of every state. */
  SmallWorld(double[] probabilities, FlipChain chain, BitImages form) {
    this.probabilities = probabilities;
    this.chain = chain;
    this.form = form;
    this.bits = form.shape().size();
  }

  private int states() {
    return 1 << bits;
  }

  private int plane(int bit) {
    return form.plane(bit);
  }

  double[] clean(int now, int time) {
    return answers.computeIfAbsent(time, this::answers)[now];
  }

  private double[][] answers(int time) {
    double[][] answers = new double[states()][];
    double[][][] kernel = new double[bits][2][2];
    for (int i = 0; i < 4 * bits; i++) {
      kernel[i / 4][i / 2 % 2][i % 2] =
          chain.marginal(time, plane(i / 4)).probability(i / 2 % 2, i % 2);
    }
    for (int now = 0; now < states(); now++) {
      answers[now] = answer(now, kernel);
    }
    return answers;
  }

  private double[] answer(int now, double[][][] kernel) {
    double[] ones = new double[bits];
    double all = 0;
    for (int first = 0; first < states(); first++) {
      double weight = probabilities[first];
      for (int bit = 0; bit < bits; bit++) {
        weight *= kernel[bit][first >> bit & 1][now >> bit & 1];
      }
      all += weight;
      for (int bit = 0; bit < bits; bit++) {
        ones[bit] += (first >> bit & 1) * weight;
      }
    }
    double sum = all;
    return Arrays.stream(ones).map(each -> each / sum).toArray();
  }

  /** The law that a sampler gives, carried through every step without drawing anything. */
  double[] sampled(BitSampler sampler) {
    double[] law = new double[states()];
    double[] shares = new double[bits];
    Arrays.setAll(shares, bit -> chain.startingShare(plane(bit)));
    spread(law, shares, 1);
    for (BitSampler.Step step : sampler.steps()) {
      double[] next = new double[states()];
      for (int now = 0; now < states(); now++) {
        double[] first = clean(now, step.time());
        double[] ones = new double[bits];
        for (int bit = 0; bit < bits; bit++) {
          ones[bit] = step.planes().get(plane(bit)).given(now >> bit & 1).one(first[bit]);
        }
        spread(next, ones, law[now]);
      }
      law = next;
    }
    return law;
  }

  /** Adds the law of independent bits, times a weight. */
  private void spread(double[] law, double[] ones, double weight) {
    for (int state = 0; state < states(); state++) {
      double product = weight;
      for (int bit = 0; bit < bits; bit++) {
        product *= (state >> bit & 1) == 1 ? ones[bit] : 1 - ones[bit];
      }
      law[state] += product;
    }
  }

  static double distance(double[] law, double[] other) {
    double sum = 0;
    for (int i = 0; i < law.length; i++) {
      sum += 0.5 * Math.abs(law[i] - other[i]);
    }
    return sum;
  }

  @Override
  public void predict(
      float[] noisy, float[] timesteps, int[] labels, int batch, float[] predicted) {
    for (int k = 0; k < batch; k++) {
      int now = 0;
      for (int bit = 0; bit < bits; bit++) {
        now |= (noisy[k * bits + bit] > 0 ? 1 : 0) << bit;
      }
      double[] first = clean(now, (int) timesteps[k] + 1);
      for (int bit = 0; bit < bits; bit++) {
        double logit = Math.log(first[bit] / (1 - first[bit]));
        predicted[k * bits + bit] = (float) Math.clamp(logit, -80, 80);
      }
    }
  }

  @Override
  public void close() {}

  static FlipChain chain(int steps, KernelTable... planes) {
    return new FlipChain(Collections.nCopies(steps, List.of(planes)));
  }
}
