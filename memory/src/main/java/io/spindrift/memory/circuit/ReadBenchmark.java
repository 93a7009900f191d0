package io.spindrift.memory.circuit;

import io.spindrift.device.MagneticState;
import io.spindrift.device.ResistanceModel;
import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.CellFaults;
import io.spindrift.memory.array.CellKinds;
import io.spindrift.memory.spec.MemoryLoader;
import io.spindrift.memory.spec.MemoryPresets;
import io.spindrift.memory.spec.MemorySpec;
import io.spindrift.numerics.NumericalFailure;
import io.spindrift.numerics.bench.BenchLine;
import io.spindrift.numerics.bench.BenchSection;
import io.spindrift.numerics.bench.CpuClock;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.RandomWords;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.List;

/**
 * Cells per second of processor time that sense amplifiers read, with few errors and with many.
 *
 * <p>Rows of the preset memory, of cells whose resistance differs by 8 %, hold random states and
 * are read again and again, for some time to warm up and then for the time that counts. The wrong
 * answers must be as many as the cells' own probabilities add up to, within 5 standard errors.
 */
public final class ReadBenchmark implements BenchSection {
  private static final StreamKey VARIATION = StreamKey.root(5);
  private static final double SPREAD = 0.08;
  private static final double SIGMAS = 5;
  private static final double WARM_UP_SECONDS = 0.5;
  private static final ResistanceModel RESISTANCE =
      (state, volts, device) ->
          (state == MagneticState.PARALLEL ? 1e5 : 1.6e5)
              * (device < 0 ? 1 : Math.exp(SPREAD * VARIATION.at(device).open().nextGaussian()));

  private record Subject(String name, int kinds, String noise) {}

  private static final List<Subject> SUBJECTS =
      List.of(
          new Subject("read by amplifiers, 256 kinds", 256, "1mV"),
          new Subject("read by amplifiers, 4096 kinds", 4096, "1mV"),
          new Subject("read by amplifiers, 256 kinds, noise of 20 mV", 256, "20mV"));

  @Override
  public String name() {
    return "circuit";
  }

  @Override
  public List<BenchLine> run(double seconds, StreamKey key, Progress progress) {
    List<BenchLine> lines = new ArrayList<>();
    try (Progress.Task task = progress.begin("readings", SUBJECTS.size(), "memories")) {
      for (Subject subject : SUBJECTS) {
        progress.checkStopped();
        lines.add(
            new BenchLine(
                subject.name(),
                "cellsPerCpuSecondPerCore",
                "cell/s",
                cellsPerSecond(subject, seconds, key.purpose(subject.name())),
                "wrong answers within 5 sigma"));
        task.advance(1);
      }
    }
    return lines;
  }

  private static double cellsPerSecond(Subject subject, double seconds, StreamKey key) {
    MemorySpec spec =
        MemoryLoader.load(
                MemoryPresets.DEFAULT,
                List.of(
                    "array.rows=128",
                    "array.columns=1024",
                    "senseAmplifier.noise=" + subject.noise()))
            .spec();
    CellKinds kinds = new CellKinds(subject.kinds(), VARIATION);
    ReadPath path = new ReadPath(spec, RESISTANCE, kinds, 300, VARIATION);
    CellArray array = new CellArray(spec.array().shape(), kinds, CellFaults.NONE);
    RandomWords found = RandomWords.open(key.at(0));
    long[] row = new long[spec.array().shape().rowWords()];
    for (int r = 0; r < spec.array().rows(); r++) {
      found.fill(row, 0, row.length);
      array.setRow(r, row, 0);
    }
    Round round = new Round(array, new SenseAmplifierReader(path), RandomWords.open(key.at(1)));
    round.repeat(Math.min(WARM_UP_SECONDS, 4 * seconds));
    round.forget();
    round.repeat(seconds);
    round.check(subject.name(), path);
    return round.readings * spec.array().shape().cells() / round.spent;
  }

  /** All rows, read over and over. */
  private static final class Round {
    private final CellArray array;
    private final SenseAmplifierReader reader;
    private final RandomWords random;
    private double spent;
    private double readings;
    private double wrong;

    Round(CellArray array, SenseAmplifierReader reader, RandomWords random) {
      this.array = array;
      this.reader = reader;
      this.random = random;
    }

    void forget() {
      spent = 0;
      readings = 0;
      wrong = 0;
    }

    void repeat(double seconds) {
      int words = array.shape().rowWords();
      long[] answers = new long[words];
      long[] held = new long[words];
      do {
        for (int r = 0; r < array.shape().rows(); r++) {
          double before = CpuClock.threadSeconds();
          reader.read(array, r, answers, random);
          spent += CpuClock.threadSeconds() - before;
          array.copyRow(r, held, 0);
          for (int i = 0; i < words; i++) {
            wrong += Long.bitCount(held[i] ^ answers[i]);
          }
        }
        readings++;
      } while (spent < seconds);
    }

    void check(String name, ReadPath path) {
      double mean = 0;
      double variance = 0;
      for (int r = 0; r < array.shape().rows(); r++) {
        for (int column = 0; column < array.shape().columns(); column++) {
          int kind = array.kinds().kind((long) r * array.shape().columns() + column);
          double p = path.errorProbability(kind, array.state(r, column), column, r);
          mean += p;
          variance += p * (1 - p);
        }
      }
      double off = wrong - readings * mean;
      if (!(Math.abs(off) <= SIGMAS * Math.sqrt(readings * variance) + 1)) {
        throw new NumericalFailure(
            name + " must answer wrongly " + readings * mean + " times, but did " + wrong);
      }
    }
  }
}
