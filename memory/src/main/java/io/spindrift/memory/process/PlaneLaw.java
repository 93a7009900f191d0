package io.spindrift.memory.process;

import io.spindrift.device.MagneticState;
import io.spindrift.numerics.Require;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The exact law of a process, step by step: the kernel from the images to what they have become.
 *
 * <p>Starts before the first step. Kernels are those of the bits that the images see; a plane that
 * is stored inverted is already turned over. Not thread-safe.
 */
public final class PlaneLaw {
  /** Steps that are kept for probabilities that come again. */
  private static final int MOST_KEPT = 64;

  private final PlaneProcess process;
  private final List<KernelTable> kernels;
  private final Map<Double, PlaneStep> upright = new HashMap<>();
  private final Map<Double, PlaneStep> turned = new HashMap<>();
  private int step;
  private boolean inverted;

  /**
   * The law of a process on a number of planes.
   *
   * @throws IllegalArgumentException when the schedule has factors for another number of planes
   */
  public PlaneLaw(int planes, PlaneProcess process) {
    process.schedule().requirePlanes(Require.inRange("planes", planes, 1, 8));
    this.process = process;
    this.kernels =
        new ArrayList<>(Collections.nCopies(planes, KernelTable.of(TwoStateKernel.IDENTITY)));
  }

  /** The law after a number of steps. */
  public static PlaneLaw after(int steps, int planes, PlaneProcess process) {
    PlaneLaw law = new PlaneLaw(planes, process);
    while (law.step() < steps) {
      law.advance();
    }
    return law;
  }

  /** The process. */
  public PlaneProcess process() {
    return process;
  }

  /** Steps taken so far. */
  public int step() {
    return step;
  }

  /** Number of planes. */
  public int planes() {
    return kernels.size();
  }

  /** Whether the array holds the complement of the bits now. */
  public boolean inverted() {
    return inverted;
  }

  /** Kernels from the images to now, by kind of cell. */
  public KernelTable kernels(int plane) {
    return kernels.get(plane);
  }

  /** The kernel from the images to now of a cell of unknown kind. */
  public TwoStateKernel kernel(int plane) {
    return kernels.get(plane).mean();
  }

  /**
   * Takes one step.
   *
   * @return its kernels, by plane, as the bits of the images see them
   * @throws io.spindrift.numerics.UnusableInput when the dial has no such pulse
   * @throws IllegalStateException after the last step of the schedule
   */
  public List<KernelTable> next() {
    return advance().stream().map(PlaneStep::kernel).toList();
  }

  /**
   * Takes one step.
   *
   * @return what it is for each plane
   * @throws io.spindrift.numerics.UnusableInput when the dial has no such pulse
   * @throws IllegalStateException after the last step of the schedule
   */
  List<PlaneStep> advance() {
    if (step == process.schedule().steps()) {
      throw new IllegalStateException(
          "step must be at most " + step + ", the last of the schedule");
    }
    step++;
    List<PlaneStep> steps = new ArrayList<>();
    for (int plane = 0; plane < planes(); plane++) {
      PlaneStep next = step(process.schedule().probability(step, plane));
      kernels.set(plane, kernels.get(plane).then(next.kernel()));
      steps.add(next);
    }
    inverted ^= process.correction() == Correction.INVERSION;
    return steps;
  }

  private PlaneStep step(double probability) {
    Map<Double, PlaneStep> kept = inverted ? turned : upright;
    if (kept.size() >= MOST_KEPT) {
      kept.clear();
    }
    return kept.computeIfAbsent(probability, this::make);
  }

  private PlaneStep make(double probability) {
    FlipDial dial = process.dial();
    PlaneProcess.Periphery periphery = process.periphery();
    return switch (process.correction()) {
      case NONE -> PlainStep.of(dial.both(probability));
      case INVERSION -> InversionStep.of(dial.both(probability), periphery.toggle(), inverted);
      case NOISE_ROW -> NoiseRowStep.of(dial.from(MagneticState.PARALLEL, probability), periphery);
      case STATE_PULSES ->
          StatePulsesStep.of(
              dial.from(MagneticState.PARALLEL, probability),
              dial.from(MagneticState.ANTIPARALLEL, probability),
              periphery.readErrors());
    };
  }
}
