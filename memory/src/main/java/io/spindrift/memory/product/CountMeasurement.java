package io.spindrift.memory.product;

import io.spindrift.memory.ledger.LedgerEntry;
import java.util.List;

/**
 * Population counts of many columns beside their theory.
 *
 * @param counts how many counts were taken
 * @param stepCounts step of the converter, in counts
 * @param meanSquare mean square error of an answer
 * @param standardError standard error of that mean
 * @param expected the mean square that {@link BitLineCount#error} states for the same columns
 * @param wrongShare share of answers that are not the count when rounded
 * @param wrongExpected the share that {@link BitLineCount#wrongProbability} states for them
 * @param actions what happened
 */
public record CountMeasurement(
    long counts,
    double stepCounts,
    double meanSquare,
    double standardError,
    double expected,
    double wrongShare,
    double wrongExpected,
    List<LedgerEntry> actions) {
  /** Copies the actions. */
  public CountMeasurement {
    actions = List.copyOf(actions);
  }
}
