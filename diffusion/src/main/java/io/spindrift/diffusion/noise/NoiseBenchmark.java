package io.spindrift.diffusion.noise;

import io.spindrift.diffusion.NoiseSource;
import io.spindrift.diffusion.noise.BiasDrift.Clock;
import io.spindrift.entropy.BitSource;
import io.spindrift.entropy.KeyedBits;
import io.spindrift.entropy.gaussian.GaussianMethod;
import io.spindrift.entropy.gaussian.SampleMoments;
import io.spindrift.entropy.gaussian.SoftwareGaussian;
import io.spindrift.entropy.system.SystemBits;
import io.spindrift.memory.MemoryNoise.Standardisation;
import io.spindrift.numerics.NumericalFailure;
import io.spindrift.numerics.bench.BenchLine;
import io.spindrift.numerics.bench.BenchSection;
import io.spindrift.numerics.bench.CpuClock;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.List;

/**
 * Samples per second of processor time, drawn in blocks of 784 values as a training on images of 28
 * by 28 pixels does.
 *
 * <p>A training of 1,000 images a second needs 784,000 samples a second. Mean and variance of the
 * timed samples must be those of the law: within 5 standard errors of independent samples, which
 * the settings here are close enough to.
 */
public final class NoiseBenchmark implements BenchSection {
  private static final int SIZE = 784;
  private static final int BLOCKS = 64;
  private static final int CELLS = 1 << 16;

  /** In the middle of the drift. */
  private static final long STEP = 500;

  private static final double SIGMAS = 5;
  private static final double MOST_WARM_UP_SECONDS = 1;

  private record Subject(String name, NoiseSource noise, double mean, double variance) {
    static Subject of(String name, BitSource bits, NoiseImperfection imperfection) {
      CountLaw law = CountLaw.at(imperfection, Standardisation.FAIR, 0, STEP);
      CountLaw.Values values = new CountLaw.Values(SIZE);
      return new Subject(
          name,
          ImperfectNoise.of(
              bits,
              imperfection,
              GaussianMethod.BINOMIAL_SUM,
              Standardisation.FAIR,
              StreamKey.root(1)),
          law.mean(values),
          law.variance(values));
    }
  }

  @Override
  public String name() {
    return "noise";
  }

  private static List<Subject> subjects() {
    NoiseImperfection ideal = NoiseImperfection.ideal(16);
    NoiseImperfection biased = ideal.withProbabilityOfOne(0.55);
    CellVariation spread = new CellVariation(0.2, 0.01, 0.01, CELLS, false, StreamKey.root(2));
    BitSource bits = new KeyedBits();
    return List.of(
        new Subject(
            "software Gaussian", new KeyedNoise(new SoftwareGaussian(), StreamKey.root(1)), 0, 1),
        Subject.of("ideal coin", bits, ideal),
        Subject.of("operating system", new SystemBits(), ideal),
        Subject.of("biased coin", bits, biased),
        Subject.of("correlated coin", bits, ideal.withCorrelation(0.1)),
        Subject.of("drifting coin", bits, ideal.withDrift(new BiasDrift(0.1, Clock.STEP, 1000))),
        Subject.of("spread and stuck cells", bits, ideal.withCells(spread)),
        Subject.of("all at once", bits, biased.withCorrelation(0.1).withCells(spread)));
  }

  @Override
  public List<BenchLine> run(double seconds, StreamKey key, Progress progress) {
    List<Subject> subjects = subjects();
    List<BenchLine> lines = new ArrayList<>();
    try (Progress.Task task = progress.begin("noise", subjects.size(), "sources")) {
      for (Subject subject : subjects) {
        progress.checkStopped();
        measure(subject, Math.min(MOST_WARM_UP_SECONDS, 100 * seconds), 0);
        lines.add(
            new BenchLine(
                subject.name(),
                "samplesPerCpuSecondPerCore",
                "sample/s",
                measure(subject, seconds, 1L << 40),
                "mean and variance within 5 sigma"));
        task.advance(1);
      }
    }
    return lines;
  }

  /** The step stays the same, so that one law holds for all blocks. */
  private static double measure(Subject subject, double seconds, long firstImage) {
    float[] samples = new float[SIZE];
    SampleMoments moments = SampleMoments.NONE;
    double spent = 0;
    long image = firstImage;
    while (spent < seconds) {
      double before = CpuClock.threadSeconds();
      for (int b = 0; b < BLOCKS; b++) {
        subject.noise().fill("bench", image++, STEP, samples, 0, SIZE);
      }
      spent += CpuClock.threadSeconds() - before;
      moments = moments.plus(SampleMoments.of(samples, SIZE));
    }
    double error = Math.sqrt(subject.variance() / moments.count());
    double off = Math.abs(moments.mean() - subject.mean()) / error;
    double ratio = Math.abs(moments.variance() / subject.variance() - 1);
    off = Math.max(off, ratio / Math.sqrt(2.0 / moments.count()));
    if (!(off <= SIGMAS)) {
      throw new NumericalFailure(
          "%s must have the mean and variance of its law, but was off by %.1f standard errors"
              .formatted(subject.name(), off));
    }
    return (double) SIZE * (image - firstImage) / spent;
  }
}
