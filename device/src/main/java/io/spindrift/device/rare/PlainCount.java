package io.spindrift.device.rare;

import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.numerics.statistics.WilsonInterval;

/**
 * The probability of an event by counting: plain Monte Carlo over the stages of a process.
 *
 * <p>The interval is Wilson's at 95 %; it is right from the first failure on and has an upper end
 * when there was none.
 */
final class PlainCount {
  private static final double QUANTILE = 1.959963984540054; // of 0.975

  /** Counts over as many trajectories as splitting would have particles in all replicas. */
  static RareEstimate run(
      StagedProcess process,
      SplittingSettings effort,
      StreamKey key,
      Workers workers,
      Progress progress) {
    int particles = effort.particles();
    long[] hits = new long[effort.replicas()];
    long work = (long) hits.length * process.stages();
    try (Progress.Task task = progress.begin("counting", work, "stages")) {
      workers.forEach(
          hits.length,
          replica -> {
            StreamKey stream = key.at(replica);
            int c = process.components();
            double[] states = new double[particles * c];
            for (int i = 0; i < particles; i++) {
              process.draw(states, i * c, stream.purpose("starts").at(i).open());
            }
            for (int stage = 0; stage < process.stages(); stage++) {
              progress.checkStopped();
              process.advance(stage, states, particles, stream.at(stage));
              task.advance(1);
            }
            for (int i = 0; i < particles; i++) {
              hits[replica] += process.hit(states, i * c) ? 1 : 0;
            }
          });
    }
    long sum = 0;
    for (long count : hits) {
      sum += count;
    }
    return counted(sum, hits.length, particles);
  }

  static RareEstimate counted(long hits, int replicas, int particles) {
    long trials = (long) replicas * particles;
    double p = (double) hits / trials;
    WilsonInterval interval = WilsonInterval.of(hits, trials, QUANTILE);
    return new RareEstimate(
        p,
        WilsonInterval.standardError(p, trials),
        interval.low(),
        interval.high(),
        hits,
        replicas,
        particles);
  }

  private PlainCount() {}
}
