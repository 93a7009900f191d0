package io.spindrift.memory.process;

import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.Ledger;

/** Actions of one block of rows, handed to a stage of the ledger at its end. */
final class ActionTally {
  private final long[] counts = new long[Action.values().length];

  void add(Action action, long times) {
    counts[action.ordinal()] += times;
  }

  void hand(Ledger.Stage stage) {
    for (Action action : Action.values()) {
      if (counts[action.ordinal()] > 0) {
        stage.add(action, counts[action.ordinal()]);
      }
    }
  }
}
