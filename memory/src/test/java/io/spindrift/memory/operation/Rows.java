package io.spindrift.memory.operation;

import io.spindrift.memory.array.ArrayShape;
import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.CellFaults;
import io.spindrift.memory.array.CellKinds;
import io.spindrift.memory.array.FlipTable;
import io.spindrift.memory.array.RowReader;
import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.random.BernoulliCells;
import io.spindrift.numerics.random.RandomWords;
import io.spindrift.numerics.random.StreamKey;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** The world of these tests: arrays, what is in their rows, and what was counted. */
final class Rows {
  static final FlipTable PERFECT = FlipTable.uniform(1);
  static final StreamKey KEY = StreamKey.root(41);

  static CellArray array(int rows, int columns) {
    return new CellArray(new ArrayShape(rows, columns), CellKinds.nominal(), CellFaults.NONE);
  }

  /** Cells that are read as they are and toggle without fail. */
  static Bank perfect(int rows, int columns) {
    return bank(array(rows, columns), RowReader.IDEAL, PERFECT);
  }

  static Bank bank(CellArray array, RowReader reader, FlipTable toggle) {
    return new Bank(array, reader, toggle, new Ledger().stage("test"));
  }

  static RandomWords random(long index) {
    return RandomWords.open(KEY.at(index));
  }

  static long[] row(Bank bank, int row) {
    long[] words = new long[bank.rowWords()];
    bank.array().copyRow(row, words, 0);
    return words;
  }

  /** One word in every place of a row. */
  static void fill(Bank bank, int row, long word) {
    long[] words = new long[bank.rowWords()];
    Arrays.fill(words, word);
    bank.array().setRow(row, words, 0);
  }

  /** Fair random words in a row. */
  static long[] scatter(Bank bank, int row, long index) {
    long[] words = new long[bank.rowWords()];
    random(index).fill(words, 0, words.length);
    bank.array().setRow(row, words, 0);
    return words;
  }

  static long ones(long[] words) {
    return Arrays.stream(words).map(Long::bitCount).sum();
  }

  /** Everything that was counted. */
  static Map<Action, Long> counts(Bank bank) {
    Map<Action, Long> counts = new EnumMap<>(Action.class);
    for (Action action : Action.values()) {
      if (bank.stage().count(action) > 0) {
        counts.put(action, bank.stage().count(action));
      }
    }
    return counts;
  }

  /** A reader that errs in each cell with one probability and disturbs nothing. */
  static RowReader misreading(double probability) {
    return (array, row, target, random) -> {
      array.copyRow(row, target, 0);
      for (int i = 0; i < array.shape().rowWords(); i++) {
        target[i] ^= BernoulliCells.word(probability, random);
      }
    };
  }

  private Rows() {}
}
