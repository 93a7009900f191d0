package io.spindrift.memory.process;

import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.CellKinds;
import io.spindrift.memory.array.FlipTable;
import io.spindrift.memory.operation.Bank;
import io.spindrift.numerics.random.RandomWords;

/**
 * All steps so far in one: each bit flips once by the composed kernel of its kind.
 *
 * <p>Where chance comes from a row of noise, the kind is that of the noise cell, so that the flips
 * are drawn there: one set of cells that flip if they hold 0 and one of those that flip if they
 * hold 1. No device does this; nothing is counted.
 */
record MarginalStep(KernelTable kernel, CellKinds kinds, boolean throughNoise)
    implements PlaneStep {
  @Override
  public void apply(Bank bank, Rows rows, RandomWords random) {
    CellArray array = bank.array();
    if (throughNoise && kernel.kinds().size() > 1) {
      applyNoise(array, rows, random);
    } else {
      FlipTable table = kernel.flips(kinds);
      for (int row = rows.from(); row < rows.to(); row++) {
        array.flip(row, null, table, random);
      }
    }
  }

  private void applyNoise(CellArray array, Rows rows, RandomWords random) {
    FlipTable zeros = kernel.map(each -> TwoStateKernel.symmetric(each.fromZero())).flips(kinds);
    FlipTable ones = kernel.map(each -> TwoStateKernel.symmetric(each.fromOne())).flips(kinds);
    int words = array.shape().rowWords();
    long[] data = new long[words];
    long[] flipsZero = new long[words];
    long[] flipsOne = new long[words];
    for (int row = rows.from(); row < rows.to(); row++) {
      toss(array, rows.noiseRow(), zeros, random, flipsZero);
      toss(array, rows.noiseRow(), ones, random, flipsOne);
      array.copyRow(row, data, 0);
      for (int i = 0; i < words; i++) {
        data[i] ^= (flipsZero[i] & ~data[i]) | (flipsOne[i] & data[i]);
      }
      array.setRow(row, data, 0);
    }
  }

  private static void toss(
      CellArray array, int row, FlipTable table, RandomWords random, long[] target) {
    array.setRow(row, new long[target.length], 0);
    array.flip(row, null, table, random);
    array.copyRow(row, target, 0);
  }
}
