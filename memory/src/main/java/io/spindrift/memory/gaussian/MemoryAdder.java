package io.spindrift.memory.gaussian;

import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.random.RandomWords;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Adds inside the array, all columns at once and bit by bit, by logic of rows alone.
 *
 * <p>First the coin rows are counted: three rows of one weight become their sum (two XORs) in place
 * and their carry (a majority) one weight higher, two become XOR and AND, until one row of each
 * weight is left, the binary count. Then the count is added to the numbers with a carry that
 * ripples from the shift to the sign; the carry out of the sign is never made. The coin rows are
 * used up.
 *
 * @param logic what the array can do with rows
 */
public record MemoryAdder(BitwiseLogic logic) implements NoiseAdder {
  private static final int SCRATCH = 1;

  /** An adder that errs nowhere. */
  public static MemoryAdder ideal() {
    return new MemoryAdder(new SensedLogic(null));
  }

  @Override
  public int scratchRows() {
    return SCRATCH;
  }

  @Override
  public void add(
      NumberRows numbers, CoinRows noise, NoiseDose dose, RandomWords random, Ledger.Stage stage) {
    if (dose.coins() == 0) {
      return;
    }
    Rows rows = new Rows(numbers.array(), noise, random, stage);
    int[] count = rows.count(dose);
    rows.ripple(numbers, dose.shift(), count);
  }

  /** One addition: which rows are free, and the logic done so far. */
  private final class Rows {
    private final CellArray array;
    private final CoinRows noise;
    private final RandomWords random;
    private final Ledger.Stage stage;
    private final Deque<Integer> free = new ArrayDeque<>();

    Rows(CellArray array, CoinRows noise, RandomWords random, Ledger.Stage stage) {
      this.array = array;
      this.noise = noise;
      this.random = random;
      this.stage = stage;
      for (int i = 0; i < SCRATCH; i++) {
        free.push(noise.firstRow() + noise.rows() + i);
      }
    }

    /** The row of each bit of the count, lowest first. */
    int[] count(NoiseDose dose) {
      int[] count = new int[dose.countBits()];
      Deque<Integer> weight = new ArrayDeque<>();
      for (int r = 0; r < dose.coins(); r++) {
        weight.add(noise.firstRow() + r);
      }
      for (int bit = 0; bit < count.length; bit++) {
        Deque<Integer> heavier = new ArrayDeque<>();
        while (weight.size() > 1) {
          int a = weight.remove();
          int b = weight.remove();
          if (weight.isEmpty()) {
            heavier.add(half(a, b));
            free.push(a);
            weight.add(b);
          } else {
            int c = weight.remove();
            heavier.add(full(a, b, c));
            free.push(a);
            free.push(b);
            weight.add(c);
          }
        }
        count[bit] = weight.remove();
        weight = heavier;
      }
      return count;
    }

    /** Leaves a XOR b in b and returns the row of a AND b. */
    int half(int a, int b) {
      int carry = free.pop();
      logic.and(array, a, b, carry, random, stage);
      logic.xor(array, a, b, b, random, stage);
      return carry;
    }

    /** Leaves a XOR b XOR c in c, spoils b, and returns the row of the majority. */
    int full(int a, int b, int c) {
      int carry = free.pop();
      logic.majority(array, a, b, c, carry, random, stage);
      logic.xor(array, a, b, b, random, stage);
      logic.xor(array, b, c, c, random, stage);
      return carry;
    }

    void ripple(NumberRows numbers, int shift, int[] count) {
      int places = numbers.format().bits() - shift;
      int carry = -1;
      for (int place = 0; place < places; place++) {
        int sum = numbers.row(shift + place);
        boolean last = place == places - 1;
        int addend = place < count.length ? count[place] : -1;
        if (addend < 0 || carry < 0) {
          int other = addend < 0 ? carry : addend;
          int next = last ? -1 : half(other, sum);
          if (last) {
            logic.xor(array, other, sum, sum, random, stage);
          }
          free.push(other);
          carry = next;
        } else {
          int next = last ? -1 : full(carry, addend, sum);
          if (last) {
            logic.xor(array, carry, addend, addend, random, stage);
            logic.xor(array, addend, sum, sum, random, stage);
          }
          free.push(carry);
          free.push(addend);
          carry = next;
        }
      }
    }
  }
}
