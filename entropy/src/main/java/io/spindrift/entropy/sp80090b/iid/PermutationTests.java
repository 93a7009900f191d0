package io.spindrift.entropy.sp80090b.iid;

import io.spindrift.entropy.sp80090b.iid.RankedStatistic.Standing;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The permutation tests of SP 800-90B, section 5.1.
 *
 * <p>Shuffle i is drawn from the key of i, and its statistics are counted in the order of i, so
 * that neither threads nor batches change a counter. A statistic that has passed is not computed
 * again. All statistics but the compression go first; only when none of them fails is the
 * compression, many times dearer than the rest together, looked at.
 */
final class PermutationTests {
  private static final int BATCH = 16;
  private static final int CHEAP = PermutationStatistics.COUNT - 1;

  private final ExaminedSample sample;
  private final Schedule schedule;
  private final StreamKey key;
  private final Workers workers;
  private final Progress progress;
  private final Queue<Bench> benches = new ConcurrentLinkedQueue<>();
  private final List<RankCounter> counters = new ArrayList<>();

  /** What one worker needs. */
  private record Bench(Arrangement arrangement, List<StatisticFamily> families) {}

  PermutationTests(
      ExaminedSample sample, Schedule schedule, StreamKey key, Workers workers, Progress progress) {
    this.sample = sample;
    this.schedule = schedule;
    this.key = key.purpose("permutation");
    this.workers = workers;
    this.progress = progress;
  }

  /** Ranks the 19 statistics. */
  List<RankedStatistic> rank() {
    countersOfOriginal();
    int cheapStop = schedule.provisionalAfter();
    int dearStop = schedule.compressionProvisionalAfter();
    decide("permutation tests", 0, CHEAP, cheapStop, BATCH);
    List<RankedStatistic> ranked = ranked(0, CHEAP, cheapStop);
    if (ranked.stream().allMatch(statistic -> statistic.standing() == Standing.PASSED)) {
      int batch = Math.min(BATCH, workers.threads());
      decide("compression statistic", CHEAP, PermutationStatistics.COUNT, dearStop, batch);
    }
    ranked.addAll(ranked(CHEAP, PermutationStatistics.COUNT, dearStop));
    return ranked;
  }

  private List<RankedStatistic> ranked(int from, int to, int provisionalAfter) {
    List<RankedStatistic> ranked = new ArrayList<>();
    for (RankCounter counter : counters.subList(from, to)) {
      ranked.add(counter.ranked(schedule.permutations(), provisionalAfter));
    }
    return ranked;
  }

  private void countersOfOriginal() {
    Bench bench = newBench();
    double[] values = new double[PermutationStatistics.COUNT];
    int at = 0;
    for (StatisticFamily family : bench.families()) {
      family.evaluate(bench.arrangement(), values, at);
      at += family.names().size();
    }
    for (int i = 0; i < values.length; i++) {
      counters.add(new RankCounter(PermutationStatistics.NAMES.get(i), values[i]));
    }
    benches.add(bench);
  }

  private Bench newBench() {
    return new Bench(new Arrangement(sample), PermutationStatistics.families(sample.length()));
  }

  /**
   * Shuffles until the statistics [from, to) have all passed, until the last shuffle, or until
   * {@code stop} shuffles if by then no shuffle has reached one of them.
   */
  private void decide(String title, int from, int to, int stop, int batch) {
    try (Progress.Task task = progress.begin(title, schedule.permutations(), "shuffles")) {
      int done = 0;
      while (done < schedule.permutations() && open(from, to)) {
        if (done == stop && unreached(from, to)) {
          return;
        }
        progress.checkStopped();
        int limit = done < stop ? stop : schedule.permutations();
        int shuffles = Math.min(batch, limit - done);
        count(done, shuffles, from, to);
        done += shuffles;
        task.advance(shuffles);
      }
    }
  }

  private boolean open(int from, int to) {
    return counters.subList(from, to).stream().anyMatch(counter -> !counter.passed());
  }

  private boolean unreached(int from, int to) {
    return counters.subList(from, to).stream().anyMatch(counter -> counter.reached() == 0);
  }

  private void count(int first, int shuffles, int from, int to) {
    double[][] values = new double[shuffles][PermutationStatistics.COUNT];
    workers.forEach(shuffles, i -> evaluate(first + i, from, to, values[i]));
    for (double[] permuted : values) {
      for (int i = from; i < to; i++) {
        counters.get(i).count(permuted[i]);
      }
    }
  }

  /** Computes those families of shuffle {@code index} in which a statistic is still open. */
  private void evaluate(int index, int from, int to, double[] values) {
    Bench kept = benches.poll();
    Bench bench = kept == null ? newBench() : kept;
    bench.arrangement().shuffle(key.at(index));
    int at = 0;
    for (StatisticFamily family : bench.families()) {
      int end = at + family.names().size();
      if (at >= from && end <= to && open(at, end)) {
        family.evaluate(bench.arrangement(), values, at);
      }
      at = end;
    }
    benches.add(bench);
  }
}
