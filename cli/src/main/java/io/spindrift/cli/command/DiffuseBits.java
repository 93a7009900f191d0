package io.spindrift.cli.command;

import io.spindrift.device.Junction;
import io.spindrift.device.switching.SwitchingCurve;
import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.CellFaults;
import io.spindrift.memory.array.CellKinds;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.memory.process.BitPlanes;
import io.spindrift.memory.process.Correction;
import io.spindrift.memory.process.FlipSchedule;
import io.spindrift.memory.process.MarginalCheck;
import io.spindrift.memory.process.PixelShape;
import io.spindrift.memory.process.PlaneBits;
import io.spindrift.memory.process.PlaneCode;
import io.spindrift.memory.process.PlaneDiffusion;
import io.spindrift.memory.process.PlaneProcess;
import io.spindrift.memory.process.PulseDial;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.hipparchus.special.Gamma;

/**
 * Bit planes that diffuse in the array, and beside them bits drawn directly from the same kernels.
 *
 * @param code how pixels are written in bits
 * @param planes upper bits that are kept
 * @param correction what is done about the asymmetry of the pulses
 */
record DiffuseBits(PlaneCode code, int planes, Correction correction) {
  /** Lets images diffuse. */
  DiffuseResult run(
      byte[] pixels,
      ImageShape shape,
      DiffuseOptions options,
      Junction junction,
      SwitchingCurve curve,
      StreamKey key,
      Workers workers,
      Progress progress) {
    BitPlanes layout =
        BitPlanes.of(
            new PixelShape(
                pixels.length / shape.size(), shape.channels(), shape.height(), shape.width()),
            code,
            planes);
    PlaneProcess process =
        new PlaneProcess(
            schedule(options), PulseDial.of(junction, curve, CellKinds.nominal()), correction);
    CellArray array = array(layout, pixels);
    Ledger ledger = new Ledger();
    DiffusePrices prices = new DiffusePrices(junction);
    PlaneDiffusion diffusion =
        new PlaneDiffusion(layout, process, array, ledger.stage("diffusion"), key.purpose("array"));
    PlaneBits first = diffusion.bits();
    List<Integer> frames = options.frames();
    List<DiffuseStep> steps = new ArrayList<>();
    SortedMap<Integer, byte[]> memory = new TreeMap<>();
    SortedMap<Integer, byte[]> software = new TreeMap<>();
    try (Progress.Task task = progress.begin("bit planes", options.steps(), "steps")) {
      for (int step = 0; step <= options.steps(); step++) {
        progress.checkStopped();
        if (step > 0) {
          diffusion.advance(workers);
          task.advance(1);
        }
        PlaneBits now = diffusion.bits();
        steps.addAll(measured(diffusion, first, now, ledger, prices));
        if (frames.contains(step)) {
          memory.put(step, now.images());
          CellArray drawn = array(layout, pixels);
          PlaneDiffusion.drawMarginal(
              layout, diffusion.law(), drawn, key.purpose("software").at(step), workers);
          software.put(step, PlaneBits.of(layout, drawn, false).images());
        }
      }
    }
    return new DiffuseResult(
        DiffuseProcess.BITS,
        process.dial().name(),
        shape,
        steps,
        memory,
        software,
        DiffusePrices.counts(ledger));
  }

  private CellArray array(BitPlanes layout, byte[] pixels) {
    CellArray array =
        new CellArray(
            layout.arrayShape(PlaneDiffusion.spareRows(layout, correction)),
            CellKinds.nominal(),
            CellFaults.NONE);
    layout.store(pixels, array);
    return array;
  }

  private static FlipSchedule schedule(DiffuseOptions options) {
    double[] correlation = options.correlations(DiffuseProcess.BITS);
    List<Double> flips = new ArrayList<>();
    double before = 1;
    for (double now : correlation) {
      flips.add(0.5 * (1 - now / before));
      before = now;
    }
    return FlipSchedule.list(flips);
  }

  private List<DiffuseStep> measured(
      PlaneDiffusion diffusion,
      PlaneBits first,
      PlaneBits now,
      Ledger ledger,
      DiffusePrices prices) {
    List<DiffuseStep> steps = new ArrayList<>();
    List<MarginalCheck> checks = MarginalCheck.of(diffusion.law(), first, now);
    for (int plane = 0; plane < planes; plane++) {
      double chiSquare = 0;
      double freedom = 0;
      double predicted = 0;
      double flipped = 0;
      double cells = 0;
      double ones = 0;
      double least = 1;
      for (MarginalCheck check : checks.subList(2 * plane, 2 * plane + 2)) {
        long bits = check.counts().cells(check.initial());
        ones += bits * check.kernel().one(check.initial());
        predicted += bits * check.kernel().flip(check.initial());
        flipped += check.counts().flipped(check.initial());
        cells += bits;
        if (bits > 0) {
          chiSquare += check.deviate() * check.deviate();
          freedom++;
          least = Math.min(least, exact(check));
        }
      }
      steps.add(
          new DiffuseStep(
              diffusion.step(),
              "plane " + plane,
              predicted / cells,
              flipped / cells,
              pValue(chiSquare, freedom),
              Math.min(1, freedom * least),
              ones / cells,
              now.shareOfOnes(plane),
              correlation(checks.get(2 * plane)),
              DiffusePrices.actions(ledger),
              prices.joules(ledger)));
    }
    return steps;
  }

  private static double pValue(double chiSquare, double freedom) {
    return Double.isInfinite(chiSquare) ? 0 : Gamma.regularizedGammaQ(freedom / 2, chiSquare / 2);
  }

  /** Twice the smaller tail: right for few flips too, where a deviate is not normal. */
  private static double exact(MarginalCheck check) {
    int flipped = (int) check.counts().flipped(check.initial());
    BinomialDistribution law =
        new BinomialDistribution(
            (int) check.counts().cells(check.initial()), check.kernel().flip(check.initial()));
    double upTo = law.cumulativeProbability(flipped);
    double from = 1 - law.cumulativeProbability(flipped - 1);
    return Math.min(1, 2 * Math.min(upTo, from));
  }

  /** P(1 | was 1) - P(1 | was 0): the slope of a bit on what it was. */
  private static double correlation(MarginalCheck check) {
    double zeros = check.counts().cells(0);
    double ones = check.counts().cells(1);
    return zeros == 0 || ones == 0
        ? Double.NaN
        : 1 - check.counts().flipped(0) / zeros - check.counts().flipped(1) / ones;
  }
}
