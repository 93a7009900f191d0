package io.spindrift.device.rare;

import io.spindrift.numerics.NumericalFailure;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;

/**
 * The probability of a rare event by sequential Monte Carlo: splitting in time.
 *
 * <p>N particles run through the stages of a process. Before a stage they are chosen anew in
 * proportion to w h, where w is the weight a particle carries and h its importance, and each chosen
 * one goes on with the weight
 *
 * <pre>
 *   w' = (sum_j w_j h_j/N)/h
 * </pre>
 *
 * <p>so that the mean weight of the particles in any set stays what it was. The estimate, the sum
 * of the weights of those that end in the event over N, is therefore unbiased for every importance
 * that is finite; a good one, close to the probability of the event from there, makes it precise.
 * Particles are chosen only when the effective number of the w h falls below half of N. Starts are
 * drawn in excess and chosen in the same way. P. Del Moral, Feynman-Kac Formulae (2004), section
 * 7.4; F. Cerou, P. Del Moral, T. Furon, A. Guyader, Stat. Comput. 22, 795 (2012).
 *
 * <p>Replica r of a key k takes all its chance from k.at(r), so that threads do not change a bit.
 */
public final class Splitting {
  private static final double CHOOSE_BELOW = 0.5;

  private final StagedProcess process;
  private final SplittingSettings settings;

  private Splitting(StagedProcess process, SplittingSettings settings) {
    this.process = process;
    this.settings = settings;
  }

  /**
   * Estimates the probability that the process ends in its event.
   *
   * @throws UnusableInput when no particle of any replica ended in the event
   * @throws NumericalFailure when an importance is not finite
   */
  public static RareEstimate run(
      StagedProcess process,
      SplittingSettings settings,
      StreamKey key,
      Workers workers,
      Progress progress) {
    Splitting splitting = new Splitting(process, settings);
    double[] estimates = new double[settings.replicas()];
    double[] hits = new double[settings.replicas()];
    long work = (long) settings.replicas() * process.stages();
    try (Progress.Task task = progress.begin("splitting", work, "stages")) {
      workers.forEach(
          estimates.length,
          replica -> {
            double[] end = splitting.replica(key.at(replica), progress, task);
            estimates[replica] = end[0];
            hits[replica] = end[1];
          });
    }
    double found = 0;
    for (double hit : hits) {
      found += hit;
    }
    if (found == 0) {
      throw new UnusableInput(
          "none of "
              + settings.replicas()
              + " replicas of "
              + settings.particles()
              + " particles met the rare event; give more particles or replicas");
    }
    return RareEstimate.of(estimates, found, settings.particles());
  }

  /** The estimate of one replica and its effective number of hits. */
  private double[] replica(StreamKey key, Progress progress, Progress.Task task) {
    int c = process.components();
    int n = settings.particles();
    StreamKey choices = key.purpose("choices");
    Cloud pool = starts(key.purpose("starts"));
    Cloud cloud = choose(pool, logProducts(pool, 0), n, choices.at(0));
    for (int stage = 0; stage < process.stages(); stage++) {
      progress.checkStopped();
      if (stage > 0) {
        cloud = chooseWhenUneven(cloud, stage, choices.at(stage));
      }
      process.advance(stage, cloud.states, n, key.at(stage));
      task.advance(1);
    }
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      if (process.hit(cloud.states, i * c)) {
        double weight = Math.exp(cloud.logWeights[i]);
        sum += weight;
        squares += weight * weight;
      }
    }
    return new double[] {sum / n, squares > 0 ? sum * sum / squares : 0};
  }

  private Cloud starts(StreamKey key) {
    int c = process.components();
    int count = settings.particles() * settings.startsPerParticle();
    double[] states = new double[count * c];
    for (int i = 0; i < count; i++) {
      process.draw(states, i * c, key.at(i).open());
    }
    return new Cloud(states, new double[count]);
  }

  private Cloud chooseWhenUneven(Cloud cloud, int stage, StreamKey key) {
    double[] products = logProducts(cloud, stage);
    double[] w = scaled(products);
    double sum = 0;
    double squares = 0;
    for (double weight : w) {
      sum += weight;
      squares += weight * weight;
    }
    boolean uneven = sum * sum < CHOOSE_BELOW * w.length * squares;
    return uneven ? choose(cloud, products, w.length, key) : cloud;
  }

  private Cloud choose(Cloud cloud, double[] products, int count, StreamKey key) {
    double[] w = scaled(products);
    double mean = 0;
    for (double weight : w) {
      mean += weight / w.length;
    }
    double logMean = Math.log(mean) + highest(products);
    int[] chosen = SystematicResampling.choose(w, count, key.open().nextDouble());
    int c = process.components();
    double[] states = new double[count * c];
    double[] logWeights = new double[count];
    for (int i = 0; i < count; i++) {
      int from = chosen[i];
      System.arraycopy(cloud.states, from * c, states, i * c, c);
      logWeights[i] = logMean - (products[from] - cloud.logWeights[from]);
    }
    return new Cloud(states, logWeights);
  }

  /** Logarithm of weight times importance of every particle. */
  private double[] logProducts(Cloud cloud, int stage) {
    double[] products = new double[cloud.logWeights.length];
    for (int i = 0; i < products.length; i++) {
      double importance = process.logImportance(stage, cloud.states, i * process.components());
      if (!Double.isFinite(importance)) {
        throw new NumericalFailure(
            "the logarithm of an importance must be finite, but was "
                + importance
                + " before stage "
                + stage);
      }
      products[i] = cloud.logWeights[i] + importance;
    }
    return products;
  }

  /** The products over the highest of them. */
  private static double[] scaled(double[] logProducts) {
    double highest = highest(logProducts);
    double[] w = new double[logProducts.length];
    for (int i = 0; i < w.length; i++) {
      w[i] = Math.exp(logProducts[i] - highest);
    }
    return w;
  }

  private static double highest(double[] values) {
    double highest = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      highest = Math.max(highest, value);
    }
    return highest;
  }

  /** Particles with the logarithms of their weights. */
  private record Cloud(double[] states, double[] logWeights) {}
}
