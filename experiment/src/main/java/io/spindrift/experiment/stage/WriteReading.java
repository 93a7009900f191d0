package io.spindrift.experiment.stage;

import java.util.List;

/**
 * What came of writing.
 *
 * @param errors cells that were to change and did not, by direction: after one round, then after
 *     all; and those that were right and were changed
 * @param attempts rows by the number of rounds that they took, from 0
 * @param verified rows whose last reading found every cell right
 * @param stuck stuck cells
 * @param stuckWrong stuck cells that hold the opposite of their datum
 * @param wrong sound cells that are wrong in the end
 */
public record WriteReading(
    List<ErrorShare> errors,
    List<Long> attempts,
    long verified,
    long stuck,
    long stuckWrong,
    long wrong) {
  /** Copies the lists. */
  public WriteReading {
    errors = List.copyOf(errors);
    attempts = List.copyOf(attempts);
  }
}
