package io.spindrift.memory.process;

import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.random.RandomWords;
import io.spindrift.numerics.random.StreamKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The units of parallel work: 64 rows of one plane each, with a row of noise of their own where the
 * correction needs one. Rows of noise lie behind the planes.
 */
record PlaneBlocks(BitPlanes planes) {
  private static final int ROWS = 64;

  private int perPlane() {
    return Math.ceilDiv(planes.rowsPerPlane(), ROWS);
  }

  private int count() {
    return planes.planes() * perPlane();
  }

  /** Rows that a correction needs beside the data. */
  int spareRows(Correction correction) {
    return correction == Correction.NOISE_ROW ? count() : 0;
  }

  /** Performs a step of every plane; block i of plane k draws from {@code key.at(k, i)}. */
  void apply(
      List<? extends PlaneStep> steps,
      CellArray array,
      StreamKey key,
      Workers workers,
      Ledger.@Nullable Stage stage) {
    workers.forEach(
        count(),
        number -> {
          int plane = number / perPlane();
          int block = number % perPlane();
          int first = planes.firstRow(plane);
          int from = first + block * ROWS;
          int to = Math.min(from + ROWS, first + planes.rowsPerPlane());
          ActionTally tally = new ActionTally();
          RandomWords random = RandomWords.open(key.at(plane, block));
          PlaneStep.Rows rows = new PlaneStep.Rows(from, to, planes.rows() + number);
          steps.get(plane).apply(array, rows, random, tally);
          if (stage != null) {
            tally.hand(stage);
          }
        });
  }
}
