package io.spindrift.entropy.conditioning;

import io.spindrift.entropy.BitSource;
import io.spindrift.entropy.KeyedBits;
import io.spindrift.entropy.PackedBits;
import io.spindrift.numerics.NumericalFailure;
import io.spindrift.numerics.bench.BenchLine;
import io.spindrift.numerics.bench.BenchSection;
import io.spindrift.numerics.bench.CpuClock;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.List;

/** Output bits per second of processor time of every conditioner, over fair software bits. */
public final class ConditioningBenchmark implements BenchSection {
  private static final int BLOCK_BITS = 1 << 20;
  private static final double WARM_UP_SECONDS = 0.5;
  private static final double SIGMAS = 5;

  @Override
  public String name() {
    return "conditioning";
  }

  @Override
  public List<BenchLine> run(double seconds, StreamKey key, Progress progress) {
    BitSource raw = new KeyedBits();
    PulseResponse line = PulseResponse.linear(0.8, 2);
    FeedbackLoop loop = new FeedbackLoop(0.1, 1024, 0);
    List<Case> cases =
        List.of(
            new Case("software bits alone", raw),
            new Case("xor:2", new XorFold(raw, 2)),
            new Case("xor:4", new XorFold(raw, 4)),
            new Case("von-neumann", new VonNeumann(raw)),
            new Case("peres:8", new Peres(raw, 8)),
            new Case("sha-256:512", new Sha256Conditioner(raw, 512, 256)),
            new Case("feedback:0.1:1024", new FeedbackCoin("", line, new SetPoint(0.8, 2), loop)));
    List<BenchLine> lines = new ArrayList<>();
    try (Progress.Task task = progress.begin("conditioners", cases.size(), "conditioners")) {
      for (Case one : cases) {
        one.bitsPerSecond(WARM_UP_SECONDS, key.purpose("warm-up"), progress);
        lines.add(
            new BenchLine(
                one.name,
                "bitsPerCpuSecondPerCore",
                "bit/s",
                one.bitsPerSecond(seconds, key.purpose(one.name), progress),
                "share of ones within 5 sigma of one half"));
        task.advance(1);
      }
    }
    return lines;
  }

  private record Case(String name, BitSource source) {
    double bitsPerSecond(double seconds, StreamKey key, Progress progress) {
      long[] words = new long[PackedBits.words(BLOCK_BITS)];
      double before = CpuClock.threadSeconds();
      double spent = 0;
      long ones = 0;
      long blocks = 0;
      while (spent < seconds) {
        progress.checkStopped();
        source.fill(key.at(blocks++), words, BLOCK_BITS);
        for (long word : words) {
          ones += Long.bitCount(word);
        }
        spent = CpuClock.threadSeconds() - before;
      }
      double bits = (double) blocks * BLOCK_BITS;
      double share = ones / bits;
      if (!(Math.abs(share - 0.5) <= SIGMAS * 0.5 / Math.sqrt(bits))) {
        throw new NumericalFailure(
            name
                + " must give a share of ones of 0.5, but gave "
                + share
                + " in "
                + bits
                + " bits");
      }
      return bits / spent;
    }
  }
}
