package io.spindrift.memory.gaussian;

import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.FlipTable;
import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.random.RandomWords;
import org.jspecify.annotations.Nullable;

/**
 * Logic by sensing several rows at once and writing what the sense amplifiers answer.
 *
 * <p>The cells of a column conduct together; one comparison with a reference current decides AND
 * (both low) and the majority of three, two comparisons decide XOR. Counted per operation over n
 * operands: n cell currents per column, one cell read per comparison and column, one write pulse
 * per column, n + 1 row activations.
 *
 * <p>Sources of the idea: Jain, Ranjan, Roy, Raghunathan, "Computing in memory with spin-transfer
 * torque magnetic RAM", IEEE Trans. VLSI Syst. 26 (2018) 470, for two rows of a magnetic memory
 * with two references; Seshadri and others, "Ambit", MICRO 2017, for the majority of three rows,
 * there of a DRAM. That three rows of junctions can be told apart as well is an assumption, which a
 * resistive ratio of 2 or more and small spread support.
 *
 * @param errors what each written result suffers, null when sensing and writing always succeed
 */
public record SensedLogic(@Nullable FlipTable errors) implements BitwiseLogic {
  @Override
  public void and(
      CellArray array, int a, int b, int target, RandomWords random, Ledger.Stage stage) {
    long[] left = row(array, a);
    long[] right = row(array, b);
    for (int i = 0; i < left.length; i++) {
      left[i] &= right[i];
    }
    finish(array, left, target, 2, 1, random, stage);
  }

  @Override
  public void xor(
      CellArray array, int a, int b, int target, RandomWords random, Ledger.Stage stage) {
    long[] left = row(array, a);
    long[] right = row(array, b);
    for (int i = 0; i < left.length; i++) {
      left[i] ^= right[i];
    }
    finish(array, left, target, 2, 2, random, stage);
  }

  @Override
  public void majority(
      CellArray array, int a, int b, int c, int target, RandomWords random, Ledger.Stage stage) {
    long[] first = row(array, a);
    long[] second = row(array, b);
    long[] third = row(array, c);
    for (int i = 0; i < first.length; i++) {
      first[i] = (first[i] & second[i]) | (third[i] & (first[i] | second[i]));
    }
    finish(array, first, target, 3, 1, random, stage);
  }

  private static long[] row(CellArray array, int row) {
    long[] words = new long[array.shape().rowWords()];
    array.copyRow(row, words, 0);
    return words;
  }

  private void finish(
      CellArray array,
      long[] result,
      int target,
      int operands,
      int comparisons,
      RandomWords random,
      Ledger.Stage stage) {
    array.setRow(target, result, 0);
    array.addWear(target, 1);
    if (errors != null) {
      array.flip(target, null, errors, random);
    }
    long columns = array.shape().columns();
    stage.add(Action.CELL_CURRENT, operands * columns);
    stage.add(Action.CELL_READ, comparisons * columns);
    stage.add(Action.WRITE_PULSE, columns);
    stage.add(Action.ROW_ACTIVATION, operands + 1L);
  }
}
