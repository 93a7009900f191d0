package io.spindrift.memory.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.CellFaults;
import io.spindrift.memory.array.CellKinds;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.List;

/** Drawn images in an array of their own, diffusing. */
final class DiffusionRun {
  final BitPlanes planes;
  final PlaneProcess process;
  final CellArray array;
  final PlaneBits first;
  final Ledger.Stage stage = new Ledger().stage("diffusion");
  final PlaneDiffusion diffusion;

  DiffusionRun(BitPlanes planes, PlaneProcess process, CellKinds kinds, long seed) {
    this.planes = planes;
    this.process = process;
    int spare = PlaneDiffusion.spareRows(planes, process.correction());
    this.array = new CellArray(planes.arrayShape(spare), kinds, CellFaults.NONE);
    PixelShape shape = planes.pixels();
    planes.store(DrawnImages.of(shape.images(), shape.height()), array);
    this.first = PlaneBits.of(planes, array, false);
    this.diffusion = new PlaneDiffusion(planes, process, array, stage, StreamKey.root(seed));
  }

  static BitPlanes planes(int images, int size, int planes) {
    return BitPlanes.of(new PixelShape(images, 1, size, size), PlaneCode.GRAY, planes);
  }

  DiffusionRun advance(int steps) {
    try (Workers workers = new Workers(1)) {
      for (int i = 0; i < steps; i++) {
        diffusion.advance(workers);
      }
    }
    return this;
  }

  /** The state at a step, drawn at once from the images in a fresh array. */
  PlaneBits drawn(int step, long seed) {
    DiffusionRun fresh = new DiffusionRun(planes, process, array.kinds(), 0);
    try (Workers workers = new Workers(1)) {
      PlaneLaw law = PlaneLaw.after(step, planes.planes(), process);
      PlaneDiffusion.drawMarginal(planes, law, fresh.array, StreamKey.root(seed), workers);
    }
    return PlaneBits.of(planes, fresh.array, false);
  }

  /**
   * Every tenth step: each plane and initial value within 4.5 binomial standard deviations of the
   * kernel (false alarm 7e-6), all of a step together within a chi-square deviate of 4 (3e-5).
   */
  void followsItsKernel(int steps) {
    List<MarginalCheck> checks = new ArrayList<>();
    while (diffusion.step() < steps) {
      advance(10);
      List<MarginalCheck> now = MarginalCheck.of(diffusion.law(), first, diffusion.bits());
      assertThat(MarginalCheck.chiSquareDeviate(now)).as("step %s", diffusion.step()).isLessThan(4);
      checks.addAll(now);
    }
    assertThat(checks).allSatisfy(check -> assertThat(Math.abs(check.deviate())).isLessThan(4.5));
    assertThat(checks).hasSize(2 * planes.planes() * (steps / 10));
  }
}
