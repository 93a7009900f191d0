package io.spindrift.memory.product;

import io.spindrift.memory.ledger.LedgerEntry;
import java.util.List;

/**
 * The error of a product as measured on simulated chips, beside what theory says.
 *
 * @param stepCounts step of a conversion in counts
 * @param meanSquare mean square of the error over chips, vectors and columns
 * @param standardError of it: chips are independent, and so are the columns of a chip; the vectors
 *     of a chip share its cells and count as one observation
 * @param budget the closed form
 * @param expected the mean square with the converter enumerated
 * @param signalVariance variance of the exact results
 * @param accumulations multiply-accumulates that were done
 * @param actions what happened in all of them
 * @param exact exact results of the first chip, vector by vector
 * @param results what the first chip gave
 */
public record ProductMeasurement(
    double stepCounts,
    double meanSquare,
    double standardError,
    ErrorBudget budget,
    double expected,
    double signalVariance,
    long accumulations,
    List<LedgerEntry> actions,
    double[] exact,
    double[] results) {
  /**
   * Bits of the ideal converter with the same ratio of signal to error: a signal that fills its
   * range uniformly has a variance of 4^b times the s^2/12 of its steps. Infinite without error.
   */
  public double effectiveBits() {
    return Math.log(signalVariance / meanSquare) / Math.log(4);
  }
}
