package io.spindrift.memory.operation;

import io.spindrift.memory.array.ArrayShape;
import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.CellFaults;
import io.spindrift.memory.array.CellKinds;
import io.spindrift.memory.array.FlipTable;
import io.spindrift.memory.array.RowReader;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.NumericalFailure;
import io.spindrift.numerics.bench.BenchLine;
import io.spindrift.numerics.bench.BenchSection;
import io.spindrift.numerics.bench.CpuClock;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.RandomWords;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Cells per second of processor time: toggling with a mask, copying, folding, and rows of noise.
 *
 * <p>Operations run on rows of 16,384 cells, for some time to warm up and then for the time that
 * counts. What one of them leaves must differ from its exact effect in as many cells as failing
 * pulses explain, within 5 standard deviations. A row of noise differs from zeros as its coin says.
 */
public final class OperationBenchmark implements BenchSection {
  private static final int COLUMNS = 1 << 14;
  private static final int FOLDED = 8;
  private static final int INTO = FOLDED;
  private static final double FAILING = 1e-3;
  private static final double COIN = 0.45;
  private static final double SIGMAS = 5;
  private static final double WARM_UP_SECONDS = 1;

  /**
   * One operation with what it should do to a row.
   *
   * @param cells how many cells it treats
   * @param exact the row that it should leave, of the row before
   * @param failing probability that a cell ends different from that
   * @param exposed cells to which this can happen
   */
  private record Subject(
      String name,
      int cells,
      Consumer<RandomWords> operation,
      UnaryOperator<long[]> exact,
      double failing,
      long exposed) {}

  private final Bank bank =
      new Bank(
          new CellArray(new ArrayShape(INTO + 1, COLUMNS), CellKinds.nominal(), CellFaults.NONE),
          RowReader.IDEAL,
          FlipTable.uniform(1 - FAILING),
          new Ledger().stage("bench"));
  private final NoiseRows fair = new NoiseRows(bank, new IdealReset(), FlipTable.uniform(0.5));

  @Override
  public String name() {
    return "operations";
  }

  @Override
  public List<BenchLine> run(double seconds, StreamKey key, Progress progress) {
    List<Subject> subjects = subjects(key);
    List<BenchLine> lines = new ArrayList<>();
    try (Progress.Task task = progress.begin("operations on rows", subjects.size(), "operations")) {
      for (Subject subject : subjects) {
        progress.checkStopped();
        RandomWords random = RandomWords.open(key.purpose(subject.name()));
        rate(subject, Math.min(WARM_UP_SECONDS, 7 * seconds), random);
        double rate = rate(subject, seconds, random);
        check(subject, random);
        lines.add(
            new BenchLine(
                subject.name(),
                "cellsPerCpuSecondPerCore",
                "cell/s",
                rate,
                "cells within 5 sigma"));
        task.advance(1);
      }
    }
    return lines;
  }

  private List<Subject> subjects(StreamKey key) {
    RandomWords coins = RandomWords.open(key.purpose("rows"));
    int[] rows = IntStream.range(0, FOLDED).toArray();
    long[] parity = new long[bank.rowWords()];
    for (int row : rows) {
      fair.fill(row, coins);
      parity = xor(parity, row(row));
    }
    long[] first = row(0);
    long[] second = row(1);
    long[] sum = parity;
    TogglePulse toggle = new TogglePulse(bank);
    RowCopy copy = new RowCopy(bank);
    RowFold fold = new RowFold(bank);
    NoiseRows noise = new NoiseRows(bank, new IdealReset(), FlipTable.uniform(COIN));
    return List.of(
        new Subject(
            "toggle with a mask",
            COLUMNS,
            random -> toggle.apply(INTO, first, random),
            before -> xor(before, first),
            FAILING,
            ones(first)),
        new Subject(
            "copy of a row",
            2 * COLUMNS,
            random -> {
              copy.apply(0, INTO, random);
              copy.apply(1, INTO, random);
            },
            before -> second,
            FAILING,
            ones(xor(first, second))),
        new Subject(
            "exclusive-or of 8 rows",
            FOLDED * COLUMNS,
            random -> fold.apply(rows, INTO, random),
            before -> xor(before, sum),
            // Half of the added cells are 1, so a step fails with half of the probability.
            TwoStateChain.away(FAILING / 2, FAILING / 2, FOLDED),
            COLUMNS),
        new Subject(
            "row of noise",
            COLUMNS,
            random -> noise.fill(INTO, random),
            before -> new long[before.length],
            COIN,
            COLUMNS));
  }

  private static double rate(Subject subject, double seconds, RandomWords random) {
    double spent = 0;
    long runs = 0;
    while (spent < seconds) {
      double before = CpuClock.threadSeconds();
      for (int i = 0; i < 64; i++) {
        subject.operation().accept(random);
      }
      spent += CpuClock.threadSeconds() - before;
      runs += 64;
    }
    return (double) subject.cells() * runs / spent;
  }

  private void check(Subject subject, RandomWords random) {
    fair.fill(INTO, random);
    long[] exact = subject.exact().apply(row(INTO));
    subject.operation().accept(random);
    long wrong = ones(xor(row(INTO), exact));
    double mean = subject.failing() * subject.exposed();
    if (!(Math.abs(wrong - mean) <= SIGMAS * Math.sqrt(mean * (1 - subject.failing())))) {
      throw new NumericalFailure(
          subject.name() + " must leave about " + mean + " cells wrong, but was " + wrong);
    }
  }

  private static long[] xor(long[] a, long[] b) {
    long[] sum = a.clone();
    Arrays.setAll(sum, i -> a[i] ^ b[i]);
    return sum;
  }

  private static long ones(long[] words) {
    return Arrays.stream(words).map(Long::bitCount).sum();
  }

  private long[] row(int row) {
    long[] words = new long[bank.rowWords()];
    bank.array().copyRow(row, words, 0);
    return words;
  }
}
