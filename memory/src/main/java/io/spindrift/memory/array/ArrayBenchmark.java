package io.spindrift.memory.array;

import io.spindrift.device.MagneticState;
import io.spindrift.numerics.NumericalFailure;
import io.spindrift.numerics.bench.BenchLine;
import io.spindrift.numerics.bench.BenchSection;
import io.spindrift.numerics.bench.CpuClock;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A gigabit array: bytes per second when its ones are counted and its rows copied, one pulse on
 * each of its 2^30 cells by kind, with faults, and the memory that the process took at its peak.
 *
 * <p>Time is the processor time of a single worker, so this section takes some seconds whatever is
 * asked for. The count must be exact where it is known and within 5 standard errors after the
 * pulse. Peak memory is that of the whole process so far, from the system's own count; where there
 * is none, the line is left out.
 */
public final class ArrayBenchmark implements BenchSection {
  private static final ArrayShape SHAPE = new ArrayShape(1 << 18, 4096);
  private static final CellFaults FAULTS = new CellFaults(5e-5, 5e-5, StreamKey.root(9));
  private static final double SIGMAS = 5;
  private static final double BYTES = SHAPE.cells() / 8.0;
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String PEAK = "VmHWM:";

  @Override
  public String name() {
    return "array";
  }

  @Override
  public List<BenchLine> run(double seconds, StreamKey key, Progress progress) {
    List<BenchLine> lines = new ArrayList<>();
    CellKinds kinds = new CellKinds(4096, StreamKey.root(7));
    CellArray array = new CellArray(SHAPE, kinds, FAULTS);
    FlipTable table = FlipTable.of(kinds, (kind, from) -> 0.25 + (kind + 0.5) / 4096 / 2);
    try (Progress.Task task = progress.begin("gigabit array", 3, "steps");
        Workers one = new Workers(1)) {
      double pulse = seconds(one, () -> array.flip(0, SHAPE.rows(), table, key, one));
      long ones = array.countOnes(0, SHAPE.rows(), one);
      expect("ones after a pulse", ones, SHAPE.cells() / 2.0, Math.sqrt(SHAPE.cells() / 4.0));
      lines.add(
          new BenchLine(
              "pulse on 2^30 cells, by kind, with faults",
              "cellsPerCpuSecondPerCore",
              "cell/s",
              SHAPE.cells() / pulse,
              "ones within 5 sigma"));
      task.advance(1);
      lines.add(counting(array, one, ones));
      task.advance(1);
      lines.add(copying(array, one));
      task.advance(1);
    }
    if (Files.isReadable(STATUS)) {
      lines.add(
          new BenchLine(
              "peak memory of the process", "peakMemoryBytes", "byte", peakBytes(), "as counted"));
    }
    return lines;
  }

  private static BenchLine counting(CellArray array, Workers one, long ones) {
    long[] counted = new long[1];
    double spent = seconds(one, () -> counted[0] = array.countOnes(0, SHAPE.rows(), one));
    expect("ones counted again", counted[0], ones, 0);
    return new BenchLine(
        "count of ones",
        "bytesPerCpuSecondPerCore",
        "byte/s",
        BYTES / spent,
        "the same count twice");
  }

  private static BenchLine copying(CellArray array, Workers one) {
    int half = SHAPE.rows() / 2;
    array.fill(0, half, MagneticState.PARALLEL);
    long held = array.countOnes(0, half, one);
    double before = CpuClock.threadSeconds();
    array.copyRows(0, half, half);
    double spent = CpuClock.threadSeconds() - before;
    long copied = array.countOnes(half, SHAPE.rows(), one);
    double stuck = 2 * FAULTS.antiparallelShare() * half * SHAPE.columns();
    expect("ones of copied zeros", copied, stuck, Math.sqrt(stuck));
    expect("stuck ones", held, stuck / 2, Math.sqrt(stuck / 2));
    return new BenchLine(
        "copy of rows", "bytesPerCpuSecondPerCore", "byte/s", BYTES / 2 / spent, "stuck ones left");
  }

  /** Processor seconds of the one worker. */
  private static double seconds(Workers one, Runnable work) {
    double before = workerSeconds(one);
    work.run();
    return workerSeconds(one) - before;
  }

  private static double workerSeconds(Workers one) {
    double[] seconds = new double[1];
    one.forEach(1, i -> seconds[0] = CpuClock.threadSeconds());
    return seconds[0];
  }

  private static void expect(String what, double value, double expected, double sigma) {
    if (!(Math.abs(value - expected) <= SIGMAS * sigma)) {
      throw new NumericalFailure(what + " must be about " + expected + ", but were " + value);
    }
  }

  private static double peakBytes() {
    try {
      for (String line : Files.readAllLines(STATUS, StandardCharsets.US_ASCII)) {
        if (line.startsWith(PEAK)) {
          return 1024 * Double.parseDouble(line.replaceAll("\\D", ""));
        }
      }
    } catch (IOException e) {
      throw new NumericalFailure("peak memory must be readable, but was not: " + e.getMessage());
    }
    throw new NumericalFailure(STATUS + " must have a line " + PEAK);
  }
}
