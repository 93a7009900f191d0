package io.spindrift.memory.process;

import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.memory.operation.Bank;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.random.StreamKey;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Images that diffuse in place: every step pulses the rows of every plane, and no bit leaves the
 * array.
 *
 * <p>A bit plane is stored as 0 = parallel, 1 = antiparallel. The cells' own asymmetry, their
 * spread, and the errors of toggling and reading all have a part in the exact kernel, which {@link
 * #law} has at every step. Every pulse, read and row activation is counted, padding cells with
 * their row, and pulsed rows gain wear. Results depend on the key alone, not on threads. Not
 * thread-safe.
 */
public final class PlaneDiffusion {
  private final BitPlanes planes;
  private final PlaneBlocks blocks;
  private final PlaneLaw law;
  private final Bank bank;
  private final StreamKey key;

  /**
   * Diffusion of the images that an array holds now.
   *
   * @param planes where their bits lie
   * @param process how they diffuse
   * @param array the cells; {@link #spareRows} more rows than the planes take
   * @param stage where actions are counted
   * @param key where all chance comes from
   */
  public PlaneDiffusion(
      BitPlanes planes, PlaneProcess process, CellArray array, Ledger.Stage stage, StreamKey key) {
    requireRows(planes, process.correction(), array);
    this.planes = planes;
    this.blocks = new PlaneBlocks(planes);
    this.law = new PlaneLaw(planes.planes(), process);
    this.bank = process.periphery().bank(array, stage);
    this.key = key;
  }

  /** Rows that a correction needs behind those of the planes. */
  public static int spareRows(BitPlanes planes, Correction correction) {
    return new PlaneBlocks(planes).spareRows(correction);
  }

  /**
   * Draws the state at the step of a law directly from the images that an array holds now, by one
   * flip of every bit. The array holds the bits the right way up before and after. Nothing is
   * counted.
   */
  public static void drawMarginal(
      BitPlanes planes, PlaneLaw law, CellArray array, StreamKey key, Workers workers) {
    Correction correction = law.process().correction();
    requireRows(planes, correction, array);
    List<MarginalStep> steps =
        IntStream.range(0, planes.planes())
            .mapToObj(plane ->
                new MarginalStep(
                    checked(law.kernels(plane), array),
                    array.kinds(),
                    correction == Correction.NOISE_ROW))
            .toList();
    Bank bank = law.process().periphery().bank(array, new Ledger().stage("none"));
    new PlaneBlocks(planes).apply(steps, bank, key, workers);
  }

  /**
   * Takes the next step.
   *
   * @throws io.spindrift.numerics.UnusableInput when the dial has no such pulse
   * @throws IllegalStateException after the last step of the schedule
   */
  public void advance(Workers workers) {
    List<PlaneStep> steps = law.advance();
    steps.forEach(step -> checked(step.kernel(), bank.array()));
    blocks.apply(steps, bank, key.at(law.step()), workers);
  }

  /** Its exact law up to now. */
  public PlaneLaw law() {
    return law;
  }

  /** Steps taken so far. */
  public int step() {
    return law.step();
  }

  /** The bits as they are, the right way up. */
  public PlaneBits bits() {
    return PlaneBits.of(planes, bank.array(), law.inverted());
  }

  private static void requireRows(BitPlanes planes, Correction correction, CellArray array) {
    planes.requireFit(array);
    int rows = planes.rows() + spareRows(planes, correction);
    if (array.shape().rows() < rows) {
      throw new IllegalArgumentException(
          "rows of the array must be at least "
              + rows
              + " with the correction "
              + correction.word()
              + ", but was "
              + array.shape().rows());
    }
  }

  private static KernelTable checked(KernelTable kernels, CellArray array) {
    int kinds = kernels.kinds().size();
    if (kinds > 1 && kinds != array.kinds().count()) {
      throw new IllegalArgumentException(
          "kinds of cells must be as many as those of the dial, "
              + kinds
              + ", but was "
              + array.kinds().count());
    }
    return kernels;
  }
}
