package io.spindrift.experiment.stage;

import java.util.List;

/**
 * What came of reading every row once.
 *
 * @param errors cells read wrongly and cells disturbed by it, by state
 * @param worstColumn column with the most wrong answers, the first of equals
 * @param worstColumnWrong its wrong answers
 * @param worstColumnCells its readings
 */
public record ReadReading(
    List<ErrorShare> errors, int worstColumn, long worstColumnWrong, long worstColumnCells) {
  /** Copies the list. */
  public ReadReading {
    errors = List.copyOf(errors);
  }
}
