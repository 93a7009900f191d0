package io.spindrift.experiment.stage;

import io.spindrift.device.MagneticState;
import io.spindrift.memory.array.FlipTable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;

/** Counts of a write, from any thread. */
final class WriteErrors {
  private static final int STUCK = 0;
  private static final int STUCK_WRONG = 1;
  private static final int VERIFIED = 2;
  private static final int WRONG = 3;

  private final FlipTable pulse;
  private final ReadErrors reads;
  private final int attempts;
  private final AtomicLongArray differed = new AtomicLongArray(2);
  private final AtomicLongArray failed = new AtomicLongArray(2);
  private final AtomicLongArray agreed = new AtomicLongArray(2);
  private final AtomicLongArray spoilt = new AtomicLongArray(2);
  private final AtomicLongArray left = new AtomicLongArray(2);
  private final AtomicLongArray others = new AtomicLongArray(4);
  private final AtomicLongArray rounds;

  WriteErrors(FlipTable pulse, ReadErrors reads, int attempts) {
    this.pulse = pulse;
    this.reads = reads;
    this.attempts = attempts;
    this.rounds = new AtomicLongArray(attempts + 1);
  }

  /** Counts a row after its first round. */
  void raw(TrialRow row) {
    for (MagneticState from : MagneticState.values()) {
      for (int i = 0; i < row.data.length; i++) {
        long side = TrialRow.in(from, row.before, i) & row.sound[i];
        long differs = side & (row.before[i] ^ row.data[i]);
        long wrong = row.after[i] ^ row.data[i];
        add(differed, from, differs);
        add(failed, from, differs & wrong);
        add(agreed, from, side & ~differs);
        add(spoilt, from, side & ~differs & wrong);
      }
    }
  }

  /** Counts a row at its end. */
  void done(TrialRow row, int took, boolean verified) {
    rounds.incrementAndGet(took);
    others.addAndGet(VERIFIED, verified ? 1 : 0);
    for (int i = 0; i < row.data.length; i++) {
      long wrong = row.after[i] ^ row.data[i];
      others.addAndGet(STUCK, Long.bitCount(~row.sound[i]));
      others.addAndGet(STUCK_WRONG, Long.bitCount(wrong & ~row.sound[i]));
      others.addAndGet(WRONG, Long.bitCount(wrong & row.sound[i]));
      for (MagneticState from : MagneticState.values()) {
        long differs = TrialRow.in(from, row.before, i) & (row.before[i] ^ row.data[i]);
        add(left, from, differs & wrong & row.sound[i]);
      }
    }
  }

  WriteReading reading() {
    List<ErrorShare> errors = new ArrayList<>();
    for (MagneticState from : MagneticState.values()) {
      errors.add(
          share("write out of " + from.symbol(), failed, differed, from, residual(from, 1, 1)));
    }
    for (MagneticState from : MagneticState.values()) {
      errors.add(
          share(
              from.symbol() + " disturbed by a write",
              spoilt,
              agreed,
              from,
              residual(from.opposite(), 1, 0)));
    }
    if (attempts > 1) {
      for (MagneticState from : MagneticState.values()) {
        errors.add(
            share(
                "verified write out of " + from.symbol(),
                left,
                differed,
                from,
                residual(from, attempts, 1)));
      }
    }
    List<Long> taken = new ArrayList<>();
    for (int i = 0; i <= attempts; i++) {
      taken.add(rounds.get(i));
    }
    return new WriteReading(
        errors,
        taken,
        others.get(VERIFIED),
        others.get(STUCK),
        others.get(STUCK_WRONG),
        others.get(WRONG));
  }

  /**
   * Mean over kinds and amplifiers, for cells whose wrong state is {@code wrong}: an amplifier's
   * offset is the same in every round, so rounds are averaged together and not one by one.
   */
  private double residual(MagneticState wrong, int times, double before) {
    double sum = 0;
    long cells = 0;
    for (int kind = 0; kind < pulse.kinds(); kind++) {
      for (int i = 0; i < reads.amplifiers(); i++) {
        double left = reads.round(pulse, kind, i, wrong).after(times, before);
        sum += times > 1 ? reads.disturbed(left, kind, wrong) : left;
        cells++;
      }
    }
    return sum / cells;
  }

  private static ErrorShare share(
      String name,
      AtomicLongArray wrong,
      AtomicLongArray cells,
      MagneticState from,
      double predicted) {
    return new ErrorShare(name, wrong.get(from.ordinal()), cells.get(from.ordinal()), predicted);
  }

  private static void add(AtomicLongArray counts, MagneticState from, long cells) {
    if (cells != 0) {
      counts.addAndGet(from.ordinal(), Long.bitCount(cells));
    }
  }
}
