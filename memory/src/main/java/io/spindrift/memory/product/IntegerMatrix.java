package io.spindrift.memory.product;

import io.spindrift.numerics.Require;

/**
 * A matrix of integers, row by row.
 *
 * @param rows number of rows
 * @param columns number of columns
 * @param values the element of row r and column c at index r columns + c
 */
public record IntegerMatrix(int rows, int columns, int[] values) {
  /** Checks that the elements fill the shape. */
  public IntegerMatrix {
    Require.atLeast("rows of a matrix", rows, 1);
    Require.atLeast("columns of a matrix", columns, 1);
    if ((long) rows * columns != values.length) {
      throw new IllegalArgumentException(
          "a matrix of "
              + rows
              + " rows and "
              + columns
              + " columns must have as many elements, but has "
              + values.length);
    }
  }

  /** One element. */
  public int at(int row, int column) {
    return values[row * columns + column];
  }

  /** One row, copied. */
  public int[] row(int row) {
    return java.util.Arrays.copyOfRange(values, row * columns, (row + 1) * columns);
  }

  /** The exact product x^T W: sum over rows i of x_i W_ij for every column j. */
  public long[] times(int[] inputs) {
    if (inputs.length != rows) {
      throw new IllegalArgumentException(
          "inputs must be one per row, " + rows + ", but were " + inputs.length);
    }
    long[] sums = new long[columns];
    for (int row = 0; row < rows; row++) {
      long input = inputs[row];
      for (int column = 0; column < columns; column++) {
        sums[column] += input * values[row * columns + column];
      }
    }
    return sums;
  }
}
