package io.spindrift.entropy.sp80090b.estimate;

import io.spindrift.entropy.sp80090b.Finding;
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
import java.util.SequencedMap;

/** Processor time of every estimator on a million fair bytes and on their eight million bits. */
public final class NonIidBenchmark implements BenchSection {
  private static final int SYMBOLS = 1_000_000;
  private static final int WIDTH = 8;
  private static final int WARM_UPS = 3;
  private static final double SIGMAS = 6;

  /** Estimators whose bound is known to lie low have no less than this share of full entropy. */
  private static final double LEAST_SHARE = 0.85;

  @Override
  public String name() {
    return "non-iid";
  }

  @Override
  public List<BenchLine> run(double seconds, StreamKey key, Progress progress) {
    Symbols symbols = fair(key);
    List<BenchLine> lines = new ArrayList<>();
    double total = 0;
    try (Progress.Task task = progress.begin("non-IID track", 2L * (WARM_UPS + 1), "passes")) {
      for (Finding.Scope scope : Finding.Scope.values()) {
        double[] spent = {};
        for (int pass = 0; pass <= WARM_UPS; pass++) {
          progress.checkStopped();
          spent = pass(symbols, scope);
          task.advance(1);
        }
        total += Arrays.stream(spent).sum();
        addLines(lines, spent, scope);
      }
    }
    lines.add(line("all, symbols and bits", total));
    return lines;
  }

  private static void addLines(List<BenchLine> lines, double[] spent, Finding.Scope scope) {
    List<MinEntropyEstimator> estimators = NonIidAssessment.estimators();
    for (int i = 0; i < spent.length; i++) {
      if (spent[i] > 0) {
        lines.add(line(estimators.get(i).name() + ", " + what(scope), spent[i]));
      }
    }
  }

  private static BenchLine line(String name, double seconds) {
    return new BenchLine(
        name, "cpuSeconds", "s", seconds, "guesses within 6 sigma, entropy near full");
  }

  private static String what(Finding.Scope scope) {
    return scope == Finding.Scope.LITERAL ? "10^6 symbols" : "8 x 10^6 bits";
  }

  private static Symbols fair(StreamKey key) {
    RandomStream stream = key.open();
    byte[] values = new byte[SYMBOLS];
    stream.nextBytes(values);
    return new Symbols(values, WIDTH);
  }

  /**
   * Processor seconds of every estimator, zero where it does not apply. The first carries the
   * preparation of the sample; of the two that count repeated tuples the first carries the
   * counting.
   */
  private static double[] pass(Symbols symbols, Finding.Scope scope) {
    List<MinEntropyEstimator> estimators = NonIidAssessment.estimators();
    double[] spent = new double[estimators.size()];
    double before = CpuClock.threadSeconds();
    Sample sample = scope == Finding.Scope.LITERAL ? Sample.literal(symbols) : Sample.bits(symbols);
    for (int i = 0; i < spent.length; i++) {
      Finding finding = estimators.get(i).estimate(sample, scope);
      double after = CpuClock.threadSeconds();
      if (finding.result() instanceof Finding.Result.Entropy) {
        check(finding, sample.alphabet());
        spent[i] = after - before;
      }
      before = after;
    }
    return spent;
  }

  private static void check(Finding finding, int alphabet) {
    SequencedMap<String, Double> found = finding.quantities();
    double full = Math.log(alphabet) / Math.log(2);
    double bits = found.getOrDefault("min entropy", Double.NaN);
    boolean good = bits >= LEAST_SHARE * full && bits <= full;
    if (found.containsKey("P_global")) {
      double p = 1.0 / alphabet;
      double error = Math.sqrt(p * (1 - p) / found.getOrDefault("N", Double.NaN));
      good &= Math.abs(found.getOrDefault("P_global", Double.NaN) - p) <= SIGMAS * error;
    }
    if (!good) {
      throw new NumericalFailure(finding.name() + " must see fair symbols, but found " + found);
    }
  }
}
