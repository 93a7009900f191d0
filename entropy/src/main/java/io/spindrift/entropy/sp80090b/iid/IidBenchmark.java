package io.spindrift.entropy.sp80090b.iid;

import io.spindrift.entropy.sp80090b.Symbols;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Measures what the parts of a permutation test cost on one thread. */
public final class IidBenchmark {
  /**
   * What one part costs.
   *
   * @param part {@code "shuffle"} or the name of the first statistic of a family
   * @param cpuSeconds processor seconds of the measuring thread for one evaluation, the least of
   *     all rounds
   */
  public record Cost(String part, double cpuSeconds) {}

  /**
   * Measures a shuffle and every family of statistics on uniform symbols.
   *
   * @param symbols how many
   * @param bitsPerSymbol their width
   * @param rounds evaluations of each part, of which the cheapest counts
   */
  public static List<Cost> measure(int symbols, int bitsPerSymbol, int rounds) {
    Require.atLeast("rounds", rounds, 1);
    RandomStream stream = StreamKey.root(1).purpose("benchmark/iid").open();
    byte[] values = new byte[symbols];
    for (int i = 0; i < symbols; i++) {
      values[i] = (byte) (stream.nextLong() >>> (64 - bitsPerSymbol));
    }
    Sample sample = Sample.of(new Symbols(values, bitsPerSymbol));
    Arrangement arrangement = new Arrangement(sample);
    List<Cost> costs = new ArrayList<>();
    StreamKey key = StreamKey.root(2);
    costs.add(new Cost("shuffle", least(rounds, round -> arrangement.shuffle(key.at(round)))));
    double[] into = new double[PermutationStatistics.COUNT];
    for (StatisticFamily family : PermutationStatistics.families(symbols)) {
      costs.add(
          new Cost(
              family.names().getFirst(),
              least(rounds, round -> family.evaluate(arrangement, into, 0))));
    }
    return costs;
  }

  private static double least(int rounds, IntConsumer part) {
    double least = Double.POSITIVE_INFINITY;
    for (int round = 0; round < rounds; round++) {
      long before = cpuNanoseconds();
      part.accept(round);
      least = Math.min(least, (cpuNanoseconds() - before) * 1e-9);
    }
    return least;
  }

  private static long cpuNanoseconds() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private IidBenchmark() {}
}
