package io.spindrift.memory.gaussian;

import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.RowReader;
import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.random.RandomWords;
import java.util.Objects;

/**
 * Numbers stored across rows: bit j of every number is in row {@code firstRow + j}, number c in
 * column c.
 *
 * @param array the cells
 * @param firstRow row of the lowest bits
 * @param format width and point of the numbers
 */
public record NumberRows(CellArray array, int firstRow, FixedPoint format) {
  /** Checks that the rows exist. */
  public NumberRows {
    Objects.checkFromIndexSize(firstRow, format.bits(), array.shape().rows());
  }

  /** The row of bit {@code plane} of every number. */
  public int row(int plane) {
    return firstRow + Objects.checkIndex(plane, format.bits());
  }

  /** Numbers stored, one per column. */
  public int count() {
    return array.shape().columns();
  }

  /** Writes the bits from {@code plane} on: a write pulse per cell, an activation per row. */
  public void write(long[] raw, int plane, Ledger.Stage stage) {
    long[] row = new long[array.shape().rowWords()];
    for (int j = plane; j < format.bits(); j++) {
      for (int i = 0; i < row.length; i++) {
        row[i] = slice(raw, 64 * i, j);
      }
      array.setRow(row(j), row, 0);
      array.addWear(row(j), 1);
    }
    long rows = format.bits() - plane;
    stage.add(Action.WRITE_PULSE, rows * count());
    stage.add(Action.ROW_ACTIVATION, rows);
  }

  /** Reads the bits from {@code plane} on, sign included; the bits below are zero. */
  public void read(
      long[] raw, int plane, RowReader reader, RandomWords random, Ledger.Stage stage) {
    gather(raw, plane, reader, random);
    long rows = format.bits() - plane;
    stage.add(Action.CELL_READ, rows * count());
    stage.add(Action.ROW_ACTIVATION, rows);
  }

  /** The numbers as they are, which no circuit can see: nothing is counted. */
  public void reveal(long[] raw, RandomWords unused) {
    gather(raw, 0, RowReader.IDEAL, unused);
  }

  private void gather(long[] raw, int plane, RowReader reader, RandomWords random) {
    long[] row = new long[array.shape().rowWords()];
    java.util.Arrays.fill(raw, 0, count(), 0);
    for (int j = plane; j < format.bits(); j++) {
      reader.read(array, row(j), row, random);
      for (int column = 0; column < count(); column++) {
        raw[column] |= ((row[column >> 6] >>> (column & 63)) & 1) << j;
      }
    }
    for (int column = 0; column < count(); column++) {
      raw[column] = format.wrap(raw[column]);
    }
  }

  private static long slice(long[] raw, int from, int plane) {
    long word = 0;
    for (int bit = 0; bit < 64; bit++) {
      word |= ((raw[from + bit] >>> plane) & 1) << bit;
    }
    return word;
  }
}
