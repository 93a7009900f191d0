package io.spindrift.memory.gaussian;

import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.FlipTable;
import io.spindrift.memory.array.RowReader;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.memory.operation.Bank;
import io.spindrift.memory.operation.RowLogic;
import io.spindrift.numerics.random.RandomWords;

/**
 * Logic by sensing the operands one after another, a gate per column, and toggling the cells that
 * differ from the result: errors and counts are those of {@link RowLogic}.
 *
 * @param reader how a row is read
 * @param toggle what the toggle pulse does to each cell that it hits
 */
public record PulsedLogic(RowReader reader, FlipTable toggle) implements BitwiseLogic {
  @Override
  public void and(
      CellArray array, int a, int b, int target, RandomWords random, Ledger.Stage stage) {
    on(array, stage).and(a, b, target, random);
  }

  @Override
  public void xor(
      CellArray array, int a, int b, int target, RandomWords random, Ledger.Stage stage) {
    on(array, stage).xor(a, b, target, random);
  }

  @Override
  public void majority(
      CellArray array, int a, int b, int c, int target, RandomWords random, Ledger.Stage stage) {
    on(array, stage).majority(a, b, c, target, random);
  }

  private RowLogic on(CellArray array, Ledger.Stage stage) {
    return new RowLogic(new Bank(array, reader, toggle, stage));
  }
}
