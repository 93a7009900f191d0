package io.spindrift.memory.process;

import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.CellFaults;
import io.spindrift.memory.array.CellKinds;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.memory.operation.Bank;
import io.spindrift.numerics.NumericalFailure;
import io.spindrift.numerics.bench.BenchLine;
import io.spindrift.numerics.bench.BenchSection;
import io.spindrift.numerics.bench.CpuClock;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Bits that diffuse per second of processor time: step by step with each correction, where every
 * bit counts once a step, and drawn at once from the composed kernel, where it counts once a draw.
 *
 * <p>256 images of 32 x 32 pixels in eight planes, fair pulses and a = 1.1 p, b = 0.9 p. What comes
 * out must fit its kernel: chi-square over the planes, initial values and runs of a figure within a
 * deviate of 5. One verdict a figure, so that sixteen of them fail by chance once in 200,000 times;
 * with one for each of thousands of runs that would be once in a few hundred.
 */
public final class DiffusionBenchmark implements BenchSection {
  private static final BitPlanes PLANES =
      BitPlanes.of(new PixelShape(256, 1, 32, 32), PlaneCode.GRAY, 8);
  private static final int STEPS = 8;
  private static final double SIGMAS = 5;
  private static final double WARM_UP_SECONDS = 1;

  @Override
  public String name() {
    return "diffusion";
  }

  @Override
  public List<BenchLine> run(double seconds, StreamKey key, Progress progress) {
    List<BenchLine> lines = new ArrayList<>();
    Correction[] corrections = Correction.values();
    try (Progress.Task task = progress.begin("diffusion", 2L * corrections.length, "processes")) {
      for (Correction correction : corrections) {
        FlipSchedule schedule = FlipSchedule.constant(STEPS, 0.05);
        PlaneProcess process = new PlaneProcess(schedule, new StatedDial(0.1), correction);
        for (boolean atOnce : new boolean[] {false, true}) {
          progress.checkStopped();
          String name = correction.word() + (atOnce ? ", drawn at once" : ", step by step");
          StreamKey chance = key.purpose(name);
          measure(process, atOnce, Math.min(WARM_UP_SECONDS, seconds), chance.at(0));
          lines.add(
              new BenchLine(
                  name,
                  "bitsPerCpuSecondPerCore",
                  "bit/s",
                  measure(process, atOnce, seconds, chance.at(1)),
                  "chi-square against the kernel within 5 sigma"));
          task.advance(1);
        }
      }
    }
    return lines;
  }

  private static double measure(
      PlaneProcess process, boolean atOnce, double seconds, StreamKey key) {
    int spare = PlaneDiffusion.spareRows(PLANES, process.correction());
    CellArray array = new CellArray(PLANES.arrayShape(spare), CellKinds.nominal(), CellFaults.NONE);
    Bank bank = process.periphery().bank(array, new Ledger().stage("bench"));
    byte[] images = new byte[PLANES.pixels().pixels()];
    for (int i = 0; i < images.length; i++) {
      images[i] = (byte) (i % 1021 / 4);
    }
    List<MarginalCheck> checks = new ArrayList<>();
    double spent = 0;
    long bits = 0;
    for (int run = 0; spent < seconds || run < 2; run++) {
      PLANES.store(images, array);
      PlaneBits first = PlaneBits.of(PLANES, array, false);
      PlaneLaw law = new PlaneLaw(PLANES.planes(), process);
      double before = CpuClock.threadSeconds();
      bits += atOnce ? draw(law, bank, key.at(run)) : walk(law, bank, key.at(run));
      spent += CpuClock.threadSeconds() - before;
      PlaneBits now = PlaneBits.of(PLANES, array, !atOnce && law.inverted());
      checks.addAll(MarginalCheck.of(law, first, now));
    }
    require(process, MarginalCheck.chiSquareDeviate(checks));
    return bits / spent;
  }

  private static long walk(PlaneLaw law, Bank bank, StreamKey key) {
    for (int step = 0; step < STEPS; step++) {
      new PlaneBlocks(PLANES).apply(law.advance(), bank, key.at(step));
    }
    return (long) STEPS * PLANES.rows() * PLANES.columns();
  }

  private static long draw(PlaneLaw law, Bank bank, StreamKey key) {
    for (int step = 0; step < STEPS; step++) {
      law.advance();
    }
    boolean noise = law.process().correction() == Correction.NOISE_ROW;
    List<MarginalStep> steps =
        IntStream.range(0, PLANES.planes())
            .mapToObj(plane -> new MarginalStep(law.kernels(plane), bank.array().kinds(), noise))
            .toList();
    new PlaneBlocks(PLANES).apply(steps, bank, key);
    return (long) PLANES.rows() * PLANES.columns();
  }

  private static void require(PlaneProcess process, double deviate) {
    if (!(deviate <= SIGMAS)) {
      throw new NumericalFailure(
          "bits diffused with the correction "
              + process.correction().word()
              + " must fit their kernel within "
              + SIGMAS
              + " sigmas of chi-square, but were off by "
              + deviate);
    }
  }
}
