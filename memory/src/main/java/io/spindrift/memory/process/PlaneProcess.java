package io.spindrift.memory.process;

import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.FlipTable;
import io.spindrift.memory.array.RowReader;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.memory.operation.Bank;

/**
 * How bit planes diffuse.
 *
 * @param schedule wanted flip probability of every step and plane
 * @param dial the pulses that are there to be had
 * @param correction what is done about their asymmetry
 * @param periphery toggling and reading, as far as the correction uses them
 */
public record PlaneProcess(
    FlipSchedule schedule, FlipDial dial, Correction correction, Periphery periphery) {
  /** A process whose toggles and reads are without error. */
  public PlaneProcess(FlipSchedule schedule, FlipDial dial, Correction correction) {
    this(schedule, dial, correction, Periphery.IDEAL);
  }

  /**
   * Toggling and reading with their errors, the same for all cells.
   *
   * @param toggle flip probabilities of a toggling pulse; 1 minus them is its error
   * @param reader how rows are read
   * @param readErrors what the kernels take the errors of {@code reader} to be: P(read 1 | 0) and
   *     P(read 0 | 1)
   */
  public record Periphery(TwoStateKernel toggle, RowReader reader, TwoStateKernel readErrors) {
    /** Every toggle toggles, every read is right. */
    public static final Periphery IDEAL =
        new Periphery(TwoStateKernel.FLIP, RowReader.IDEAL, TwoStateKernel.IDENTITY);

    /** Toggles with errors, reads without. */
    public static Periphery toggling(TwoStateKernel toggle) {
      return new Periphery(toggle, RowReader.IDEAL, TwoStateKernel.IDENTITY);
    }

    Bank bank(CellArray array, Ledger.Stage stage) {
      FlipTable pulse = FlipTable.asymmetric(toggle.fromZero(), toggle.fromOne());
      return new Bank(array, reader, pulse, stage);
    }
  }
}
