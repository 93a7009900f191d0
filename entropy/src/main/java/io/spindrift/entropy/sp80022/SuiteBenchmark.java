package io.spindrift.entropy.sp80022;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.KeyedBits;
import io.spindrift.numerics.NumericalFailure;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.bench.BenchLine;
import io.spindrift.numerics.bench.BenchSection;
import io.spindrift.numerics.bench.CpuClock;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Processor time of the suite on fair software bits, test by test and all together, with the loops
 * that long files are judged by.
 */
public final class SuiteBenchmark implements BenchSection {
  private static final int MILLION = 1_000_000;
  private static final double WARM_UP_SECONDS = 0.3;

  private final int length;

  /** On sequences of a million bits, the length that the vector loops are made for. */
  public SuiteBenchmark() {
    this(MILLION);
  }

  /**
   * On sequences of another length.
   *
   * @param length bits of the sequence
   */
  public SuiteBenchmark(int length) {
    this.length = Require.atLeast("length in bits", length, 128);
  }

  @Override
  public String name() {
    return "suite";
  }

  @Override
  public List<BenchLine> run(double seconds, StreamKey key, Progress progress) {
    StatisticalTestSuite suite =
        StatisticalTestSuite.forBits(ReferenceConstants.EXACT, Long.MAX_VALUE);
    BitSequence bits = BitSequence.draw(new KeyedBits(), key, length);
    List<BenchLine> lines = new ArrayList<>();
    try (Progress.Task task = progress.begin("SP 800-22", suite.tests().size() + 1L, "tests")) {
      lines.add(line("whole suite, counts shared", () -> suite.judge(bits), seconds, progress));
      task.advance(1);
      for (SequenceTest test : suite.tests()) {
        lines.add(line(test.name(), () -> test.judge(bits), seconds, progress));
        task.advance(1);
      }
    }
    return lines;
  }

  private BenchLine line(
      String name, Supplier<List<TestResult>> pass, double seconds, Progress progress) {
    List<TestResult> first = pass.get();
    millisecondsPerPass(name, first, pass, WARM_UP_SECONDS, progress);
    return new BenchLine(
        name,
        "cpuMillisecondsPerMegabit",
        "ms/Mbit",
        millisecondsPerPass(name, first, pass, seconds, progress) * MILLION / length,
        "every pass gives the results of the first");
  }

  private static double millisecondsPerPass(
      String name,
      List<TestResult> first,
      Supplier<List<TestResult>> pass,
      double seconds,
      Progress progress) {
    double before = CpuClock.threadSeconds();
    double spent = 0;
    long passes = 0;
    while (spent < seconds) {
      progress.checkStopped();
      if (!pass.get().equals(first)) {
        throw new NumericalFailure(
            name + ": a pass over the same bits gave other results than the first");
      }
      passes++;
      spent = CpuClock.threadSeconds() - before;
    }
    return 1000 * spent / passes;
  }
}
