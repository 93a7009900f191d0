package io.spindrift.memory.array;

import io.spindrift.device.MagneticState;
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
import org.jspecify.annotations.Nullable;

/**
 * Cells per second of processor time under pulses: one probability, one per state, one per kind and
 * state, and a toggle of masked cells.
 *
 * <p>Two hundred and fifty-six rows of 4096 cells are set to a checkerboard and pulsed once, for
 * some time to warm up and then for the time that counts. The cells that flipped must be as many as
 * the table says, within 5 standard errors; a toggle must flip exactly the masked ones.
 */
public final class PulseBenchmark implements BenchSection {
  private static final ArrayShape SHAPE = new ArrayShape(256, 4096);
  private static final long CHECKERBOARD = 0x5555555555555555L;
  private static final double SIGMAS = 5;
  private static final double WARM_UP_SECONDS = 0.5;

  /** Pulses of one table on one kind of array. */
  private record Subject(String name, CellKinds kinds, FlipTable table, long @Nullable [] mask) {
    static Subject of(String name, FlipTable table) {
      return new Subject(name, CellKinds.nominal(), table, null);
    }

    static Subject ofKinds(int count) {
      CellKinds kinds = new CellKinds(count, StreamKey.root(7));
      FlipTable table =
          FlipTable.of(
              kinds,
              (kind, from) ->
                  (kind + 0.5) / count * (from == MagneticState.PARALLEL ? 0.9 : 0.5) + 0.05);
      return new Subject("one probability per kind, " + count + " kinds", kinds, table, null);
    }
  }

  @Override
  public String name() {
    return "pulses";
  }

  @Override
  public List<BenchLine> run(double seconds, StreamKey key, Progress progress) {
    List<Subject> subjects = subjects();
    List<BenchLine> lines = new ArrayList<>();
    try (Progress.Task task = progress.begin("pulses", subjects.size(), "tables")) {
      for (Subject subject : subjects) {
        progress.checkStopped();
        StreamKey pulses = key.purpose(subject.name());
        measure(subject, Math.min(WARM_UP_SECONDS, 4 * seconds), pulses.at(0));
        lines.add(
            new BenchLine(
                subject.name(),
                "cellsPerCpuSecondPerCore",
                "cell/s",
                measure(subject, seconds, pulses.at(1)),
                "flips within 5 sigma"));
        task.advance(1);
      }
    }
    return lines;
  }

  private static List<Subject> subjects() {
    long[] mask = new long[SHAPE.rowWords()];
    RandomWords.open(StreamKey.root(8)).fill(mask, 0, mask.length);
    FlipTable asymmetric = FlipTable.asymmetric(0.3, 0.45);
    return List.of(
        Subject.of("one probability", FlipTable.uniform(0.3)),
        Subject.of("one probability per state", asymmetric),
        new Subject("one probability per state, masked", CellKinds.nominal(), asymmetric, mask),
        new Subject("toggle, masked", CellKinds.nominal(), FlipTable.uniform(1), mask),
        Subject.ofKinds(256),
        Subject.ofKinds(4096),
        Subject.ofKinds(65_536));
  }

  private static double measure(Subject subject, double seconds, StreamKey key) {
    CellArray array = new CellArray(SHAPE, subject.kinds(), CellFaults.NONE);
    RandomWords random = RandomWords.open(key);
    double spent = 0;
    double rounds = 0;
    double flips = 0;
    while (spent < seconds) {
      checker(array);
      double before = CpuClock.threadSeconds();
      for (int row = 0; row < SHAPE.rows(); row++) {
        array.flip(row, subject.mask(), subject.table(), random);
      }
      spent += CpuClock.threadSeconds() - before;
      flips += flipped(array);
      rounds++;
    }
    check(subject, rounds, flips);
    return rounds * SHAPE.cells() / spent;
  }

  private static void checker(CellArray array) {
    long[] row = new long[SHAPE.rowWords()];
    Arrays.fill(row, CHECKERBOARD);
    for (int r = 0; r < SHAPE.rows(); r++) {
      array.setRow(r, row, 0);
    }
  }

  private static long flipped(CellArray array) {
    long[] states = new long[SHAPE.words()];
    array.copyRows(0, SHAPE.rows(), states, 0);
    long flips = 0;
    for (long word : states) {
      flips += Long.bitCount(word ^ CHECKERBOARD);
    }
    return flips;
  }

  /** Adds mean and variance over the cells of an array, each of its own kind. */
  private static void check(Subject subject, double rounds, double flips) {
    double mean = 0;
    double variance = 0;
    for (long cell = 0; cell < SHAPE.cells(); cell++) {
      long[] mask = subject.mask();
      int word = (int) (cell % SHAPE.columns() / 64);
      if (mask == null || (mask[word] >>> cell & 1) == 1) {
        int kind = subject.table().kinds() == 1 ? 0 : subject.kinds().kind(cell);
        MagneticState from = cell % 2 == 0 ? MagneticState.ANTIPARALLEL : MagneticState.PARALLEL;
        double p = subject.table().probability(kind, from);
        mean += p;
        variance += p * (1 - p);
      }
    }
    double off = flips - rounds * mean;
    if (!(Math.abs(off) <= SIGMAS * Math.sqrt(rounds * variance))) {
      throw new NumericalFailure(
          subject.name() + " must flip " + rounds * mean + " cells, but flipped " + flips);
    }
  }
}
