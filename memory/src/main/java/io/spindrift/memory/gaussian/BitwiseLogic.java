package io.spindrift.memory.gaussian;

import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.random.RandomWords;

/** Logic of whole rows inside the array; the result may replace one of the operands. */
public interface BitwiseLogic {
  /** target = a AND b. */
  void and(CellArray array, int a, int b, int target, RandomWords random, Ledger.Stage stage);

  /** target = a XOR b. */
  void xor(CellArray array, int a, int b, int target, RandomWords random, Ledger.Stage stage);

  /** target = the value that at least two of a, b, c have. */
  void majority(
      CellArray array, int a, int b, int c, int target, RandomWords random, Ledger.Stage stage);
}
