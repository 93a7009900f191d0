package io.spindrift.memory.gaussian;

import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.random.RandomWords;

/** Adds the number of coins that came up in a column, times 2^shift, to the number stored there. */
public interface NoiseAdder {
  /**
   * Adds modulo 2^w.
   *
   * @param numbers what is added to
   * @param noise rows that were tossed; the adder may use them up
   * @param dose how many of the rows count, and the place at which their count is added
   * @param random chance of errors, not of the coins
   */
  void add(
      NumberRows numbers, CoinRows noise, NoiseDose dose, RandomWords random, Ledger.Stage stage);

  /** Rows of the array that it needs beside numbers and coins. */
  int scratchRows();
}
