package io.spindrift.experiment.stage;

import io.spindrift.device.MagneticState;
import io.spindrift.memory.array.ArrayShape;
import io.spindrift.memory.array.FlipTable;
import io.spindrift.memory.circuit.ReadPath;
import io.spindrift.memory.circuit.WriteResidual;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The errors that readings are expected to make, and counts of those they make.
 *
 * <p>Expected is the mean over kinds and amplifiers at the first, middle and last row, by Simpson's
 * rule in the row. Where kinds and amplifiers make more than 2^20 pairs, evenly spaced amplifiers
 * stand for all.
 */
final class ReadErrors {
  private static final long MOST_SAMPLES = 1 << 20;

  private final ReadPath path;
  private final FlipTable disturb;
  private final ArrayShape shape;
  private final int step;
  private final int amplifiers;
  private final double[] means = new double[2];
  private final double[][] inMiddle = new double[2][];

  ReadErrors(ReadPath path, FlipTable disturb, ArrayShape shape) {
    this.path = path;
    this.disturb = disturb;
    this.shape = shape;
    this.step =
        (int) Math.max(1, Math.ceilDiv((long) path.kinds() * shape.columns(), MOST_SAMPLES));
    this.amplifiers = Math.ceilDiv(shape.columns(), step);
    int last = path.spec().array().rows() - 1;
    for (MagneticState state : MagneticState.values()) {
      double[] middle = errors(state, middleRow());
      inMiddle[state.ordinal()] = middle;
      means[state.ordinal()] =
          (mean(errors(state, 0)) + 4 * mean(middle) + mean(errors(state, last))) / 6;
    }
  }

  private int middleRow() {
    return (path.spec().array().rows() - 1) / 2;
  }

  /** Error probabilities in a row, amplifier by amplifier within kind by kind. */
  private double[] errors(MagneticState state, int row) {
    double[] errors = new double[path.kinds() * amplifiers];
    for (int kind = 0; kind < path.kinds(); kind++) {
      for (int i = 0; i < amplifiers; i++) {
        errors[kind * amplifiers + i] = path.errorProbability(kind, state, i * step, row);
      }
    }
    return errors;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** Probability that a cell in a state is read wrongly. */
  double mean(MagneticState state) {
    return means[state.ordinal()];
  }

  /** Number of amplifiers over which a mean is taken. */
  int amplifiers() {
    return amplifiers;
  }

  /**
   * One round of a write, for a cell of a kind in the middle row that amplifier i reads: it is
   * read, it is disturbed, and it is pulsed when it was seen wrong. With w the wrong state, r the
   * right one, e the probability to misread, d to be disturbed and p to be flipped by the pulse,
   *
   * <pre>
   *   P(w to r) = (1 - e_w) ((1 - d_w) p_w + d_w (1 - p_r)) + e_w d_w
   *   P(r to w) = e_r ((1 - d_r) p_r + d_r (1 - p_w)) + (1 - e_r) d_r
   * </pre>
   */
  WriteResidual round(FlipTable pulse, int kind, int i, MagneticState wrong) {
    MagneticState right = wrong.opposite();
    double ew = inMiddle[wrong.ordinal()][kind * amplifiers + i];
    double er = inMiddle[right.ordinal()][kind * amplifiers + i];
    double dw = disturb.probability(kind, wrong);
    double dr = disturb.probability(kind, right);
    double pw = pulse.probability(kind, wrong);
    double pr = pulse.probability(kind, right);
    double repaired = (1 - ew) * ((1 - dw) * pw + dw * (1 - pr)) + ew * dw;
    double spoilt = er * ((1 - dr) * pr + dr * (1 - pw)) + (1 - er) * dr;
    return new WriteResidual(repaired, spoilt, 0, 1);
  }

  /** The share that is wrong after one more reading disturbed it. */
  double disturbed(double wrongShare, int kind, MagneticState wrong) {
    return wrongShare * (1 - disturb.probability(kind, wrong))
        + (1 - wrongShare) * disturb.probability(kind, wrong.opposite());
  }

  Count count() {
    return new Count();
  }

  /** Counts, from any thread. */
  final class Count {
    private final AtomicLongArray cells = new AtomicLongArray(2);
    private final AtomicLongArray wrong = new AtomicLongArray(2);
    private final AtomicLongArray flipped = new AtomicLongArray(2);
    private final AtomicLongArray columns = new AtomicLongArray(shape.columns());

    void add(TrialRow row) {
      for (int i = 0; i < row.before.length; i++) {
        for (MagneticState state : MagneticState.values()) {
          long side = TrialRow.in(state, row.before, i);
          add(cells, state, side & row.sound[i]);
          add(wrong, state, side & row.sound[i] & (row.before[i] ^ row.answers[i]));
          add(flipped, state, side & row.sound[i] & (row.before[i] ^ row.after[i]));
        }
        long errors = (row.before[i] ^ row.answers[i]) & row.sound[i];
        while (errors != 0) {
          columns.incrementAndGet(64 * i + Long.numberOfTrailingZeros(errors));
          errors &= errors - 1;
        }
      }
    }

    private static void add(AtomicLongArray counts, MagneticState state, long set) {
      if (set != 0) {
        counts.addAndGet(state.ordinal(), Long.bitCount(set));
      }
    }

    ReadReading reading() {
      List<ErrorShare> errors = new ArrayList<>();
      for (MagneticState state : MagneticState.values()) {
        errors.add(share("read of " + state.symbol(), wrong, state, mean(state)));
      }
      for (MagneticState state : MagneticState.values()) {
        errors.add(
            share(state.symbol() + " disturbed by a read", flipped, state, disturb.mean(state)));
      }
      int worst = 0;
      for (int column = 1; column < shape.columns(); column++) {
        worst = columns.get(column) > columns.get(worst) ? column : worst;
      }
      return new ReadReading(errors, worst, columns.get(worst), shape.rows());
    }

    private ErrorShare share(
        String name, AtomicLongArray counts, MagneticState state, double predicted) {
      int i = state.ordinal();
      return new ErrorShare(name, counts.get(i), cells.get(i), predicted);
    }
  }
}
