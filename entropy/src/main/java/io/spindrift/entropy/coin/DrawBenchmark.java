package io.spindrift.entropy.coin;

import io.spindrift.entropy.BitSource;
import io.spindrift.entropy.KeyedBits;
import io.spindrift.entropy.PackedBits;
import io.spindrift.entropy.system.SystemBits;
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

/**
 * Bits per second of processor time: any probability, one for all and one per cell, and every
 * source.
 *
 * <p>Blocks of 65,536 bits are drawn for some time to warm up and then for the time that counts.
 * The ones of the timed blocks must be as many as the source states, within 5 standard errors of
 * the blocks' mean.
 */
public final class DrawBenchmark implements BenchSection {
  private static final int BLOCK_BITS = 1 << 16;
  private static final int BLOCKS = 8;
  private static final double SIGMAS = 5;
  private static final double WARM_UP_SECONDS = 1;
  private static final double MICROSECOND = 1e-6;

  /** A source with the share of ones that it must show. */
  private record Subject(String name, BitSource source, double share) {
    static Subject of(String name, StatedCoin coin) {
      return new Subject(name, coin, coin.probabilityOfOne());
    }
  }

  @Override
  public String name() {
    return "bits";
  }

  @Override
  public List<BenchLine> run(double seconds, StreamKey key, Progress progress) {
    List<Subject> subjects = subjects();
    List<BenchLine> lines = new ArrayList<>();
    try (Progress.Task task = progress.begin("sources of bits", subjects.size(), "sources")) {
      for (Subject subject : subjects) {
        progress.checkStopped();
        StreamKey blocks = key.purpose(subject.name());
        measure(subject, Math.min(WARM_UP_SECONDS, 7 * seconds), blocks.at(0));
        lines.add(
            new BenchLine(
                subject.name(),
                "bitsPerCpuSecondPerCore",
                "bit/s",
                measure(subject, seconds, blocks.at(1)),
                "share of ones within 5 sigma"));
        task.advance(1);
      }
    }
    return lines;
  }

  private static List<Subject> subjects() {
    ResetCoin cells = coin("cells", 256, 0.05);
    ResetCoin other = coin("cells", 256, 0.04);
    TelegraphCoin telegraph = new TelegraphCoin("telegraph", 0.45, 0.55, 1e-3, 2e-3, MICROSECOND);
    return List.of(
        new Subject("keyed", new KeyedBits(), 0.5),
        Subject.of("uniform p", coin("uniform p", 1, 0)),
        Subject.of("p per cell, reset coin", cells),
        Subject.of(
            "p per cell, free-running coin",
            new FreeRunningCoin("free-running", cells.cells(), other.cells())),
        Subject.of("stuck cells", new StuckCells(0.01, 0.01, StreamKey.root(1)).reset(cells)),
        Subject.of("telegraph threshold", telegraph),
        Subject.of("wandering threshold", fluctuating(GaussianWander.slow(0.01, 1e-2), 64)),
        Subject.of(
            "wandering threshold, every toss", fluctuating(GaussianWander.slow(0.01, 1e-5), 1)),
        Subject.of("1/f threshold", fluctuating(GaussianWander.flicker(0.01, 1e-3, 10, 2), 64)),
        Subject.of("drifting threshold", fluctuating(PeriodicDrift.ramp(0.1, 0.3), 64)),
        Subject.of("telegraph junctions in turn", new InterleavedCoin(telegraph, 64)),
        new Subject("operating system", new SystemBits(), 0.5));
  }

  /** Rows of 256 cells whose probabilities scatter about 0.45. */
  private static ResetCoin coin(String name, int rows, double spread) {
    RandomStream scatter = StreamKey.root(5).open();
    double[] probability = new double[256 * rows];
    Arrays.setAll(probability, c -> Math.clamp(0.45 + spread * scatter.nextGaussian(), 0.01, 0.99));
    return new ResetCoin(name, CellProbabilities.of(probability, 256));
  }

  private static FluctuatingCoin fluctuating(ThresholdFluctuation fluctuation, int holdTosses) {
    return new FluctuatingCoin(
        fluctuation.name(),
        ThresholdResponse.logistic(0.45, 10, fluctuation.reachVolts()),
        fluctuation,
        MICROSECOND,
        holdTosses);
  }

  private static double measure(Subject subject, double seconds, StreamKey key) {
    long[][] words = new long[BLOCKS][PackedBits.words(BLOCK_BITS)];
    double spent = 0;
    double sum = 0;
    double squares = 0;
    long blocks = 0;
    while (spent < seconds || blocks < 2L * BLOCKS) {
      double before = CpuClock.threadSeconds();
      for (int b = 0; b < BLOCKS; b++) {
        subject.source().fill(key.at(blocks + b), words[b], BLOCK_BITS);
      }
      spent += CpuClock.threadSeconds() - before;
      blocks += BLOCKS;
      for (long[] block : words) {
        double off = -subject.share();
        for (long word : block) {
          off += (double) Long.bitCount(word) / BLOCK_BITS;
        }
        sum += off;
        squares += off * off;
      }
    }
    double mean = sum / blocks;
    double error = Math.sqrt((squares / blocks - mean * mean) / (blocks - 1));
    if (!(Math.abs(mean) <= SIGMAS * error)) {
      throw new NumericalFailure(
          subject.name()
              + " must show a share of ones of "
              + subject.share()
              + ", but was off by "
              + mean
              + " with a standard error of "
              + error);
    }
    return (double) BLOCK_BITS * blocks / spent;
  }
}
