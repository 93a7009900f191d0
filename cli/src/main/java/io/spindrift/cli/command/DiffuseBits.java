package io.spindrift.cli.command;

import io.spindrift.device.Junction;
import io.spindrift.device.switching.SwitchingCurve;
import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.entropy.certificate.BitCertificate;
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
import io.spindrift.memory.process.PlaneKinds;
import io.spindrift.memory.process.PlaneLaw;
import io.spindrift.memory.process.PlaneProcess;
import io.spindrift.memory.process.PulseDial;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Bit planes that diffuse in the array, and beside them bits drawn directly from the same kernels.
 *
 * @param code how pixels are written in bits
 * @param planes upper bits that are kept
 * @param correction what is done about the asymmetry of the pulses
 * @param kinds which junctions the cells are
 * @param condition what is done to the bits of the last state before they are examined
 */
record DiffuseBits(
    PlaneCode code,
    int planes,
    Correction correction,
    CellKinds kinds,
    DiffuseCondition condition) {
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
        new PlaneProcess(schedule(options), PulseDial.of(junction, curve, kinds), correction);
    condition.requireRows(layout.rows());
    requireKinds(process, junction);
    requireReachable(process);
    CellArray array = array(layout, pixels);
    Ledger ledger = new Ledger();
    DiffusePrices prices = new DiffusePrices(junction);
    PlaneDiffusion diffusion =
        new PlaneDiffusion(layout, process, array, ledger.stage("diffusion"), key.purpose("array"));
    PlaneBits first = diffusion.bits();
    PlaneKinds cells = PlaneKinds.of(first, kinds, correction);
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
        steps.addAll(measured(diffusion, cells, first, now, prices.spent(ledger)));
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
        DiffusePrices.counts(ledger),
        Optional.of(end(first, diffusion.bits(), diffusion.law(), cells)));
  }

  private void requireKinds(PlaneProcess process, Junction junction) {
    if (process.dial() instanceof PulseDial dial && dial.kinds().count() < kinds.count()) {
      throw new UnusableInput(
          "--kinds must be 1 with "
              + junction.name()
              + ", of whose population one pulse width alone is known, but was "
              + kinds.count()
              + "; a device with a law of switching, such as measured-compact-fit, would be"
              + " accepted");
    }
  }

  private CellArray array(BitPlanes layout, byte[] pixels) {
    CellArray array =
        new CellArray(
            layout.arrayShape(PlaneDiffusion.spareRows(layout, correction)),
            kinds,
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

  private static List<DiffuseStep> measured(
      PlaneDiffusion diffusion,
      PlaneKinds cells,
      PlaneBits first,
      PlaneBits now,
      DiffusePrices.Spent spent) {
    List<MarginalCheck> checks = MarginalCheck.of(diffusion.law(), cells, first, now);
    return IntStream.range(0, diffusion.law().planes())
        .mapToObj(plane ->
            new DiffuseMarginals(checks.subList(2 * plane, 2 * plane + 2))
                .step(now.shareOfOnes(plane), spent))
        .toList();
  }

  private DiffuseEnd end(PlaneBits first, PlaneBits last, PlaneLaw law, PlaneKinds cells) {
    Optional<BitCertificate> certificate =
        condition.apply(last).map(bits -> BitCertificate.of("the last state", bits));
    return new DiffuseEnd(
        DiffuseBias.of(first, last, law, cells, uncorrected(law)),
        condition.word(),
        condition.predictedShare(first, law),
        certificate);
  }

  /** The law of the same pulses when nothing is corrected; null where they cannot be had. */
  private @Nullable PlaneLaw uncorrected(PlaneLaw law) {
    PlaneProcess process = law.process();
    try {
      return PlaneLaw.after(
          law.step(),
          planes,
          new PlaneProcess(process.schedule(), process.dial(), Correction.NONE));
    } catch (UnusableInput unreachable) {
      return null;
    }
  }

  /**
   * Refuses a schedule with a step that the pulses cannot take, before any is taken.
   *
   * @throws UnusableInput with what would be accepted instead
   */
  private void requireReachable(PlaneProcess process) {
    int steps = process.schedule().steps();
    try {
      PlaneLaw.after(steps, planes, process);
    } catch (UnusableInput unreachable) {
      double left = process.schedule().correlation(steps, 0);
      for (int fewer = steps; fewer > 0; fewer = fewer == 1 ? 0 : (fewer + 1) / 2) {
        double flip = 0.5 * (1 - Math.pow(left, 1.0 / fewer));
        if (reachable(process, FlipSchedule.constant(1, flip))) {
          throw new UnusableInput(
              unreachable.getMessage() + "; here --schedule constant --steps " + fewer + " is",
              unreachable);
        }
      }
      throw unreachable;
    }
  }

  private boolean reachable(PlaneProcess process, FlipSchedule schedule) {
    try {
      PlaneLaw.after(schedule.steps(), 1, new PlaneProcess(schedule, process.dial(), correction));
      return true;
    } catch (UnusableInput outside) {
      return false;
    }
  }
}
