package io.spindrift.memory.gaussian;

import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.FlipTable;
import io.spindrift.memory.array.RowReader;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.random.RandomWords;
import io.spindrift.numerics.random.StreamKey;

/**
 * One picture that diffuses in a bank of rows: numbers first, then coins, then scratch.
 *
 * <p>Step t of a picture draws its coins from {@code picture.at(t).purpose("coins")}, so that its
 * noise depends on the picture and the step alone, and both adders see the same. Banks of disjoint
 * rows of one array may work at the same time.
 */
public final class GaussianMemory {
  private final GaussianPlan plan;
  private final NumberRows numbers;
  private final CoinRows coins;
  private final NoiseAdder adder;
  private final StreamKey picture;
  private int done;

  /**
   * A bank from {@code firstRow} on.
   *
   * @param coin pulse that tosses a cell that was reset to P
   * @param picture key of the picture
   */
  public GaussianMemory(
      CellArray array,
      int firstRow,
      GaussianPlan plan,
      FlipTable coin,
      NoiseAdder adder,
      StreamKey picture) {
    int bits = plan.format().bits();
    java.util.Objects.checkFromIndexSize(firstRow, rows(plan, adder), array.shape().rows());
    this.plan = plan;
    this.numbers = new NumberRows(array, firstRow, plan.format());
    this.coins = new CoinRows(array, firstRow + bits, plan.coinRows(), coin);
    this.adder = adder;
    this.picture = picture;
  }

  /** Rows that a bank takes. */
  public static int rows(GaussianPlan plan, NoiseAdder adder) {
    return plan.format().bits() + plan.coinRows() + adder.scratchRows();
  }

  /** Steps made since the picture was stored. */
  public int steps() {
    return done;
  }

  /** Stores a picture, rounded to the format; columns beyond it hold nought. */
  public void store(double[] picture, Ledger.Stage stage) {
    long[] raw = new long[numbers.count()];
    for (int column = 0; column < raw.length; column++) {
      double value = column < picture.length ? picture[column] : 0;
      raw[column] = plan.format().raw(value) + plan.stored();
    }
    numbers.write(raw, 0, stage);
    done = 0;
  }

  /**
   * Makes the next step: toss, then add.
   *
   * @throws IllegalStateException when the plan is at its end
   */
  public void step(Ledger.Stage stage) {
    if (done == plan.steps()) {
      throw new IllegalStateException("the plan has " + done + " steps, and all are made");
    }
    NoiseDose dose = plan.doses().get(done);
    StreamKey key = picture.at(done);
    if (dose.coins() > 0) {
      coins.toss(dose.coins(), key.purpose("coins"), stage);
      adder.add(numbers, coins, dose, RandomWords.open(key.purpose("adder")), stage);
    }
    done++;
  }

  /** Reads x_0 plus noise, the mean of the noise taken off, into the first columns of target. */
  public void read(double[] target, RowReader reader, Ledger.Stage stage) {
    long[] raw = new long[numbers.count()];
    RandomWords random = RandomWords.open(picture.at(done).purpose("read"));
    numbers.read(raw, 0, reader, random, stage);
    double offset = plan.offset(done);
    for (int column = 0; column < Math.min(target.length, raw.length); column++) {
      target[column] = plan.format().value(raw[column] - offset);
    }
  }
}
