package io.spindrift.memory.process;

import io.spindrift.memory.operation.Bank;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.random.RandomWords;
import io.spindrift.numerics.random.StreamKey;
import java.util.List;

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
  void apply(List<? extends PlaneStep> steps, Bank bank, StreamKey key, Workers workers) {
    workers.forEach(count(), block -> apply(steps, bank, key, block));
  }

  /** The same on the calling thread. */
  void apply(List<? extends PlaneStep> steps, Bank bank, StreamKey key) {
    for (int block = 0; block < count(); block++) {
      apply(steps, bank, key, block);
    }
  }

  private void apply(List<? extends PlaneStep> steps, Bank bank, StreamKey key, int number) {
    int plane = number / perPlane();
    int block = number % perPlane();
    int first = planes.firstRow(plane);
    int from = first + block * ROWS;
    int to = Math.min(from + ROWS, first + planes.rowsPerPlane());
    RandomWords random = RandomWords.open(key.at(plane, block));
    int noiseRow = noiseRow(plane, block * ROWS);
    steps.get(plane).apply(bank, new PlaneStep.Rows(from, to, noiseRow), random);
  }

  /** The row of noise that serves a row of a plane. */
  int noiseRow(int plane, int rowInPlane) {
    return planes.rows() + plane * perPlane() + rowInPlane / ROWS;
  }
}
