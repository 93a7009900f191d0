package io.spindrift.experiment.stage;

import io.spindrift.device.MagneticState;
import io.spindrift.memory.array.FlipTable;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** Counts of cells that were held, from any thread. */
final class HoldErrors {
  private final double kelvin;
  private final FlipTable loss;
  private final AtomicLongArray cells = new AtomicLongArray(2);
  private final AtomicLongArray lost = new AtomicLongArray(2);
  private final AtomicLong readWrong = new AtomicLong();

  HoldErrors(double kelvin, FlipTable loss) {
    this.kelvin = kelvin;
    this.loss = loss;
  }

  /** Counts what rest did to a row. */
  void add(TrialRow row) {
    for (MagneticState from : MagneticState.values()) {
      for (int i = 0; i < row.before.length; i++) {
        long side = TrialRow.in(from, row.before, i) & row.sound[i];
        cells.addAndGet(from.ordinal(), Long.bitCount(side));
        lost.addAndGet(from.ordinal(), Long.bitCount(side & (row.before[i] ^ row.after[i])));
      }
    }
  }

  /** Counts what the row was read as. */
  void answers(TrialRow row) {
    for (int i = 0; i < row.data.length; i++) {
      readWrong.addAndGet(Long.bitCount((row.answers[i] ^ row.data[i]) & row.sound[i]));
    }
  }

  HoldReading reading() {
    List<ErrorShare> losses =
        Arrays.stream(MagneticState.values())
            .map(from ->
                new ErrorShare(
                    "loss of " + from.symbol(),
                    lost.get(from.ordinal()),
                    cells.get(from.ordinal()),
                    loss.mean(from)))
            .toList();
    return new HoldReading(kelvin, losses, readWrong.get(), cells.get(0) + cells.get(1));
  }
}
