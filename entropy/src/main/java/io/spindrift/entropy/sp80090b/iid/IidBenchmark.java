package io.spindrift.entropy.sp80090b.iid;

import io.spindrift.entropy.sp80090b.Symbols;
import io.spindrift.numerics.NumericalFailure;
import io.spindrift.numerics.bench.BenchLine;
import io.spindrift.numerics.bench.BenchSection;
import io.spindrift.numerics.bench.CpuClock;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;

/** Processor time of one shuffle and of every statistic of the permutation tests. */
public final class IidBenchmark implements BenchSection {
  private static final int SYMBOLS = 1_000_000;
  private static final int[] WIDTHS = {8, 1};

  private final int symbols;

  /** On a million fair symbols of eight bits and of one. */
  public IidBenchmark() {
    this(SYMBOLS);
  }

  /**
   * On another number of symbols.
   *
   * @param symbols how many, {@link IidAssessment#FEWEST_SYMBOLS} at least
   */
  public IidBenchmark(int symbols) {
    this.symbols = symbols;
  }

  @Override
  public String name() {
    return "iid";
  }

  @Override
  public List<BenchLine> run(double seconds, StreamKey key, Progress progress) {
    List<BenchLine> lines = new ArrayList<>();
    try (Progress.Task task = progress.begin("IID track", WIDTHS.length, "widths")) {
      for (int width : WIDTHS) {
        parts(width, seconds, key.at(width), progress, lines);
        task.advance(1);
      }
    }
    return lines;
  }

  private void parts(
      int width, double seconds, StreamKey key, Progress progress, List<BenchLine> lines) {
    ExaminedSample sample = ExaminedSample.of(fair(width, key.purpose("symbols")));
    Arrangement arrangement = new Arrangement(sample);
    StreamKey orders = key.purpose("orders");
    String of = String.format(", %d symbols of %d bit%s", symbols, width, width == 1 ? "" : "s");
    double shuffle =
        milliseconds(seconds, progress, round -> arrangement.shuffle(orders.at(round)));
    checkSymbols(sample, arrangement);
    lines.add(line("shuffle" + of, shuffle, "the shuffle keeps every symbol"));
    for (StatisticFamily family : PermutationStatistics.families(symbols)) {
      String names = String.join(", ", family.names());
      double[] first = new double[family.names().size()];
      double[] again = new double[first.length];
      family.evaluate(arrangement, first, 0);
      double spent =
          milliseconds(
              seconds,
              progress,
              round -> {
                family.evaluate(arrangement, again, 0);
                if (!Arrays.equals(first, again)) {
                  throw new NumericalFailure(names + ": the same order gave another value");
                }
              });
      lines.add(line(names + of, spent, "the same order gives the same value"));
    }
  }

  private Symbols fair(int width, StreamKey key) {
    RandomStream stream = key.open();
    byte[] values = new byte[symbols];
    stream.nextBytes(values);
    for (int i = 0; i < symbols; i++) {
      values[i] = (byte) ((values[i] & 0xFF) >>> (8 - width));
    }
    return new Symbols(values, width);
  }

  private static void checkSymbols(ExaminedSample sample, Arrangement arrangement) {
    byte[] before = sample.values().clone();
    byte[] after = arrangement.symbols().clone();
    Arrays.sort(before);
    Arrays.sort(after);
    if (!Arrays.equals(before, after)) {
      throw new NumericalFailure("a shuffle must keep every symbol, but changed some");
    }
  }

  private static BenchLine line(String name, double milliseconds, String check) {
    return new BenchLine(name, "cpuMilliseconds", "ms", milliseconds, check);
  }

  /** Least processor milliseconds of a round, over rounds that take {@code seconds} together. */
  private static double milliseconds(double seconds, Progress progress, LongConsumer part) {
    double begin = CpuClock.threadSeconds();
    double before = begin;
    double least = Double.POSITIVE_INFINITY;
    for (long round = 0; before - begin < seconds; round++) {
      progress.checkStopped();
      part.accept(round);
      double after = CpuClock.threadSeconds();
      least = Math.min(least, after - before);
      before = after;
    }
    return 1000 * least;
  }
}
