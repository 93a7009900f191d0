package io.spindrift.entropy.gaussian;

import io.spindrift.entropy.KeyedBits;
import io.spindrift.numerics.NumericalFailure;
import io.spindrift.numerics.bench.BenchLine;
import io.spindrift.numerics.bench.BenchSection;
import io.spindrift.numerics.bench.CpuClock;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.List;

/**
 * Samples per second of processor time, drawing the bits from the software generator included.
 *
 * <p>Blocks of 4096 samples are drawn for some time to warm up and then for the time that counts.
 * Mean and variance of the timed blocks must be those that the method states, within 5 standard
 * errors.
 */
public final class GaussianBenchmark implements BenchSection {
  private static final int BLOCK = 4096;
  private static final int BLOCKS = 16;
  private static final double SIGMAS = 5;

  /** The vector loops are slow until they are compiled, which takes about a second. */
  private static final double WARM_UP_SECONDS = 1;

  private record Subject(String name, StatedGaussian source) {
    static Subject of(GaussianMethod method, int bits) {
      return new Subject(method + " " + bits + " bits", method.of(new KeyedBits(), bits));
    }
  }

  @Override
  public String name() {
    return "gaussian";
  }

  @Override
  public List<BenchLine> run(double seconds, StreamKey key, Progress progress) {
    List<Subject> subjects =
        List.of(
            Subject.of(GaussianMethod.BINOMIAL_SUM, 8),
            Subject.of(GaussianMethod.BINOMIAL_SUM, 16),
            Subject.of(GaussianMethod.BINOMIAL_SUM, 64),
            Subject.of(GaussianMethod.WEIGHTED_BITS, 16),
            Subject.of(GaussianMethod.PROBABILITY_TREE, 8),
            Subject.of(GaussianMethod.INVERSE_CDF, 12),
            Subject.of(GaussianMethod.BOX_MULLER, 16),
            Subject.of(GaussianMethod.SOFTWARE, 32));
    List<BenchLine> lines = new ArrayList<>();
    try (Progress.Task task = progress.begin("Gaussian methods", subjects.size(), "methods")) {
      for (Subject subject : subjects) {
        progress.checkStopped();
        StreamKey blocks = key.purpose(subject.name());
        measure(subject, WARM_UP_SECONDS, blocks.at(0));
        lines.add(
            new BenchLine(
                subject.name(),
                "samplesPerCpuSecondPerCore",
                "sample/s",
                measure(subject, seconds, blocks.at(1)),
                "mean and variance within 5 sigma"));
        task.advance(1);
      }
    }
    return lines;
  }

  private static double measure(Subject subject, double seconds, StreamKey key) {
    float[] samples = new float[BLOCK];
    SampleMoments moments = SampleMoments.NONE;
    double spent = 0;
    long blocks = 0;
    while (spent < seconds) {
      double before = CpuClock.threadSeconds();
      for (int b = 0; b < BLOCKS; b++) {
        subject.source().fill(key.at(blocks + b), samples, 0, BLOCK);
      }
      spent += CpuClock.threadSeconds() - before;
      blocks += BLOCKS;
      moments = moments.plus(SampleMoments.of(samples, BLOCK));
    }
    double deviation = moments.deviation(subject.source().law());
    if (!(deviation <= SIGMAS)) {
      throw new NumericalFailure(
          "%s must have the mean and variance that it states, but was off by %.1f standard errors"
              .formatted(subject.name(), deviation));
    }
    return (double) BLOCK * blocks / spent;
  }
}
