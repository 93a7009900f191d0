package io.spindrift.experiment.stage;

import io.spindrift.device.MagneticState;
import io.spindrift.memory.array.CellArray;

/** One row of an array under test: what it ought to hold, held, holds and is read as. */
final class TrialRow {
  final long[] data;
  final long[] before;
  final long[] after;
  final long[] answers;
  final long[] sound;
  private final long[] held;
  private final CellArray array;
  private final StoredPattern pattern;
  int row;

  TrialRow(CellArray array, StoredPattern pattern) {
    int words = array.shape().rowWords();
    this.array = array;
    this.pattern = pattern;
    this.data = new long[words];
    this.before = new long[words];
    this.after = new long[words];
    this.answers = new long[words];
    this.sound = new long[words];
    this.held = new long[words];
  }

  /** Turns to another row. */
  void at(int number) {
    row = number;
    pattern.fill(number, data);
    array.faults().masks(number, sound, held);
    for (int i = 0; i < sound.length; i++) {
      sound[i] = ~sound[i];
    }
  }

  /** Notes what the row holds now, before something happens. */
  void before() {
    array.copyRow(row, before, 0);
  }

  /** Notes what the row holds now, after it happened. */
  void after() {
    array.copyRow(row, after, 0);
  }

  /** Cells of word i of {@code states} that are in a state. */
  static long in(MagneticState state, long[] states, int i) {
    return state == MagneticState.ANTIPARALLEL ? states[i] : ~states[i];
  }
}
