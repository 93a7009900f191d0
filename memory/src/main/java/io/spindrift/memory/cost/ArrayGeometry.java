package io.spindrift.memory.cost;

import io.spindrift.numerics.Require;

/**
 * Shape of an array and what stands at its edges.
 *
 * @param rows cells that share one column's sense amplifier
 * @param columns cells that are pulsed and read at the same time in one sub-array
 * @param subArrays equal arrays that work at the same time
 * @param exclusiveOrs exclusive-or gates at each column, 0 or 1
 * @param converterBits resolution of the converters, 4 to 10, or 0 without converters
 * @param columnsPerConverter columns that share one converter
 * @param counterDigits digits of the bit counter at each column, 0 for none
 * @param adderDigits digits of the adder at each column, 0 for none
 */
public record ArrayGeometry(
    int rows,
    int columns,
    int subArrays,
    int exclusiveOrs,
    int converterBits,
    int columnsPerConverter,
    int counterDigits,
    int adderDigits) {
  /** Checks the ranges. */
  public ArrayGeometry {
    Require.atLeast("rows", rows, 1);
    Require.atLeast("columns", columns, 1);
    Require.atLeast("sub-arrays", subArrays, 1);
    Require.inRange("exclusive-ors a column", exclusiveOrs, 0, 1);
    if (converterBits != 0) {
      Require.inRange("converter bits", converterBits, 4, 10);
    }
    Require.inRange("columns per converter", columnsPerConverter, 1, columns);
    Require.inRange("counter digits", counterDigits, 0, 64);
    Require.inRange("adder digits", adderDigits, 0, 64);
  }

  /**
   * One array that draws random bits: sense amplifiers, and a gate a column when bits are folded.
   */
  public static ArrayGeometry ofBits(int rows, int columns, int inputsPerBit) {
    return new ArrayGeometry(rows, columns, 1, inputsPerBit > 1 ? 1 : 0, 0, 1, 0, 0);
  }

  /** This geometry split into, or multiplied to, so many arrays. */
  public ArrayGeometry inArrays(int count) {
    return new ArrayGeometry(
        rows,
        columns,
        count,
        exclusiveOrs,
        converterBits,
        columnsPerConverter,
        counterDigits,
        adderDigits);
  }

  /** This geometry with converters of {@code bits} bits, each shared by some columns. */
  public ArrayGeometry withConverters(int bits, int sharing) {
    return new ArrayGeometry(
        rows, columns, subArrays, exclusiveOrs, bits, sharing, counterDigits, adderDigits);
  }

  /** Converters of one sub-array. */
  public int converters() {
    return converterBits == 0 ? 0 : Math.ceilDiv(columns, columnsPerConverter);
  }
}
