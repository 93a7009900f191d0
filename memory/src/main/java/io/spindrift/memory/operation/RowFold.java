package io.spindrift.memory.operation;

import io.spindrift.device.MagneticState;
import io.spindrift.memory.array.FlipTable;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.RandomWords;
import java.util.stream.IntStream;

/**
 * The exclusive-or of several rows, gathered in one row: sense each, toggle where it is 1.
 *
 * <p>Effect: {@code into} becomes into xor r1 xor ... xor rk. So a row that was reset holds the
 * fold of k rows after k toggles, and a row that is itself the first of them after k - 1.
 *
 * <p>Error: each toggle errs as in {@link RowLogic#xorInto}. What that leaves of the fold of
 * independent coins is {@link #shareOfOnes}.
 *
 * <p>Counts for k rows of c cells: k c reads, one toggle pulse per one that was read, 2 k row
 * activations.
 */
public final class RowFold {
  private final RowLogic logic;

  /** Folds rows of the bank. */
  public RowFold(Bank bank) {
    this.logic = new RowLogic(bank);
  }

  /** Adds rows modulo 2 to the row {@code into}, in their order. */
  public void apply(int[] rows, int into, RandomWords random) {
    for (int row : rows) {
      logic.xorInto(row, into, random);
    }
  }

  /**
   * The share of ones when k rows of independent coins are added: a chain that leaves P with p q_P
   * and AP with p q_AP in each step. For perfect toggles it is
   *
   * <pre>1/2 - (1 - 2 before) (1 - 2 p)^k / 2.</pre>
   *
   * @param toggle what the toggle pulse does, with probabilities q of its kinds
   * @param before share of ones of {@code into} at first: 0 after a reset, p when it is a coin too
   * @param share share p of ones of each added row as it is read
   * @param rows number k of added rows
   */
  public static double shareOfOnes(FlipTable toggle, double before, double share, int rows) {
    Require.inRange("share of ones before", before, 0, 1, "");
    Require.inRange("share of ones of a row", share, 0, 1, "");
    Require.atLeast("rows", rows, 0);
    return IntStream.range(0, toggle.kinds())
        .mapToDouble(kind ->
            TwoStateChain.ones(
                before,
                share * toggle.probability(kind, MagneticState.PARALLEL),
                share * toggle.probability(kind, MagneticState.ANTIPARALLEL),
                rows))
        .average()
        .orElseThrow();
  }
}
