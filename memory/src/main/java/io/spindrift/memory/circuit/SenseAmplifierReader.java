package io.spindrift.memory.circuit;

import io.spindrift.device.MagneticState;
import io.spindrift.entropy.gaussian.NormalTails;
import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.CellKinds;
import io.spindrift.memory.array.FlipTable;
import io.spindrift.memory.array.RowReader;
import io.spindrift.numerics.random.RandomWords;
import java.util.Optional;

/**
 * Reads rows as their sense amplifiers do: each cell wrong with the probability that its kind,
 * state, row and amplifier give it, then each cell disturbed by the read voltage.
 *
 * <p>A uniform number u below Q(z) makes an error. Q is tabled in steps of z; only where u falls
 * between two entries is it computed. An array whose every margin is ten deviations or more would
 * not show an error in 10^18 readings; its rows are copied. Safe to use from any thread.
 */
public final class SenseAmplifierReader implements RowReader {
  /** Deviations beyond which errors are left out: 1e-19 of readings. */
  static final double SAFE = 9;

  private static final int STEPS = 64;
  private static final double LOWEST = -SAFE - 1;
  private static final double[] TAIL = tail();

  private final ReadPath path;
  private final Optional<FlipTable> disturb;
  private final boolean safe;

  /** A reader that leaves the cells as they are. */
  public SenseAmplifierReader(ReadPath path) {
    this(path, Optional.empty());
  }

  /** A reader whose every reading lets cells flip as {@code disturb} says. */
  public SenseAmplifierReader(ReadPath path, FlipTable disturb) {
    this(path, Optional.of(disturb).filter(SenseAmplifierReader::acts));
  }

  private SenseAmplifierReader(ReadPath path, Optional<FlipTable> disturb) {
    this.path = path;
    this.disturb = disturb;
    double worst = 0;
    for (int column = 0; column < path.spec().array().columns(); column++) {
      worst = Math.max(worst, Math.abs(path.offsetVolts(column)));
    }
    int last = path.spec().array().rows() - 1;
    double weakest = Math.min(weakestVolts(path, 0), weakestVolts(path, last));
    this.safe = weakest - worst > (SAFE + 1) * path.noiseVolts();
  }

  private static double weakestVolts(ReadPath path, int row) {
    double weakest = Double.POSITIVE_INFINITY;
    for (int kind = 0; kind < path.kinds(); kind++) {
      weakest =
          Math.min(
              weakest,
              Math.min(
                  path.marginVolts(kind, MagneticState.PARALLEL, row),
                  -path.marginVolts(kind, MagneticState.ANTIPARALLEL, row)));
    }
    return weakest;
  }

  /** Whether no cell of the array could be read wrongly: both ends of its lines are far from it. */
  public boolean isSafe() {
    return safe;
  }

  /** How a cell is to be disturbed by a reading; empty when it is not. */
  public Optional<FlipTable> disturb() {
    return disturb;
  }

  @Override
  public void read(CellArray array, int row, long[] target, RandomWords random) {
    requireFitting(array);
    array.copyRow(row, target, 0);
    int line = path.rowOf(row);
    if (!safe) {
      long[] chance = new long[64];
      double reference = path.referenceVolts(line);
      for (int word = 0; word < array.shape().rowWords(); word++) {
        random.fill(chance, 0, 64);
        long cell = (long) row * array.shape().columns() + 64L * word;
        target[word] ^=
            errors(array.kinds(), cell, target[word], 64 * word, line, reference, chance);
      }
    }
    if (disturb.isPresent()) {
      array.flip(row, null, disturb.get(), random);
    }
  }

  /** The cells of one word that are read wrongly. */
  private long errors(
      CellKinds kinds,
      long firstCell,
      long states,
      int firstColumn,
      int line,
      double reference,
      long[] chance) {
    double scale = 1 / path.noiseVolts();
    long errors = 0;
    for (int i = 0; i < 64; i++) {
      int bit = (int) (states >>> i) & 1;
      int kind = kinds.kind(firstCell + i);
      double exceeds =
          path.signalVolts(kind, bit, line) - reference + path.offsetVolts(firstColumn + i);
      double z = (1 - 2 * bit) * exceeds * scale;
      if (z < SAFE && isWrong(z, ((chance[i] >>> 11) + 0.5) * 0x1p-53)) {
        errors |= 1L << i;
      }
    }
    return errors;
  }

  private static boolean isWrong(double z, double u) {
    if (z <= LOWEST) {
      return true;
    }
    int entry = (int) ((z - LOWEST) * STEPS);
    return u < TAIL[entry] && (u < TAIL[entry + 1] || u < NormalTails.upperTail(z));
  }

  private void requireFitting(CellArray array) {
    if (array.kinds().count() != path.kinds()) {
      throw new IllegalArgumentException(
          "kinds of the array must be the "
              + path.kinds()
              + " of its read path, but were "
              + array.kinds().count());
    }
    if (array.shape().columns() != path.spec().array().columns()) {
      throw new IllegalArgumentException(
          "columns of the array must be the "
              + path.spec().array().columns()
              + " of its memory, but were "
              + array.shape().columns());
    }
  }

  private static boolean acts(FlipTable table) {
    return table.mean(MagneticState.PARALLEL) + table.mean(MagneticState.ANTIPARALLEL) > 0;
  }

  private static double[] tail() {
    double[] tail = new double[(int) ((SAFE - LOWEST) * STEPS) + 2];
    for (int i = 0; i < tail.length; i++) {
      tail[i] = NormalTails.upperTail(LOWEST + i / (double) STEPS);
    }
    return tail;
  }
}
