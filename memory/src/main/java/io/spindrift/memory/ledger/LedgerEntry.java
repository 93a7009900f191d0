package io.spindrift.memory.ledger;

import io.spindrift.numerics.Require;

/**
 * How often one action happened in one stage.
 *
 * @param stage part of the run, such as {@code "training"}
 * @param action what happened
 * @param count how often
 */
public record LedgerEntry(String stage, Action action, long count) {
  /** Checks that the count is not negative. */
  public LedgerEntry {
    Require.atLeast("count of " + action, count, 0L);
  }
}
